import TextScanning

/// Joins the lines of an article that a person, an editor or a mail program broke.
///
/// Usually every paragraph is one line, and nothing is joined. If most lines are followed by a line that begins with a
/// lower-case letter, the text was broken. Paragraphs then end at blank lines, before indented lines, and at lines that
/// end well before the margin.
struct TypedLines: LineJoining {
  let margin: Int?
  var hyphenColumn: Int? { isBroken ? margin ?? 1 : nil }
  private let isBroken: Bool
  private let hasBlankLines: Bool
  /// The position after the lines in which title, byline and date are expected.
  private let headEnd: Int
  private let firstLine: Int
  private let bytes: [UInt8]
  private let scanner: DateScanner

  init(_ bytes: [UInt8], lines: [TextLine], _ vocabulary: PageVocabulary) {
    self.bytes = bytes
    scanner = DateScanner(vocabulary)
    let margin = RenderedLines.margin(of: lines)
    var pairs = 0
    var open = 0
    var unended = 0
    var full = 0
    for (line, next) in zip(lines, lines.dropFirst())
    where !line.content.isEmpty && !next.content.isEmpty && next.bullet == .none && line.width >= Self.shortestBroken {
      if line.isHeading || next.isHeading || Self.hasColumns(bytes, line) { continue }
      pairs += 1
      if !Self.endsSentence(bytes, line) { unended += 1 }
      guard Self.isOpen(bytes, line, next) else { continue }
      open += 1
      if let margin, line.edge + 1 + next.firstWord(bytes).width > margin { full += 1 }
    }
    // The text is broken if half of the lines are followed by a lower-case letter. In a text with many names, a quarter
    // is enough if three of four lines end without a full stop.
    isBroken = open > 0 && (open * 2 >= pairs || open * 4 >= pairs && unended * 4 >= pairs * 3)
    // A program, unlike a person, fills nearly all lines up to a margin.
    self.margin = full * 100 >= open * Self.filledLines ? margin : nil
    let written = lines.filter { !$0.content.isEmpty }
    firstLine = written.first?.content.lowerBound ?? 0
    headEnd = written.dropFirst(Self.headLines).first?.content.lowerBound ?? bytes.count
    hasBlankLines = lines.dropFirst().dropLast().contains(where: \.isBlank)
  }

  /// In columns. Shorter lines may be list items, so they do not show whether the text was broken.
  private static let shortestBroken = 20
  /// The percentage of the broken lines that a program fills up to the margin.
  private static let filledLines = 80
  /// In percent of the margin. A line of at least this length that ends without a full stop is joined with the next
  /// one.
  private static let shortestUnended = 60
  /// In percent of the margin. A longer line belongs to a paragraph, even if it looks like a date or a field.
  private static let longestHeadLine = 80
  /// The number of bytes at the end of a line that show whether a sentence ends there.
  private static let sentenceEnd = 12
  /// The number of lines in which title, byline and date are expected.
  private static let headLines = 12

  func continues(_ last: TextLine, _ line: TextLine) -> Bool {
    guard isBroken, line.bullet == .none, !line.isHeading, !last.isHeading, !last.content.isEmpty,
      !line.content.isEmpty,
      !Self.hasColumns(bytes, last), !Self.hasColumns(bytes, line), !Self.isRule(bytes, last), !Self.isRule(bytes, line)
    else { return false }
    // An indented line begins a paragraph, unless it continues a list item.
    if last.bullet == .none, line.indent >= last.indent + 2 { return false }
    let word = line.firstWord(bytes)
    let ends = Self.endsSentence(bytes, last)
    if line.content.lowerBound < headEnd, isHead(last) || isHead(line) || isField(last) && isField(line) {
      return false
    }
    if word.isLower { return true }
    if last.content.lowerBound == firstLine || ends && SpeakerLabel(bytes, line.content) != nil { return false }
    if last.bullet != .none, line.indent < last.indent { return false }
    guard let margin else { return hasBlankLines || !ends }
    if last.edge + 1 + word.width > margin { return true }
    return !ends && last.edge * 100 >= margin * Self.shortestUnended
  }

  /// Whether the line is a paragraph of its own, whatever is above and below it: a date, an author, a field.
  private func isHead(_ line: TextLine) -> Bool {
    let text = Array(bytes[line.content])
    guard text.count <= PublicationLine.longest, margin.map({ line.edge * 100 < $0 * Self.longestHeadLine }) ?? true
    else { return false }
    return PublicationLine(text, scanner) != nil || isField(line) && !line.firstWord(bytes).isLower
      || Byline.isLabelled(text, scanner.vocabulary.bylines)
        && Byline(String(decoding: text, as: UTF8.self), scanner.vocabulary).author != nil
  }

  /// Whether the line begins with the name of a field. A name in lower case counts only next to another field.
  private func isField(_ line: TextLine) -> Bool {
    line.content.count <= PublicationLine.longest && HeadField(Array(bytes[line.content]), scanner.vocabulary) != nil
  }

  private static func isOpen(_ bytes: [UInt8], _ line: TextLine, _ next: TextLine) -> Bool {
    switch Scalars.letterCase(Scalars.decode(bytes, next.content.lowerBound, next.content.upperBound).value) {
    case .lower: true
    case .uncased: !endsSentence(bytes, line)
    case .upper, .none: false
    }
  }

  static func endsSentence(_ bytes: [UInt8], _ line: TextLine) -> Bool {
    TextBlock.Traits(Array(bytes[line.content].suffix(Self.sentenceEnd))).endsSentence
  }

  /// Whether the line is a rule: `-----`, `* * *`.
  private static func isRule(_ bytes: [UInt8], _ line: TextLine) -> Bool {
    bytes[line.content].allSatisfy { !$0.isASCIILetter && !$0.isDigit && $0 < 0x80 }
  }

  /// Whether the line is a table row, with tabs, bars or three blanks between its cells.
  private static func hasColumns(_ bytes: [UInt8], _ line: TextLine) -> Bool {
    var blanks = 0
    for byte in bytes[line.content] {
      if byte == 0x09 || byte == UInt8(ascii: "|") { return true }
      blanks = byte == 0x20 ? blanks + 1 : 0
      if blanks == 3 { return true }
    }
    return false
  }
}

/// The name of a speaker before a colon: "Q:", "A:", "Jane Doe:".
struct SpeakerLabel {
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    let end = min(range.upperBound, range.lowerBound + Self.longest)
    guard let colon = bytes[range.lowerBound..<end].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let words = bytes[range.lowerBound..<colon].split(separator: 0x20)
    guard (1...3).contains(words.count), words.allSatisfy({ (0x41...0x5A).contains($0.first!) || $0.first! >= 0xC3 })
    else { return nil }
  }

  /// In bytes.
  private static let longest = 36
}
