import TextScanning

/// A part of a title between marks with spaces around them.
private struct TitlePart {
  /// In the bytes of the title.
  var range: Range<Int>
  /// Whether the mark before the part is one that titles seldom contain.
  var isHardBreak: Bool
}

extension SiteName {
  /// Returns the title without the name of the site before or after it. "Valley Post: The dam holds" has a mark without
  /// a space before it.
  ///
  /// - Parameter guessing: whether the last part is taken for the name of the site if no part is one and a hard mark
  ///   precedes it.
  func stripped(from title: String, guessing: Bool = true) -> String {
    let bytes = Array(title.utf8)
    if let colon = bytes.indices.dropLast().first(where: { bytes[$0] == UInt8(ascii: ":") && bytes[$0 + 1] == 0x20 }),
      isTitleName(String(decoding: bytes[..<colon], as: UTF8.self))
    {
      return stripped(from: String(decoding: bytes[(colon + 2)...], as: UTF8.self), guessing: guessing)
    }
    func text(_ part: TitlePart) -> String { String(decoding: bytes[part.range], as: UTF8.self) }
    func words(_ range: Range<Int>) -> Int {
      bytes[range].split(separator: 0x20).count { $0.contains { $0.isASCIILetter || $0.isDigit || $0 >= 0xC3 } }
    }
    var parts = Self.parts(of: bytes)
    guard parts.count > 1 else { return title }
    while parts.count > 1, let last = parts.last, isTitleName(text(last)) || isNearlyName(text(last)) {
      parts.removeLast()
    }
    while parts.count > 1, let first = parts.first, isTitleName(text(first)) { parts.removeFirst() }
    // A bar, a guillemet or a middle dot separates title and site even if the page declares no name.
    if guessing, parts.count > 1, let first = parts.first, let last = parts.last, last.isHardBreak,
      words(last.range) <= 5, words(first.range.lowerBound..<last.range.lowerBound) >= 3
    {
      parts.removeLast()
      while parts.count > 1, let last = parts.last, last.isHardBreak, words(last.range) <= 2 { parts.removeLast() }
    }
    guard let first = parts.first, let last = parts.last else { return title }
    return String(decoding: bytes[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
  }

  /// - Parameter title: with single spaces.
  private static func parts(of title: [UInt8]) -> [TitlePart] {
    var parts: [TitlePart] = []
    var start = 0
    var isHard = false
    func close(_ end: Int) {
      var range = start..<end
      if range.first.map({ title[$0] }) == 0x20 { range.removeFirst() }
      if range.last.map({ title[$0] }) == 0x20 { range.removeLast() }
      if !range.isEmpty { parts.append(TitlePart(range: range, isHardBreak: isHard)) }
    }
    var at = 0
    while at < title.count {
      guard let mark = marks.match(title, at: at) else {
        at += 1
        continue
      }
      let end = at + mark.length
      let standsAlone = at > 0 && end < title.count && title[at - 1] == 0x20 && title[end] == 0x20
      if mark.isBar || standsAlone {
        close(at)
        start = end
        isHard = mark.isHard
      }
      at = end
    }
    close(title.count)
    return parts
  }

  private struct Mark: Sendable {
    var length: Int
    /// Whether titles seldom contain the mark.
    var isHard: Bool
    /// Whether the mark needs no spaces around it.
    var isBar: Bool
  }

  private static let marks = PhraseTrie(
    "|｜ㅣ-–—»«·•:>/~*".map { mark in
      let isBar = "|｜ㅣ".contains(mark)
      let isHard = isBar || "»«·•>".contains(mark)
      return (String(mark), Mark(length: mark.utf8.count, isHard: isHard, isBar: isBar))
    })
}
