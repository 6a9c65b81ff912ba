/// A text as blocks with what can be counted and recognised in each.
struct DumpPage {
  private(set) var blocks: [DumpBlock]

  /// A page that a renderer wrote out: its marks are left out.
  init(dump text: [UInt8], lines: [DumpLine], dates: DateScanner) {
    let paragraphs = DumpParagraphs(text, lines: lines, joining: RenderedLines(text, lines: lines))
    let marks = DumpMarks(paragraphs.text)
    self.init(paragraphs, dates) { marks.strip(paragraphs.text, $0) }
  }

  /// An article that was typed or pasted: every word is its own.
  init(article text: [UInt8], lines: [DumpLine], dates: DateScanner) {
    let lines = lines.map { $0.asTyped(text) }
    let paragraphs = DumpParagraphs(text, lines: lines, joining: TypedLines(text, lines: lines, dates.vocabulary))
    self.init(paragraphs, dates) { DumpMarks.Stripped(text: Emphasis.removed(from: Array(paragraphs.text[$0]))) }
  }

  private init(_ paragraphs: DumpParagraphs, _ dates: DateScanner, strip: (Range<Int>) -> DumpMarks.Stripped) {
    blocks = paragraphs.blocks
    var counts: [UInt64: Int] = [:]
    for i in blocks.indices {
      blocks[i].read(strip(blocks[i].range), dates)
      let traits = blocks[i].traits
      if traits.words > 0 { counts[traits.fingerprint, default: 0] += 1 }
      if i > 0, traits.words > 3, traits.fingerprint == blocks[i - 1].traits.fingerprint {
        blocks[i].isTwin = true
        blocks[i - 1].isTwin = true
      }
    }
    for i in blocks.indices { blocks[i].traits.occurrences = counts[blocks[i].traits.fingerprint] ?? 1 }
  }
}

extension DumpBlock {
  /// Fills in everything that the block's own text tells.
  fileprivate mutating func read(_ stripped: DumpMarks.Stripped, _ dates: DateScanner) {
    text = stripped.text
    traits = Traits(text)
    traits.controls = stripped.controls
    traits.linkMarks = stripped.linkNumbers
    phrase = dates.vocabulary.dumpPhrases.meaning(of: text, words: traits.words)
    aside = dates.vocabulary.dumpAsides.meaning(of: text, words: traits.words)
    if traits.words <= Self.longestByline, traits.digits > 0 { date = dates.dates(in: text, 0..<text.count).first }
    if traits.words <= Self.longestByline {
      hasAuthorLabel = dates.vocabulary.bylines.dumpLabels.contains { Self.starts(text, with: $0) }
    }
  }

  /// Words of a line that may be read as byline or date.
  static let longestByline = 25

  private static func starts(_ text: [UInt8], with label: [UInt8]) -> Bool {
    text.count > label.count && zip(text, label).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
  }
}
