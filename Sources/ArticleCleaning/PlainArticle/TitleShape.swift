/// Decides whether a line has the shape of a headline.
enum TitleShape {
  private static let mostWords = 24
  private static let mostColumns = 250

  /// Whether the block is short and is not a list item, a table row or a sentence.
  static func fits(_ blocks: [TextBlock], _ i: Int, _ scanner: DateScanner) -> Bool {
    let block = blocks[i]
    let traits = block.traits
    guard (1...mostWords).contains(traits.words), traits.columns <= mostColumns, block.bullet != .item,
      !traits.endsWithColon, traits.letters > traits.digits, traits.gaps == 0, traits.separators < 2,
      !isQuestionOrAnswer(block.text)
    else { return false }
    if !traits.endsSentence { return true }
    return traits.innerStops == 0
      && (block.text.last == UInt8(ascii: "?") || endsInAbbreviation(block.text) || isSigned(blocks, i, scanner))
  }

  /// `Q:`, `A:`
  private static func isQuestionOrAnswer(_ text: [UInt8]) -> Bool {
    SpeakerLabel(text, 0..<min(2, text.count)) != nil
  }

  /// "... in Washington, D.C."
  private static func endsInAbbreviation(_ text: [UInt8]) -> Bool {
    guard let last = text.split(separator: 0x20).last, last.last == UInt8(ascii: ".") else { return false }
    return last.count(where: { $0 == UInt8(ascii: ".") }) > 1
  }

  /// Whether the line below names the author or the day.
  private static func isSigned(_ blocks: [TextBlock], _ i: Int, _ scanner: DateScanner) -> Bool {
    guard i + 1 < blocks.count, let line = HeadLine(blocks[i + 1], scanner) else { return false }
    return line.isByline
  }
}
