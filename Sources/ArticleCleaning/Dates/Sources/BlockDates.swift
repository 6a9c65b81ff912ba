import NewsModel
import TextScanning

/// The days in the visible text of a page: beside labels ("published", "updated"), in bylines, on lines of their own
/// near the title, and in running text.
extension DateCandidates {
  mutating func readBlocks(of page: DatedPage) {
    let main = page.main
    let text = main.page.text
    for (index, block) in main.page.blocks.enumerated() {
      guard DateScanner.mayHaveDate(text, block.start..<block.end) else { continue }
      let found = scanner.dates(in: text, block.start..<block.end)
      guard !found.isEmpty else { continue }
      let dated = DatedBlock(block, at: index, page)
      var labelStart = block.start
      for (rank, date) in found.prefix(DatedBlock.mostDates).enumerated() {
        let label = dated.label(of: date, after: labelStart, isFirst: rank == 0, scanner.vocabulary)
        labelStart = date.range.upperBound
        let (method, trust) = dated.reading(of: date, label, rank: rank)
        add(date, method, trust, isChange: label == .changed)
      }
    }
  }
}

/// A block of a page with a date in it, and where it stands.
private struct DatedBlock {
  private let main: MainText
  private let block: PageBlock
  private let index: Int
  private let place: MainText.Place
  /// Blocks from the title to this one.
  private let distance: Int
  private let isOfEvent: Bool

  init(_ block: PageBlock, at index: Int, _ page: DatedPage) {
    main = page.main
    self.block = block
    self.index = index
    place = main.place(of: block.holder, heading: page.heading)
    distance = page.headingBlock.map { index - $0 } ?? Self.distanceWithoutTitle
    isOfEvent = main.tree.isOfEvent(block.holder)
  }

  private var text: [UInt8] { main.page.text }
  private var range: Range<Int> { block.start..<block.end }
  private var isShort: Bool { block.count <= Self.longestLine }
  private var isNear: Bool { Self.besideTitle.contains(distance) }

  /// Dates of a block that are read.
  static let mostDates = 3
  private static let distanceWithoutTitle = 100
  /// Blocks above and below the title among which date and author stand.
  private static let besideTitle = -6...14
  /// Blocks below the title, where bylines of the article end.
  private static let lastByline = 30
  /// Bytes of a line that is no paragraph.
  private static let longestLine = 160
  /// Bytes of a label on a line of its own.
  private static let longestLabelLine = 40
  /// A line that is longer than this many of its dates has other things to say.
  private static let mostDatesInLine = 7

  // MARK: What is beside the date

  func label(
    of date: DateScanner.Found, after start: Int, isFirst: Bool, _ vocabulary: PageVocabulary
  ) -> DateLabel? {
    if isShort, let label = DateLabel(text, start..<block.end, date: date.range, vocabulary) { return label }
    return isFirst && isMost(date) ? labelAbove(vocabulary) : nil
  }

  /// A label on a line of its own: "Published:".
  private func labelAbove(_ vocabulary: PageVocabulary) -> DateLabel? {
    guard index > 0 else { return nil }
    let line = main.page.blocks[index - 1]
    guard line.count <= Self.longestLabelLine, !DateScanner.mayHaveDate(text, line.start..<line.end) else { return nil }
    return DateLabel(line: text[line.start..<line.end], vocabulary)
  }

  /// Whether the block is a date and little else.
  private func isMost(_ date: DateScanner.Found) -> Bool { date.range.count * 2 >= block.count }

  /// Eight words and a full stop.
  private var isSentence: Bool {
    text[block.end - 1] == UInt8(ascii: ".") && text[range].count(where: { $0 == 0x20 }) >= 7
  }

  /// The head of a site has today's date: a weekday before it, and nothing else.
  private func isSiteDate(_ date: DateScanner.Found) -> Bool {
    let before = text[block.start..<date.range.lowerBound]
    let words = before.split(whereSeparator: { !($0.isASCIILetter || $0 >= 0x80) })
    return words.count == 1 && words[0].count >= 3 && !before.contains(where: \.isDigit)
      && !text[date.range.upperBound..<block.end].contains(where: { $0.isDigit || $0.isASCIILetter })
  }

  // MARK: Method and trust

  func reading(of date: DateScanner.Found, _ label: DateLabel?, rank: Int) -> (method: DateMethod, trust: DateTrust) {
    // The line is named for a date or is one; an author may stand beside it.
    let isDateLine = isShort && (isMost(date) || main.isNamedForDate(block))
    var (method, trust) = firstReading(of: date, label, isDateLine: isDateLine)
    trust = trustInPlace(trust, label, isDateLine: isDateLine)
    if label == nil, distance < Self.siteHead || distance < 0 && isSiteDate(date) { trust = trust.halved }
    if date.isShort { trust = trust.lowered(by: Self.lossOfShortYear) }
    if label == nil, isOfEvent { trust = min(trust, .event) }
    // A label tells of the article from a footer too.
    let losesByDistance = label == nil || isNear || place == .teaser
    if losesByDistance { trust = trust.lowered(by: min(Self.mostLossOfDistance, abs(distance) / 2)) }
    return (method, max(.least, trust.lowered(by: rank * Self.lossOfRank)))
  }

  /// What the words and the element of the date tell, wherever the block stands.
  private func firstReading(
    of date: DateScanner.Found, _ label: DateLabel?, isDateLine: Bool
  ) -> (DateMethod, DateTrust) {
    switch label {
    case .published: return (.textPublished, isNear ? .publishedBesideTitle : .published)
    case .changed: return (.textUpdated, .changed)
    case nil: break
    }
    if main.roles[block.holder] == .byline {
      let isAbove = distance < Self.besideTitle.lowerBound
      return (.byline, isAbove ? .bylineAbove : distance > Self.lastByline ? .bylineFarBelow : .byline)
    }
    let isLine = isShort && !isSentence
    if isNear, isDateLine { return (.byline, .dateBesideTitle) }
    if isNear, isLine, date.range.count * Self.mostDatesInLine >= block.count {
      return (.byline, .shortLineBesideTitle)
    }
    if isDateLine { return (.text, .dateElsewhere) }
    return (.text, isLine ? .shortLine : .runningText)
  }

  /// In bars of the page and among other articles, dates are usually not the article's.
  private func trustInPlace(_ trust: DateTrust, _ label: DateLabel?, isDateLine: Bool) -> DateTrust {
    guard place.isAside else { return trust }
    if place == .chrome, !isNear, let label { return label == .published ? .publishedInBar : .changedInBar }
    if isNear, isDateLine { return trust.lowered(by: Self.lossAsideOfTitle) }
    return label == nil ? .aside : trust.halved
  }

  /// Blocks above the title, from which on the head of the site stands.
  private static let siteHead = -3
  // Points of trust.
  private static let lossAsideOfTitle = 20
  private static let lossOfShortYear = 4
  private static let mostLossOfDistance = 10
  private static let lossOfRank = 3
}
