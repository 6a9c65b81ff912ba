import NewsModel

/// An article that was saved without the page around it: lines with title, author, date and address above and below the
/// text, and the text itself, of which nothing is left out.
struct PlainArticle {
  private let blocks: [DumpBlock]
  private let scanner: DateScanner
  private let events: EventDays
  /// The block that is the title.
  private var title: Int?
  /// The blocks that are no text, with the reason.
  private var asides: [Int: (zone: Zone, reason: String)] = [:]
  private(set) var imprint: ArticleImprint

  init(_ blocks: [DumpBlock], scanner: DateScanner) {
    self.blocks = blocks
    self.scanner = scanner
    events = EventDays(blocks, scanner)
    imprint = ArticleImprint(scanner: scanner)
    for i in blocks.indices {
      if blocks[i].traits.words == 0, blocks[i].traits.digits == 0 { setAside(i, "no words") }
      if blocks[i].bullet != .item, scanner.vocabulary.siteWords.isSiteLine(blocks[i].text) {
        setAside(i, "line of a site")
      }
    }
    readHead()
    readTail()
    imprint.readTitleDate()
  }

  /// Every block but the title, in order.
  var zoned: [Block] {
    let text = blocks.indices.filter { $0 != title && asides[$0] == nil && !blocks[$0].text.isEmpty }
    let lead = text.first { DumpScore.of(blocks[$0]) > 0 } ?? text.first
    return blocks.indices.compactMap { i in
      guard i != title, !blocks[i].text.isEmpty else { return nil }
      let (zone, reason) = asides[i] ?? (i == lead ? .lead : .body, "article text")
      return Block(zone: zone, text: String(decoding: blocks[i].text, as: UTF8.self), reason: reason)
    }
  }

  private mutating func setAside(_ i: Int, _ reason: String, _ zone: Zone = .navigation) { asides[i] = (zone, reason) }

  // MARK: Above the text

  private mutating func readHead() {
    var standfirsts = 0
    var isOffice = false
    for i in blocks.indices.prefix(Self.headBlocks) where asides[i] == nil {
      let mayBeContact = isOffice && blocks[i].blankBefore == 0 && isContact(i)
      isOffice = false
      if isFolded(i) {
        setAside(i, Self.field)
      } else if let line = HeadLine(blocks[i], scanner), isBelieved(line, at: i), standfirsts == 0 || line.isByline {
        isOffice = take(line, at: i) && title == nil
      } else if mayBeContact {
        setAside(i, "press office")
        isOffice = true
      } else if standfirsts == 0, let rights = rights(under: i) {
        if rights == i { setAside(i, "copyright", .footer) } else { setAside(i, "imprint") }
      } else if standfirsts == 0, isTitle(i) {
        if let source = title { takeSource(source) }
        title = i
        imprint.title = String(decoding: blocks[i].text, as: UTF8.self)
      } else {
        // A standfirst or two may stand between title and byline.
        standfirsts += 1
        if standfirsts > Self.mostStandfirsts || blocks[i].traits.words > Self.longestStandfirst || imprint.title == nil
        {
          return
        }
      }
    }
  }

  private static let headBlocks = 30
  private static let mostStandfirsts = 2
  /// Words.
  private static let longestStandfirst = 40

  /// Whether the line belongs to the head. Above the title only a date that stands alone does: "Daily Bulletin,
  /// 12 March 2019" is the title.
  private func isBelieved(_ line: HeadLine, at i: Int) -> Bool {
    switch line {
    case .dated(let date):
      let mayBeTitle = imprint.title == nil && !date.isBare && date.author == nil && date.agency == nil
      return !mayBeTitle && !events.include(date)
    case .byline: return imprint.title != nil || i + 1 < blocks.count
    case .field(let field, let date): return isBelieved(field, date, at: i)
    case .office: return imprint.title == nil && i > 0 && asides[i - 1] != nil
    case .address, .release: return true
    }
  }

  /// Whether the field belongs to the head. Below a title, a line with the name of a field may belong to the text:
  /// "Contact: none was found", "Source: ministries".
  private func isBelieved(_ field: HeadField, _ date: PublicationLine?, at i: Int) -> Bool {
    switch field.kind {
    case .title: return imprint.title == nil
    case .record, .tags: return true
    case _ where title == nil: return true
    case .date: return date != nil || blocks[i].date != nil
    case .author: return !field.byline(scanner.vocabulary).isEmpty
    case .address: return field.value.contains("://")
    case .publisher: return !blocks[i].traits.endsSentence
    case .other: return false
    }
  }

  /// Reads a line of the head. Returns true if the lines right below may belong to a press office.
  private mutating func take(_ line: HeadLine, at i: Int) -> Bool {
    switch line {
    case .address(let address):
      imprint.address = imprint.address ?? address
      setAside(i, "address")
    case .field(let field, let date):
      imprint.take(field, date, date: blocks[i].date)
      setAside(i, Self.field)
      return field.kind == .other
    case .dated(let date):
      imprint.take(date)
      setAside(i, "byline")
    case .byline(let byline):
      imprint.take(byline)
      setAside(i, "byline")
    case .release(let date):
      if let date { imprint.take(date) }
      setAside(i, "press office")
    case .office:
      setAside(i, "press office")
      return true
    }
    return false
  }

  private static let field = "field above the text"

  /// Whether the block continues a field: mail programs indent the second line of a long one.
  private func isFolded(_ i: Int) -> Bool {
    i > 0 && asides[i - 1]?.reason == Self.field && blocks[i].blankBefore == 0
      && blocks[i].indent > blocks[i - 1].indent
  }

  /// Whether the block may be a name below "Contact:".
  private func isContact(_ i: Int) -> Bool { blocks[i].traits.words <= 4 && DumpScore.of(blocks[i]) <= 0 }

  // MARK: The title

  /// Whether the block is the first with the shape of a title, and text follows.
  private func isTitle(_ i: Int) -> Bool {
    guard imprint.title == nil || isUnderSource(i), TitleShape.fits(blocks, i, scanner) else { return false }
    return blocks[(i + 1)...].contains { $0.traits.words + $0.traits.digits > 0 }
  }

  /// Whether the block is the headline below the name of a newspaper. Press databases put the name and the day above the
  /// headline, and fields below it.
  private func isUnderSource(_ i: Int) -> Bool {
    guard let title, title + 1 < i, blocks[i].lineCount == 1, (title + 1..<i).allSatisfy({ asides[$0] != nil }),
      i + 1 < blocks.count,
      case .field(let field, _)? = HeadLine(blocks[i + 1], scanner)
    else { return false }
    return field.kind == .author || field.kind == .record
  }

  private mutating func takeSource(_ i: Int) {
    imprint.publisher = imprint.publisher ?? String(decoding: blocks[i].text, as: UTF8.self)
    setAside(i, "source")
  }

  /// Returns the line of rights that ends an imprint above the text. The number of words, a clock, the source and the
  /// language stand between it and the title.
  private func rights(under i: Int) -> Int? {
    guard title != nil,
      let rights = blocks[i...].prefix(Self.mostImprint).firstIndex(where: { $0.phrase == .copyright }),
      rights + 1 < blocks.count,
      blocks[i...rights].allSatisfy({ DumpScore.of($0) <= 0 && $0.traits.words <= Self.longestImprint })
    else { return nil }
    return rights
  }

  /// Lines.
  private static let mostImprint = 8
  /// Words of a line.
  private static let longestImprint = 14

  // MARK: Below the text

  private mutating func readTail() {
    var left = Self.tailBlocks
    for i in blocks.indices.reversed() where asides[i] == nil {
      guard left > 0, i > (title ?? 0), takeTail(i) else { return }
      left -= 1
    }
  }

  private static let tailBlocks = 6

  private mutating func takeTail(_ i: Int) -> Bool {
    let block = blocks[i]
    if block.phrase == .copyright, block.traits.words <= Self.longestRights {
      setAside(i, "copyright", .footer)
    } else if let field = HeadField(block.text, scanner.vocabulary), field.kind == .tags {
      imprint.tags += field.list
      setAside(i, "tags", .tags)
    } else if block.bullet == .none, let line = PublicationLine(block.text, scanner), isDateBelow(line, at: i) {
      imprint.take(line)
      setAside(i, "date below the text")
    } else {
      return false
    }
    return true
  }

  /// Words.
  private static let longestRights = 30

  /// Whether the line below the text is the date of the article: it has a label, or it is the only date and no row of a
  /// list.
  private func isDateBelow(_ line: PublicationLine, at i: Int) -> Bool {
    if line.days.contains(where: { $0.label != nil }) { return true }
    let isRow = i > 0 && blocks[i - 1].date != nil && PublicationLine(blocks[i - 1].text, scanner) != nil
    return imprint.dates.all.isEmpty && !events.include(line) && !isRow
  }
}
