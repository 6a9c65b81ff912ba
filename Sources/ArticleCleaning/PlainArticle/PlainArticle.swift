import NewsModel

/// A text that holds an article and nothing of a site: lines that name title, author, date and address above the text and below it, and
/// the text, of which nothing is left out.
struct PlainArticle {
  private let blocks: [DumpBlock]
  private let scanner: DateScanner
  /// The block that is the title.
  private var title: Int?
  /// Of the lines that are dates without a label, alone and beside names.
  private var bareDays: [Day] = []
  private var namedDays: [Day] = []
  /// Why a block is no text.
  private var asides: [Int: (zone: Zone, reason: String)] = [:]

  private(set) var heading: String?
  private(set) var address: String?
  private(set) var author: String?
  private(set) var agency: String?
  private(set) var publisher: String?
  private(set) var tags: [String] = []
  private(set) var dates: DateCandidates

  init(_ blocks: [DumpBlock], scanner: DateScanner) {
    self.blocks = blocks
    self.scanner = scanner
    dates = DateCandidates(scanner: scanner)
    for i in blocks.indices where blocks[i].traits.words == 0 && blocks[i].traits.digits == 0 {
      asides[i] = (.navigation, "no words")
    }
    readDays()
    readHead()
    readTail()
    readTitleDate()
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

  // MARK: Above the text

  private mutating func readHead() {
    var standfirsts = 0
    var isOffice = false
    for i in blocks.indices.prefix(Self.headBlocks) where asides[i] == nil {
      let isUnderOffice = isOffice && blocks[i].blankBefore == 0
      isOffice = false
      if let line = HeadLine(blocks[i], scanner), isBelieved(line, at: i), standfirsts == 0 || isImprint(line) {
        isOffice = take(line, at: i) && title == nil
      } else if isUnderOffice, blocks[i].traits.words <= Self.longestContact, DumpScore.of(blocks[i]) <= 0 {
        asides[i] = (.navigation, "press office")
        isOffice = true
      } else if title == nil, heading == nil, standfirsts == 0, isTitle(i) {
        title = i
        heading = String(decoding: blocks[i].text, as: UTF8.self)
      } else {
        // A standfirst or two may stand between title and byline.
        standfirsts += 1
        if standfirsts > Self.mostStandfirsts || blocks[i].traits.words > Self.longestStandfirst || heading == nil {
          return
        }
      }
    }
  }

  private static let headBlocks = 30
  /// Words of a name under "Contact:".
  private static let longestContact = 4
  private static let mostStandfirsts = 2
  /// Words.
  private static let longestStandfirst = 40
  private static let longestTitle = 24
  private static let longestTitleColumns = 250

  private func isImprint(_ line: HeadLine) -> Bool {
    switch line {
    case .dated, .byline: true
    case .address, .field, .office: false
    }
  }

  /// Before a title only a date that stands alone is one: "Daily Bulletin, 12 March 2019" is the title.
  private func isBelieved(_ line: HeadLine, at i: Int) -> Bool {
    switch line {
    case .dated(let date):
      if heading == nil, !date.isBare, date.author == nil, date.agency == nil { return false }
      return date.days.contains { $0.label != nil } || date.author != nil || date.agency != nil
        || !isTimeline(date.isBare)
    case .byline: return heading != nil || i + 1 < blocks.count
    case .field(let field, _): return field.kind != .title || heading == nil
    case .address, .office: return true
    }
  }

  /// Three lines of this form and more are dates, and the first is not the last day: they date events, not the text.
  private func isTimeline(_ isBare: Bool) -> Bool {
    let days = isBare ? bareDays : namedDays
    return days.count >= 3 && days.contains { $0 > days[0] }
  }

  private mutating func readDays() {
    for block in blocks where block.date != nil {
      guard let line = DateLine(block.text, scanner), let first = line.days.first, first.label == nil else { continue }
      if line.isBare { bareDays.append(first.found.day) } else { namedDays.append(first.found.day) }
    }
  }

  /// The first line, where it is short, is no sentence, and text follows.
  private func isTitle(_ i: Int) -> Bool {
    let block = blocks[i]
    let traits = block.traits
    guard (1...Self.longestTitle).contains(traits.words), traits.columns <= Self.longestTitleColumns,
      block.bullet != .item, !traits.endsWithColon, traits.gaps == 0, traits.separators < 2,
      SpeakerLabel(block.text, 0..<min(2, block.text.count)) == nil,
      blocks[(i + 1)...].contains(where: { $0.traits.words > 0 })
    else { return false }
    return !traits.endsSentence || traits.innerStops == 0 && (isQuestion(block) || isHeadlineInSpiteOfStop(i))
  }

  private func isQuestion(_ block: DumpBlock) -> Bool { block.text.last == UInt8(ascii: "?") }

  /// "... in Washington, D.C.", or a sentence with a byline under it.
  private func isHeadlineInSpiteOfStop(_ i: Int) -> Bool {
    let last = blocks[i].text.split(separator: 0x20).last ?? []
    if last.count(where: { $0 == UInt8(ascii: ".") }) > 1, last.last == UInt8(ascii: ".") { return true }
    return i + 1 < blocks.count && HeadLine(blocks[i + 1], scanner).map(isImprint) ?? false
  }

  /// True where the lines right below belong to the press office.
  private mutating func take(_ line: HeadLine, at i: Int) -> Bool {
    switch line {
    case .address(let address):
      self.address = self.address ?? address
      asides[i] = (.navigation, "address")
    case .field(let field, let date):
      asides[i] = (.navigation, "field above the text")
      take(field)
      if let date { take(date) }
      return field.kind == .other
    case .dated(let date):
      asides[i] = (.navigation, "byline")
      take(date)
    case .byline(let byline):
      asides[i] = (.navigation, "byline")
      author = author ?? byline.author
      agency = agency ?? byline.agency
    case .office:
      asides[i] = (.navigation, "press office")
      return true
    }
    return false
  }

  private mutating func take(_ field: HeadField) {
    switch field.kind {
    case .title: heading = heading ?? (field.value.isEmpty ? nil : field.value)
    case .author:
      let name = field.value.prefix { $0 != "<" }
      let byline = Byline("by " + name)
      author = author ?? byline.author
      agency = agency ?? byline.agency
    case .publisher where field.value.contains("://"): address = address ?? field.value
    case .publisher:
      let name = String(field.value.prefix { !",|;".contains($0) }).trimmed
      if let found = NewsAgencies.named(name) {
        agency = agency ?? found
      } else if !name.isEmpty, name.utf8.count <= Self.longestPublisher {
        publisher = publisher ?? name
      }
    case .address: address = address ?? (field.value.contains("://") ? field.value : nil)
    case .tags:
      tags += field.value.split(whereSeparator: { ",;|".contains($0) }).map { String($0).trimmed }.filter {
        !$0.isEmpty
      }
    case .date, .other: break
    }
  }

  private static let longestPublisher = 80

  private mutating func take(_ line: DateLine) {
    for (found, label) in line.days {
      // As in `DateCandidates.readText`: near the title, by label.
      let (trust, method) =
        switch label {
        case .published?: (80, "text published")
        case .changed?: (45, "text updated")
        case nil: (76, "byline")
        }
      dates.add(
        found.day, method, trust: trust - dates.all.count, isChange: label == .changed, isAmbiguous: found.isAmbiguous)
    }
    author = author ?? line.author
    agency = agency ?? line.agency
  }

  /// A text that is named for its day: "Daily Bulletin, 12 March 2019"; a day inside a headline is an event's.
  private mutating func readTitleDate() {
    guard let heading else { return }
    let text = Array(heading.utf8)
    let found = scanner.dates(in: text, 0..<text.count)
    guard found.count == 1, let date = found.first, !date.isSpan else { return }
    let isNamed = DateLine(text, scanner) != nil
    dates.add(date.day, "title", trust: isNamed ? 72 : 18, isAmbiguous: date.isAmbiguous)
  }

  // MARK: Below the text

  private mutating func readTail() {
    var left = Self.tailBlocks
    for i in blocks.indices.reversed() where asides[i] == nil {
      guard left > 0, i != title, i > (title ?? 0), isTail(i) else { return }
      left -= 1
    }
  }

  private static let tailBlocks = 6

  private mutating func isTail(_ i: Int) -> Bool {
    let block = blocks[i]
    if block.phrase == .copyright, block.traits.words <= 30 {
      asides[i] = (.footer, "copyright")
    } else if block.phrase == .tags, let field = HeadField(block.text), field.kind == .tags {
      asides[i] = (.tags, "tags")
      take(field)
    } else if SiteWords.isSiteLine(block.text) {
      asides[i] = (.navigation, "line of a site")
    } else if block.bullet == .none, let line = DateLine(block.text, scanner),
      line.days.contains(where: { $0.label != nil }) || dates.all.isEmpty && !isTimeline(line.isBare) && !isRow(i)
    {
      asides[i] = (.navigation, "date below the text")
      take(line)
    } else {
      return false
    }
    return true
  }

  /// The line above is dated too: a row of a list or a table.
  private func isRow(_ i: Int) -> Bool {
    i > 0 && blocks[i - 1].date != nil && DateLine(blocks[i - 1].text, scanner) != nil
  }
}
