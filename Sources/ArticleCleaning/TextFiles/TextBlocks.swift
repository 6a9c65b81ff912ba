/// The blocks of a text file, each with its counts and what was recognised in it.
struct TextBlocks {
  private(set) var blocks: [TextBlock]

  /// Reads a page that was saved as text, without the marks of the renderer.
  init(savedPage text: [UInt8], lines: [TextLine], dates: DateScanner) {
    let paragraphs = JoinedLines(text, lines: lines, joining: RenderedLines(text, lines: lines), dates.vocabulary)
    let marks = RendererMarks(paragraphs.text)
    self.init(paragraphs, dates) { marks.strip(paragraphs.text, $0) }
  }

  /// Reads an article that was typed or pasted, of which every word belongs to the article.
  init(article text: [UInt8], lines: [TextLine], dates: DateScanner) {
    let lines = lines.map { $0.asTyped(text) }
    let paragraphs = JoinedLines(
      text, lines: lines, joining: TypedLines(text, lines: lines, dates.vocabulary), dates.vocabulary)
    self.init(paragraphs, dates) { RendererMarks.Stripped(text: Emphasis.removed(from: Array(paragraphs.text[$0]))) }
  }

  private init(_ paragraphs: JoinedLines, _ dates: DateScanner, strip: (Range<Int>) -> RendererMarks.Stripped) {
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

extension TextBlock {
  /// Sets all properties that follow from the text of the block alone.
  fileprivate mutating func read(_ stripped: RendererMarks.Stripped, _ dates: DateScanner) {
    text = stripped.text
    traits = Traits(text)
    traits.controls = stripped.controls
    traits.linkMarks = stripped.linkNumbers
    phrase = dates.vocabulary.phrases.meaning(ofTextBlock: text, words: traits.words)
    aside = dates.vocabulary.phrases.aside(text, words: traits.words)
    if traits.words <= Self.longestByline, traits.digits > 0 { date = dates.dates(in: text, 0..<text.count).first }
    if traits.words <= Self.longestByline {
      hasAuthorLabel = Byline.opensBlock(text, dates.vocabulary.bylines)
    }
  }

  /// The largest number of words in a line that is read as a byline or a date.
  static let longestByline = 25
}
