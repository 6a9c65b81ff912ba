import NewsModel
import TextScanning

/// The contents of scripts and styles, which are text even if they contain tags.
extension MarkupFaults {
  func isRawText(_ tag: Tag) -> Bool {
    switch tag {
    case .script, .style: true
    default: false
    }
  }

  /// Skips a script or style. If it is never closed, it is left out up to the next tag.
  mutating func rawText(_ tag: Tag, from start: Int, contentAt: Int) -> Int {
    if !exhaustedRaw.contains(tag) {
      if let close = endOfRawText(tag, from: contentAt) {
        keep(contentAt..<close)
        return index(of: UInt8(ascii: ">"), from: close).map { $0 + 1 } ?? end
      }
      exhaustedRaw.insert(tag)
      unclosed.append("\(tag)")
    }
    var at = contentAt
    while let less = index(of: UInt8(ascii: "<"), from: at), less + 1 < end {
      let name = bytes[less + 1] == UInt8(ascii: "/") ? less + 2 : less + 1
      if name < end, bytes[name].isASCIILetter, self.tag(of: name..<endOfName(from: name)) != .other {
        omitRest(of: start..<less)
        return less
      }
      at = less + 1
    }
    omitRest(of: start..<end)
    return end
  }

  /// Returns the position of the end tag of a script or style.
  ///
  /// As in browsers, a script that begins with the mark of a comment (`<!--`) may write other scripts
  /// (`document.write("<script></script>")`), whose end tags do not end it.
  private mutating func endOfRawText(_ tag: Tag, from start: Int) -> Int? {
    var at = start
    var commentEnd: Int?
    var isInside = false
    var first: Int?
    while let less = index(of: UInt8(ascii: "<"), from: at), less + 1 < end {
      at = less + 1
      if let end = commentEnd, end <= less {
        commentEnd = nil
        isInside = false
      }
      switch bytes[less + 1] {
      case UInt8(ascii: "/") where self.tag(of: less + 2..<endOfName(from: less + 2)) == tag:
        guard isInside else { return less }
        isInside = false
        first = first ?? less
      case UInt8(ascii: "!") where tag == .script && commentEnd == nil && !nestsNever && matches("<!--", at: less):
        if nextCommentEnd <= less { nextCommentEnd = find("-->", from: less + 2) ?? end }
        commentEnd = nextCommentEnd
      case UInt8(ascii: "s"), UInt8(ascii: "S"):
        if commentEnd != nil, self.tag(of: less + 1..<endOfName(from: less + 1)) == .script { isInside = true }
      default: break
      }
    }
    // A script that never ends this way ends at its first end tag, and no other is read this way.
    nestsNever = first != nil
    return first
  }

  /// Keeps the content of a script up to the limit.
  private mutating func keep(_ content: Range<Int>) {
    if content.isEmpty { return }
    if scriptBytes + content.count > DocumentLimits.scripts {
      omittedScripts += content.count
      omit(content)
    } else {
      scriptBytes += content.count
      spared += content.count
      verbatim.append(content)
    }
  }
}
