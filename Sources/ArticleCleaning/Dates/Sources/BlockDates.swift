import NewsModel
import TextScanning

/// Reads the days in the visible text of a page: next to labels ("published", "updated"), in bylines, on their own
/// lines near the title, and in running text.
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

/// A block of a page that contains a date, and the position of the block.
private struct DatedBlock {
  private let main: MainText
  private let block: PageBlock
  private let index: Int
  private let place: MainText.Place
  /// The number of blocks from the title to this one.
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

  /// The most dates of a block that are read.
  static let mostDates = 3
  private static let distanceWithoutTitle = 100
  /// The distances from the title, in blocks, at which its date and author are expected.
  private static let besideTitle = -6...14
  /// The distance below the title, in blocks, up to which a byline belongs to the article.
  private static let lastByline = 30
  /// The most bytes of a line that is not a paragraph.
  private static let longestLine = 160
  /// The most bytes of a label on its own line.
  private static let longestLabelLine = 40
  /// A line that is more than this many times as long as its date is about something else.
  private static let mostDatesInLine = 7

  // MARK: The text next to the date

  func label(
    of date: DateScanner.Found, after start: Int, isFirst: Bool, _ vocabulary: PageVocabulary
  ) -> DateLabel? {
    if isShort, let label = DateLabel(text, start..<block.end, date: date.range, vocabulary) { return label }
    return isFirst && isMost(date) ? labelAbove(vocabulary) : nil
  }

  /// Returns the label on its own line above the block: "Published:".
  private func labelAbove(_ vocabulary: PageVocabulary) -> DateLabel? {
    guard index > 0 else { return nil }
    let line = main.page.blocks[index - 1]
    guard line.count <= Self.longestLabelLine, !DateScanner.mayHaveDate(text, line.start..<line.end) else { return nil }
    return DateLabel(line: text[line.start..<line.end], vocabulary)
  }

  /// Whether the block contains the date and little else.
  private func isMost(_ date: DateScanner.Found) -> Bool { date.range.count * 2 >= block.count }

  /// Whether the block has at least eight words and ends with a full stop.
  private var isSentence: Bool {
    text[block.end - 1] == UInt8(ascii: ".") && text[range].count(where: { $0 == 0x20 }) >= 7
  }

  /// Whether the date is today's date in the head of a site: a weekday precedes it, and there is nothing else.
  private func isSiteDate(_ date: DateScanner.Found) -> Bool {
    let before = text[block.start..<date.range.lowerBound]
    let words = before.split(whereSeparator: { !($0.isASCIILetter || $0 >= 0x80) })
    return words.count == 1 && words[0].count >= 3 && !before.contains(where: \.isDigit)
      && !text[date.range.upperBound..<block.end].contains(where: { $0.isDigit || $0.isASCIILetter })
  }

  // MARK: Method and trust

  func reading(of date: DateScanner.Found, _ label: DateLabel?, rank: Int) -> (method: DateMethod, trust: DateTrust) {
    // The element's name means a date, or the line is mostly a date; it may also contain an author.
    let isDateLine = isShort && (isMost(date) || main.isNamedForDate(block))
    var (method, trust) = firstReading(of: date, label, isDateLine: isDateLine)
    trust = trustInPlace(trust, label, isDateLine: isDateLine)
    if label == nil, distance < Self.siteHead || distance < 0 && isSiteDate(date) { trust = trust.halved }
    if date.isShort { trust = trust.lowered(by: Self.lossOfShortYear) }
    if label == nil, isOfEvent { trust = min(trust, .event) }
    // A label is about the article even if it is far away, such as in a footer.
    let losesByDistance = label == nil || isNear || place == .teaser
    if losesByDistance { trust = trust.lowered(by: min(Self.mostLossOfDistance, abs(distance) / 2)) }
    return (method, max(.least, trust.lowered(by: rank * Self.lossOfRank)))
  }

  /// Returns the method and trust that follow from the words and the element of the date, before its place is
  /// considered.
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

  /// Lowers the trust in bars of the page and among other articles, where dates are usually not the article's.
  private func trustInPlace(_ trust: DateTrust, _ label: DateLabel?, isDateLine: Bool) -> DateTrust {
    guard place.isAside else { return trust }
    if place == .chrome, !isNear, let label { return label == .published ? .publishedInBar : .changedInBar }
    if isNear, isDateLine { return trust.lowered(by: Self.lossAsideOfTitle) }
    return label == nil ? .aside : trust.halved
  }

  /// The position above the title, in blocks, before which the head of the site is expected.
  private static let siteHead = -3
  // In points of trust.
  private static let lossAsideOfTitle = 20
  private static let lossOfShortYear = 4
  private static let mostLossOfDistance = 10
  private static let lossOfRank = 3
}
