/// A text dump as blocks with what can be counted and recognised in each.
struct DumpPage {
  private(set) var blocks: [DumpBlock]

  init(_ text: [UInt8], dates: DateScanner) {
    let paragraphs = DumpParagraphs(text, lines: DumpLine.lines(of: text))
    let marks = DumpMarks(paragraphs.text)
    blocks = paragraphs.blocks
    var counts: [UInt64: Int] = [:]
    for i in blocks.indices {
      let stripped = marks.strip(paragraphs.text, blocks[i].range)
      blocks[i].read(stripped, dates)
      let traits = blocks[i].traits
      if traits.words > 0 { counts[traits.fingerprint, default: 0] += 1 }
      if i > 0, traits.words > 3, traits.fingerprint == blocks[i - 1].traits.fingerprint {
        blocks[i].isTwin = true
        blocks[i - 1].isTwin = true
      }
    }
    for i in blocks.indices { blocks[i].traits.occurrences = counts[blocks[i].traits.fingerprint] ?? 1 }
  }

  /// Article text that was saved clean: nothing that a site or a renderer adds, and nearly all of it prose.
  var isCleanText: Bool {
    var words = 0
    var prose = 0
    var items = 0
    for block in blocks {
      if block.traits.controls > 0 || block.traits.linkMarks > 0 { return false }
      switch block.phrase {
      case .related, .comments, .tags, .share, .copyright, .button: return false
      default: break
      }
      words += block.traits.words
      if DumpScore.of(block) > 0 { prose += block.traits.words } else if block.bullet == .item { items += 1 }
    }
    return prose * 5 >= words * 4 && items * 2 <= blocks.count
  }
}

extension DumpBlock {
  /// Fills in everything that the block's own text tells.
  fileprivate mutating func read(_ stripped: DumpMarks.Stripped, _ dates: DateScanner) {
    text = stripped.text
    traits = Traits(text)
    traits.controls = stripped.controls
    traits.linkMarks = stripped.linkNumbers
    phrase = DumpPhrase(text, words: traits.words)
    aside = DumpAside(text, words: traits.words)
    if traits.words <= Self.longestByline, traits.digits > 0 { date = dates.dates(in: text, 0..<text.count).first }
    if traits.words <= Self.longestByline {
      hasAuthorLabel = Self.authorLabels.contains { Self.starts(text, with: $0) }
    }
  }

  /// Words of a line that may be read as byline or date.
  static let longestByline = 25

  private static func starts(_ text: [UInt8], with label: [UInt8]) -> Bool {
    text.count > label.count && zip(text, label).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
  }

  private static let authorLabels = ["by ", "written by", "author:", "von ", "autor:", "автор:", "auteur"].map {
    Array($0.utf8)
  }
}
