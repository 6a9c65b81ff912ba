import NewsModel

/// An article that was saved without the page around it: lines with title, author, date and address above and below the
/// text, and the text itself, of which nothing is left out.
struct PlainArticle {
  let blocks: [TextBlock]
  let scanner: DateScanner
  let events: EventDays
  /// The block that is the title.
  var title: Int?
  /// The blocks that are no text.
  private(set) var asides: [Int: Aside] = [:]
  var imprint: ArticleImprint

  init(_ blocks: [TextBlock], scanner: DateScanner) {
    self.blocks = blocks
    self.scanner = scanner
    events = EventDays(blocks, scanner)
    imprint = ArticleImprint(scanner: scanner)
    for i in blocks.indices {
      if blocks[i].traits.words == 0, blocks[i].traits.digits == 0 { setAside(i, .noWords) }
      if blocks[i].bullet != .item, scanner.vocabulary.phrases.isSiteLine(blocks[i].text) {
        setAside(i, .siteLine)
      }
    }
    readHead()
    readTail()
    imprint.readTitleDate()
  }

  /// Every block but the title, in order.
  var zoned: [Block] {
    let text = blocks.indices.filter { $0 != title && asides[$0] == nil && !blocks[$0].text.isEmpty }
    let lead = text.first { ProseScore.of(blocks[$0]) > 0 } ?? text.first
    return blocks.indices.compactMap { i in
      guard i != title, !blocks[i].text.isEmpty else { return nil }
      return Block(
        zone: asides[i]?.zone ?? (i == lead ? .lead : .body), text: String(decoding: blocks[i].text, as: UTF8.self),
        reason: asides[i]?.rawValue ?? "article text")
    }
  }

  mutating func setAside(_ i: Int, _ aside: Aside) { asides[i] = aside }

  /// Why a block is no text. The raw value is the reason that is stored.
  enum Aside: String {
    case noWords = "no words"
    case siteLine = "line of a site"
    case field = "field above the text"
    case pressOffice = "press office"
    case dateBelow = "date below the text"
    case address, byline, copyright, imprint, source, tags

    var zone: Zone {
      switch self {
      case .copyright: .footer
      case .tags: .tags
      case .noWords, .siteLine, .field, .pressOffice, .dateBelow, .address, .byline, .imprint, .source: .navigation
      }
    }
  }
}
