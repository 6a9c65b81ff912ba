import TextScanning

/// A title holds text alone, so that one that is never closed would hold the page.
extension MarkupFaults {
  /// A tag inside a title that is closed no farther than this behind it is the title's own text: "How <div> works".
  private static let longestRest = 200

  /// Where a title ends that something else follows before it is closed: at the end of its first line, or at the first
  /// tag that no title holds. Nil for a title that is closed.
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

  /// The end of the first line that has a word, or of the range.
  private func firstLineEnd(_ range: Range<Int>) -> Int {
    var hasWord = false
    for at in range {
      if bytes[at] > 0x20 { hasWord = true }
      if hasWord, bytes[at] == 0x0A || bytes[at] == 0x0D { return at }
    }
    return range.upperBound
  }
}
