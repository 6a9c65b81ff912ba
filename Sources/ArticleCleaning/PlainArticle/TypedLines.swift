import TextScanning

/// Lines of an article as a person, an editor or a mail program broke them.
///
/// Paragraphs on one line each are the rule; nothing is joined there. Where most lines go on in the next one with a small letter, the
/// text was broken by hand or by a program, and paragraphs end at blank lines, at indented lines, and before the margin.
struct TypedLines: LineJoining {
  let margin: Int?
  var hyphenColumn: Int? { isBroken ? margin ?? 1 : nil }
  private let isBroken: Bool
  private let hasBlankLines: Bool
  /// Where the lines begin that can be no heading's.
  private let headEnd: Int
  private let firstLine: Int
  private let bytes: [UInt8]
  private let scanner: DateScanner

  init(_ bytes: [UInt8], lines: [DumpLine], _ vocabulary: PageVocabulary) {
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
    // Half of the lines begin with a small letter, or, among many names, a quarter while three of four end in no full stop.
    isBroken = open > 0 && (open * 2 >= pairs || open * 4 >= pairs && unended * 4 >= pairs * 3)
    // A program fills its lines.
    self.margin = full * 10 >= open * 8 ? margin : nil
    let written = lines.filter { !$0.content.isEmpty }
    firstLine = written.first?.content.lowerBound ?? 0
    headEnd = written.dropFirst(Self.headLines).first?.content.lowerBound ?? bytes.count
    hasBlankLines = lines.dropFirst().dropLast().contains(where: \.isBlank)
  }

  /// Columns of the shortest line that says whether the text was broken: shorter ones are items.
  private static let shortestBroken = 20
  /// Lines among which title, byline and date stand.
  private static let headLines = 12

  func continues(_ last: DumpLine, _ line: DumpLine) -> Bool {
    guard isBroken, line.bullet == .none, !line.isHeading, !last.isHeading, !last.content.isEmpty,
      !line.content.isEmpty,
      !Self.hasColumns(bytes, last), !Self.hasColumns(bytes, line), !Self.isRule(bytes, last), !Self.isRule(bytes, line)
    else { return false }
    // An indented line opens a paragraph; under a list's mark it hangs.
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
    return !ends && last.edge * 10 >= margin * 6
  }

  /// A line of its own whatever stands beside it: a date, an author, an address, a field.
  private func isHead(_ line: DumpLine) -> Bool {
    let text = Array(bytes[line.content])
    guard text.count <= DateLine.longest, margin.map({ line.edge * 10 < $0 * 8 }) ?? true else { return false }
    return DateLine(text, scanner) != nil || isField(line) && !line.firstWord(bytes).isLower
      || Byline.isLabelled(text, scanner.vocabulary.bylines)
        && Byline(String(decoding: text, as: UTF8.self), scanner.vocabulary).author != nil
  }

  /// One in small letters stands among others.
  private func isField(_ line: DumpLine) -> Bool {
    line.content.count <= DateLine.longest && HeadField(Array(bytes[line.content]), scanner.vocabulary) != nil
  }

  private static func isOpen(_ bytes: [UInt8], _ line: DumpLine, _ next: DumpLine) -> Bool {
    switch Scalars.letterCase(Scalars.decode(bytes, next.content.lowerBound, next.content.upperBound).value) {
    case .lower: true
    case .uncased: !endsSentence(bytes, line)
    case .upper, .none: false
    }
  }

  static func endsSentence(_ bytes: [UInt8], _ line: DumpLine) -> Bool {
    DumpBlock.Traits(Array(bytes[line.content].suffix(12))).endsSentence
  }

  /// `-----`, `* * *`
  private static func isRule(_ bytes: [UInt8], _ line: DumpLine) -> Bool {
    bytes[line.content].allSatisfy { !$0.isASCIILetter && !$0.isDigit && $0 < 0x80 }
  }

  /// A row of a table: cells parted by tabs, bars or three blanks.
  private static func hasColumns(_ bytes: [UInt8], _ line: DumpLine) -> Bool {
    var blanks = 0
    for byte in bytes[line.content] {
      if byte == 0x09 || byte == UInt8(ascii: "|") { return true }
      blanks = byte == 0x20 ? blanks + 1 : 0
      if blanks == 3 { return true }
    }
    return false
  }
}

/// Who speaks, before a colon: "Q:", "A:", "Jane Doe:".
struct SpeakerLabel {
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    let end = min(range.upperBound, range.lowerBound + Self.longest)
    guard let colon = bytes[range.lowerBound..<end].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let words = bytes[range.lowerBound..<colon].split(separator: 0x20)
    guard (1...3).contains(words.count), words.allSatisfy({ (0x41...0x5A).contains($0.first!) || $0.first! >= 0xC3 })
    else { return nil }
  }

  private static let longest = 36
}
