import NewsModel
import TextScanning

/// The dates in the data that a page's scripts carry, for pages whose article is only there: `"publishedAt":"2013-02-03T10:00:00Z"`.
extension DateCandidates {
  /// Scripts past this many bytes in all are not read.
  private static let mostBytes = 4 << 20

  /// Reads the first values of members that are named for a publication; a last resort.
  mutating func readScripts(of tree: PageTree) {
    var left = Self.mostBytes
    var found = 0
    for node in 0..<tree.count where tree.tag(node) == .script {
      for text in tree.descendants(of: node) where tree.isText(text) {
        let range = tree.textRange(text)
        left -= range.count
        guard left > 0 else { return }
        readPrinted(tree.arena, range)
        read(script: tree.arena, range, &found)
        if found >= 8 { return }
      }
    }
  }

  /// A script that does nothing but print a date where it stands: `showDate("2013/02/03 10:00")`.
  private mutating func readPrinted(_ bytes: [UInt8], _ range: Range<Int>) {
    guard range.count <= 120 else { return }
    let found = scanner.dates(in: bytes, range)
    guard found.count == 1, let date = found.first, date.range.lowerBound > range.lowerBound + 2,
      bytes[date.range.lowerBound - 1] == UInt8(ascii: "\"") || bytes[date.range.lowerBound - 1] == UInt8(ascii: "'"),
      bytes[date.range.lowerBound - 2] == UInt8(ascii: "(")
    else { return }
    add(date.day, "script call", trust: 48, isAmbiguous: date.isAmbiguous)
  }

  private mutating func read(script bytes: [UInt8], _ range: Range<Int>, _ found: inout Int) {
    var at = range.lowerBound + 4
    while at + 12 < range.upperBound {
      // `":"2`, `":"1` or `\":\"2`, the start of a value that is a year.
      guard bytes[at] == UInt8(ascii: ":") else {
        at += 1
        continue
      }
      var value = at + 1
      while value < range.upperBound, bytes[value] == 0x20 || bytes[value] == UInt8(ascii: "\\") { value += 1 }
      var keyEnd = at
      while keyEnd > range.lowerBound, bytes[keyEnd - 1] == 0x20 { keyEnd -= 1 }
      at += 1
      guard value + 11 < range.upperBound, bytes[value] == UInt8(ascii: "\""),
        bytes[value + 1] == UInt8(ascii: "2") || bytes[value + 1] == UInt8(ascii: "1"),
        bytes[keyEnd - 1] == UInt8(ascii: "\"")
      else { continue }
      keyEnd -= 1
      if bytes[keyEnd - 1] == UInt8(ascii: "\\") { keyEnd -= 1 }
      var key = keyEnd
      while key > range.lowerBound, keyEnd - key < 32,
        bytes[key - 1].isASCIILetter || bytes[key - 1] == UInt8(ascii: "_")
      { key -= 1 }
      let name = Scalars.lowered(Array(bytes[key..<keyEnd]))
      guard !name.isEmpty,
        let trust = scanner.vocabulary.metaNames.members.match(name, at: 0, where: { _, end in end == name.count })
      else { continue }
      let before = all.count
      add(
        value: bytes, value + 1..<min(value + 31, range.upperBound),
        "script \(String(decoding: bytes[key..<keyEnd], as: UTF8.self))", trust: max(20, trust - found * 4))
      if all.count > before { found += 1 }
    }
  }
}
