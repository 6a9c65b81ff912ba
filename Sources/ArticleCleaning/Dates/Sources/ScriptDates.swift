import NewsModel
import TextScanning

/// Reads the days in the data of a page's scripts, for pages whose article is only there:
/// `"publishedAt":"2013-02-03T10:00:00Z"`. The names of the members and their trust are data (`meta-names.tsv`).
extension DateCandidates {
  /// The most bytes of scripts that are read.
  private static let mostBytes = 4 << 20
  private static let mostMembers = 8
  /// The points of trust that a member loses for each member before it.
  private static let lossPerMember = 4
  /// The most bytes of a script that does nothing but print a date.
  private static let longestCall = 120
  /// In bytes.
  private static let longestName = 32
  private static let longestValue = 30
  /// The number of bytes in `2013-02-03`.
  private static let shortestValue = 10

  mutating func readScripts(of tree: PageTree) {
    var left = Self.mostBytes
    var found = 0
    for node in 0..<tree.count where tree.tag(node) == .script {
      for text in tree.descendants(of: node) where tree.isText(text) {
        let range = tree.textRange(text)
        left -= range.count
        guard left > 0 else { return }
        readCall(tree.arena, range)
        readMembers(tree.arena, range, &found)
        if found >= Self.mostMembers { return }
      }
    }
  }

  /// Reads a script that does nothing but print a date at its own position: `showDate("2013/02/03 10:00")`.
  private mutating func readCall(_ bytes: [UInt8], _ range: Range<Int>) {
    guard range.count <= Self.longestCall else { return }
    let found = scanner.dates(in: bytes, range)
    guard found.count == 1, let date = found.first, date.range.lowerBound > range.lowerBound + 2,
      bytes[date.range.lowerBound - 1] == UInt8(ascii: "\"") || bytes[date.range.lowerBound - 1] == UInt8(ascii: "'"),
      bytes[date.range.lowerBound - 2] == UInt8(ascii: "(")
    else { return }
    add(date, .scriptCall, .scriptCall)
  }

  private mutating func readMembers(_ bytes: [UInt8], _ range: Range<Int>, _ found: inout Int) {
    var at = range.lowerBound + 4
    while at + 2 + Self.shortestValue < range.upperBound {
      defer { at += 1 }
      guard bytes[at] == UInt8(ascii: ":"), let value = valueStart(bytes, behind: at, range),
        let name = memberName(bytes, before: at, range),
        let trust = scanner.vocabulary.metaNames.members.match(
          name.lowered, at: 0, where: { _, end in end == name.lowered.count })
      else { continue }
      let before = all.count
      add(
        value: bytes, value..<min(value + Self.longestValue, range.upperBound), .script(name.text),
        max(.leastOfScript, DateTrust(trust - found * Self.lossPerMember)))
      if all.count > before { found += 1 }
    }
  }

  /// Returns the position of the first digit of a value that begins with 1 or 2, as a year does: `":"2`, `\":\"2`; nil
  /// for any other value.
  private func valueStart(_ bytes: [UInt8], behind colon: Int, _ range: Range<Int>) -> Int? {
    var quote = colon + 1
    while quote < range.upperBound, bytes[quote] == 0x20 || bytes[quote] == UInt8(ascii: "\\") { quote += 1 }
    guard quote + 1 + Self.shortestValue < range.upperBound, bytes[quote] == UInt8(ascii: "\""),
      bytes[quote + 1] == UInt8(ascii: "2") || bytes[quote + 1] == UInt8(ascii: "1")
    else { return nil }
    return quote + 1
  }

  private func memberName(
    _ bytes: [UInt8], before colon: Int, _ range: Range<Int>
  ) -> (text: String, lowered: [UInt8])? {
    var end = colon
    while end > range.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
    guard end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "\"") else { return nil }
    end -= 1
    if end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "\\") { end -= 1 }
    var start = end
    while start > range.lowerBound, end - start < Self.longestName,
      bytes[start - 1].isASCIILetter || bytes[start - 1] == UInt8(ascii: "_")
    { start -= 1 }
    guard start < end else { return nil }
    return (String(decoding: bytes[start..<end], as: UTF8.self), Scalars.lowered(Array(bytes[start..<end])))
  }
}
