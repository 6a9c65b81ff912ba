import NewsModel

/// An article that was saved without the page around it: the lines above and below the text, with title, author, date
/// and address, and the text itself, from which nothing is left out.
struct PlainArticle {
  let blocks: [TextBlock]
  let scanner: DateScanner
  let events: EventDays
  /// The index of the block that is the title.
  var title: Int?
  /// The blocks that do not belong to the text, by index.
  private(set) var asides: [Int: Aside] = [:]
  var imprint: ArticleImprint

  /// - Parameter pageHead: the parts of the line above each page of a printed text.
  init(_ blocks: [TextBlock], pageHead: [[UInt8]] = [], scanner: DateScanner) {
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
    for line in pageHead.compactMap({ PublicationLine($0, scanner) }) where line.isBare { imprint.take(line) }
    imprint.readTitleDate()
  }

  /// All blocks except the title, in order, with their zones.
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

  /// The reason why a block does not belong to the text. The raw value is stored.
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
