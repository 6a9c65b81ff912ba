import TextScanning

/// A title contains only text, so that a title that is never closed would contain the whole page.
extension MarkupFaults {
  /// If the title is closed within this number of bytes after a tag, the tag is text of the title: "How <div> works".
  private static let longestRest = 200

  /// Returns the end of a title that is not closed before other markup: the end of its first line, or the first tag
  /// that cannot be in a title. Returns nil for a title that is closed.
  func endOfUnclosedTitle(from start: Int) -> Int? {
    var at = start
    while let less = index(of: UInt8(ascii: "<"), from: at), less + 1 < end {
      let isEnd = bytes[less + 1] == UInt8(ascii: "/")
      let name = isEnd ? less + 2 : less + 1
      if name < end, bytes[name].isASCIILetter {
        let tag = tag(of: name..<endOfName(from: name))
        if isEnd, tag == .title { return nil }
        if !tag.standsInTitles {
          return tag != .title && isClosed(soonAfter: less) ? nil : firstLineEnd(start..<less)
        }
      }
      at = less + 1
    }
    return firstLineEnd(start..<end)
  }

  private func isClosed(soonAfter start: Int) -> Bool {
    var at = start
    while let less = index(of: UInt8(ascii: "<"), from: at), less < min(end, start + Self.longestRest) {
      let name = less + 2
      if name < end, bytes[less + 1] == UInt8(ascii: "/") {
        switch tag(of: name..<endOfName(from: name)) {
        case .title: return true
        case .head, .body, .html: return false
        default: break
        }
      }
      at = less + 1
    }
    return false
  }

  /// Returns the end of the first line with a word, or the end of the range.
  private func firstLineEnd(_ range: Range<Int>) -> Int {
    var hasWord = false
    for at in range {
      if bytes[at] > 0x20 { hasWord = true }
      if hasWord, bytes[at] == 0x0A || bytes[at] == 0x0D { return at }
    }
    return range.upperBound
  }
}
