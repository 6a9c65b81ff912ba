/// Headings and emphasis that people type into plain text: `## Section`, `**bold**`.
extension TextLine {
  /// Returns the line without the mark of a heading. In text that a person typed, `#` does not mark a list item, and an
  /// "o" at the beginning of a line is a word.
  func asTyped(_ bytes: [UInt8]) -> TextLine {
    var line = self
    var marks = 0
    if bullet == .item {
      var mark = content.lowerBound
      while mark > 0, bytes[mark - 1] == 0x20 { mark -= 1 }
      guard mark > 0 else { return self }
      if bytes[mark - 1] == UInt8(ascii: "#") { marks = 1 }
      if bytes[mark - 1] == UInt8(ascii: "o") {
        line.width += line.content.lowerBound - mark + 1
        line.indent -= line.content.lowerBound - mark + 1
        line.content = mark - 1..<line.content.upperBound
        line.bullet = .none
        return line
      }
    } else {
      while marks < 7, content.lowerBound + marks < content.upperBound,
        bytes[content.lowerBound + marks] == UInt8(ascii: "#")
      {
        marks += 1
      }
      let after = content.lowerBound + marks
      guard (1...6).contains(marks), after < content.upperBound, bytes[after] == 0x20 else { return self }
      line.content = after + 1..<content.upperBound
    }
    guard marks > 0 else { return self }
    line.bullet = .none
    line.indent = 0
    line.isHeading = true
    return line
  }
}

enum Emphasis {
  /// Returns the text without the pairs of stars and underscores around words.
  static func removed(from text: [UInt8]) -> [UInt8] {
    removed(UInt8(ascii: "_"), from: removed(UInt8(ascii: "*"), from: unwrapped(text)))
  }

  /// Removes the marks around a line that is emphasised as a whole: `*12 March 2019*`.
  private static func unwrapped(_ text: [UInt8]) -> [UInt8] {
    guard let mark = text.first, mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_"), text.last == mark,
      text.count(where: { $0 == mark }) == 2
    else { return text }
    return Array(text.dropFirst().dropLast())
  }

  private static func removed(_ mark: UInt8, from text: [UInt8]) -> [UInt8] {
    var bare: [UInt8] = []
    var pairs = 0
    var at = 0
    while at < text.count {
      guard text[at] == mark, at + 1 < text.count, text[at + 1] == mark else {
        bare.append(text[at])
        at += 1
        continue
      }
      // Three or more marks are a rule, not emphasis.
      if at + 2 < text.count, text[at + 2] == mark { return text }
      pairs += 1
      at += 2
    }
    return pairs % 2 == 0 ? bare : text
  }
}
