package import NewsModel

/// Collects the fingerprints of a site's pages.
package struct SitePageCounting {
  fileprivate var sources: [String] = []
  fileprivate var days: [Day?] = []
  fileprivate var headlines: [TemplateFingerprint?] = []
  /// The fingerprints of all blocks, each with the number of its page.
  fileprivate var blocks: [(fingerprint: UInt64, page: UInt32)] = []
  /// The hashes of all sentences that may be notices, each with the number of its page.
  fileprivate var sentences: [(hash: UInt64, page: UInt32)] = []
  fileprivate var texts = DistinctTexts()

  package init() {}

  package mutating func add(_ page: PageFingerprints) {
    let number = UInt32(sources.count)
    for block in page.blocks { blocks.append((block.value, number)) }
    for sentence in page.sentences { sentences.append((sentence, number)) }
    sources.append(page.source)
    days.append(page.day)
    headlines.append(page.headline)
    texts.add(page.text)
  }
}

/// The number of a site's pages that contain each block; copies of one text count once.
package struct SitePages: Sendable {
  /// The number of different texts.
  private let pages: Int
  /// The number of texts that contain each block, if it is large enough for a template.
  private let frequency: [UInt64: Int]
  private let headlines: [TemplateFingerprint: Headline]
  private let notices: SiteNotices
  /// The changes of the site's layout, by the source of the first document with the new one.
  private let layoutChanges: [String: LayoutChange]
  /// The number of the text of each document that has copies, by source.
  private let copies: [String: Int]

  /// The first document, by source, with a headline, and the first such document with another text.
  private struct Headline: Sendable {
    var source: String
    var text: Int
    var other: String?
  }

  package init(_ site: SitePageCounting) {
    let firsts = site.texts.firsts()
    var members = [UInt32](repeating: 0, count: firsts.count)
    for first in firsts { members[first] += 1 }
    pages = members.count { $0 > 0 }
    copies = Dictionary(
      uniqueKeysWithValues: firsts.indices.filter { members[firsts[$0]] > 1 }.map { (site.sources[$0], firsts[$0]) })
    frequency = Self.frequency(of: site.blocks, firsts)
    headlines = Self.headlines(of: site, firsts)
    notices = SiteNotices(site.sentences, firsts: firsts, days: site.days)
    layoutChanges = Dictionary(
      LayoutChange.all(site.blocks, days: site.days).map { (site.sources[$0.firstPage], $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func frequency(of blocks: [(fingerprint: UInt64, page: UInt32)], _ firsts: [Int]) -> [UInt64: Int] {
    var frequency: [UInt64: Int] = [:]
    let sorted = blocks.sorted { ($0.fingerprint, $0.page) < ($1.fingerprint, $1.page) }
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].fingerprint == sorted[start].fingerprint { end += 1 }
      if end - start >= TemplateRule.minimumPages {
        let texts = Set(sorted[start..<end].map { firsts[Int($0.page)] }).count
        if texts >= TemplateRule.minimumPages { frequency[sorted[start].fingerprint] = texts }
      }
      start = end
    }
    return frequency
  }

  private static func headlines(of site: SitePageCounting, _ firsts: [Int]) -> [TemplateFingerprint: Headline] {
    var headlines: [TemplateFingerprint: Headline] = [:]
    for page in site.sources.indices.sorted(by: { site.sources[$0] < site.sources[$1] }) {
      guard let headline = site.headlines[page] else { continue }
      if let known = headlines[headline] {
        if known.other == nil, known.text != firsts[page] { headlines[headline]?.other = site.sources[page] }
      } else {
        headlines[headline] = Headline(source: site.sources[page], text: firsts[page])
      }
    }
    return headlines
  }

  /// Returns the document with the blocks of the template in their zones; nil if nothing changes.
  package func zone(_ document: Document, _ found: inout FoundTemplates) -> Document? {
    var zoned = document
    zoned.blocks = Block.beforeTemplates(document.blocks)
    var problems: [Problem] = []
    if pages >= TemplateRule.minimumPages {
      let whole = zoned.mainTextSize
      let before = zoned.blocks
      let teasers = moveTeasers(in: &zoned)
      if whole > 0, zoned.mainTextSize == 0 {
        if teasers >= TemplateRule.listingHeadlines {
          problems.append(Self.listing(document.source))
        } else {
          zoned.blocks = before
        }
      }
      if let problem = moveTemplates(in: &zoned, of: whole, &found) { problems.append(problem) }
      notices.move(in: &zoned, &found)
    }
    if let change = layoutChanges[document.source] { problems.append(change.problem(document)) }
    if zoned.blocks == document.blocks, problems == document.problems.filter(\.kind.isOfSite) { return nil }
    zoned.problems = document.problems.filter { !$0.kind.isOfSite } + problems
    return zoned
  }

  /// Moves headlines of other documents to their zone. Returns the number of blocks of main text among them.
  private func moveTeasers(in document: inout Document) -> Int {
    var moved = 0
    let own = document.title.flatMap { TemplateFingerprint(of: $0) }
    for index in document.blocks.indices {
      let block = document.blocks[index]
      guard let fingerprint = TemplateFingerprint(of: block.text), fingerprint != own,
        let source = otherDocument(withHeadline: fingerprint, than: document.source),
        let teaser = TemplateRule.zone(for: block, headlineOf: source)
      else { continue }
      if block.zone.isMainText { moved += 1 }
      document.blocks[index].move(to: teaser)
    }
    return moved
  }

  /// Returns the source of another document with this headline. Copies of the document are not other documents.
  private func otherDocument(withHeadline fingerprint: TemplateFingerprint, than source: String) -> String? {
    guard let headline = headlines[fingerprint] else { return nil }
    let isOwn = headline.source == source || copies[source] == headline.text
    return isOwn ? headline.other : headline.source
  }

  /// Moves the blocks that occur in many of the site's texts. If they are most of this text, none is moved, and a problem is
  /// returned.
  ///
  /// - Parameter whole: the size in bytes of the main text that the page alone gave.
  private func moveTemplates(in document: inout Document, of whole: Int, _ found: inout FoundTemplates) -> Problem? {
    var moves: [(index: Int, fingerprint: TemplateFingerprint, verdict: (zone: Zone, reason: String))] = []
    var size = 0
    for (index, block) in document.blocks.enumerated() {
      guard let fingerprint = TemplateFingerprint(of: block.text), let documents = frequency[fingerprint.value],
        let verdict = TemplateRule.zone(for: block, documentFrequency: documents, pagesOfSite: pages)
      else { continue }
      moves.append((index, fingerprint, verdict))
      size += block.text.utf8.count
    }
    if TemplateRule.isMost(size, of: whole) { return Self.mostly(document.source, size, of: whole) }
    for (index, fingerprint, verdict) in moves {
      found.add(
        fingerprint,
        SiteTemplate(
          fingerprint: fingerprint.value, zone: verdict.zone, documents: frequency[fingerprint.value] ?? 0,
          example: document.blocks[index].text))
      document.blocks[index].move(to: verdict)
    }
    return nil
  }

  private static func mostly(_ source: String, _ size: Int, of whole: Int) -> Problem {
    Problem(
      source: source, kind: .template,
      reason: "the site repeats \(size * 100 / whole) % of the main text on other pages; nothing was removed")
  }

  private static func listing(_ source: String) -> Problem {
    Problem(
      source: source, kind: .template,
      reason: "the main text consists only of headlines of other documents, which are treated as teasers")
  }
}

extension Document {
  /// The size of the main text in bytes.
  fileprivate var mainTextSize: Int {
    blocks.reduce(0) { $1.zone.isMainText && $1.zone.isCounted ? $0 + $1.text.utf8.count : $0 }
  }
}

extension Block {
  mutating func move(to verdict: (zone: Zone, reason: String)) {
    pageVerdict = .init(zone: zone, reason: reason)
    zone = verdict.zone
    reason = verdict.reason
  }
}
