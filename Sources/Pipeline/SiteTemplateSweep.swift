import ArticleCleaning
import NewsModel
import NewsStore

/// Finds the blocks that a site repeats from page to page, and zones them as its template wherever they stand.
///
/// Decided from what each page alone said (`Block.pageVerdict`), so that a document comes out the same whether it was
/// read before the template was known or after, and again when the archive grows.
struct SiteTemplateSweep {
  let store: NewsStore
  let stages: DocumentStages
  let jobs: Int

  /// Pages that a lane takes at once: enough to make the reading cheap, few enough to keep all lanes busy.
  private static let pieceItems = 8
  /// Bytes that a piece's documents need.
  private static let pieceMemory = 16 << 20
  /// Pages that are stored at once: a commit for each would write its neighbours' part of the tables again.
  private static let portion = 128

  func run(publisher: String) throws {
    // A record that came clean is kept to the byte.
    let keys = try store.documents(of: publisher, withoutBlocksOf: ArticleCleaner.cleanAlready)
    guard keys.count >= TemplateRule.minimumPages else { return }
    var site = SitePages()
    try OrderedParallelMap(lanes: jobs).run(
      produce: { emit in try feed(keys, to: emit) },
      transform: { documents in documents.map(PageFingerprints.init) },
      consume: { pages in for page in pages { site.add(page) } })

    let whole = site
    var templates = FoundTemplates()
    var waiting: [AnalysedDocument] = []
    var memoryWaiting = 0
    try OrderedParallelMap(lanes: jobs).run(
      produce: { emit in try feed(keys, to: emit) },
      transform: { documents in
        var found = FoundTemplates()
        let changed = documents.compactMap { whole.zone($0, &found) }.map { stages.analyse($0) }
        return (changed, found)
      },
      consume: { (changed: [AnalysedDocument], found: FoundTemplates) in
        templates.merge(found)
        waiting += changed
        memoryWaiting += changed.reduce(0) { $0 + DocumentMemory.held(by: $1) }
        if waiting.count >= Self.portion || memoryWaiting >= DocumentMemory.portion {
          try store.rewrite(waiting)
          waiting.removeAll(keepingCapacity: true)
          memoryWaiting = 0
        }
      })
    if !waiting.isEmpty { try store.rewrite(waiting) }
    try store.replaceTemplates(templates.sorted, of: publisher)
  }

  private func feed(_ keys: [Int64], to emit: ([Document], _ weight: Int) -> Bool) throws {
    for start in stride(from: 0, to: keys.count, by: Self.pieceItems) {
      var piece: [Document] = []
      var memory = 0
      for document in try store.documents(keys[start..<min(start + Self.pieceItems, keys.count)]) {
        piece.append(document)
        memory += DocumentMemory.need(of: document)
        // A lane keeps what it found in all of a piece: large documents make one alone.
        guard memory >= Self.pieceMemory else { continue }
        if !emit(piece, memory) { return }
        piece.removeAll(keepingCapacity: true)
        memory = 0
      }
      if !piece.isEmpty, !emit(piece, memory) { return }
    }
  }
}

/// What a page has that its site may repeat.
private struct PageFingerprints: Sendable {
  let source: String
  let blocks: Set<TemplateFingerprint>
  let headline: TemplateFingerprint?

  init(of document: Document) {
    source = document.source
    blocks = Set(document.blocks.compactMap { TemplateFingerprint(of: $0.text) })
    headline = document.title.flatMap { TemplateFingerprint(of: $0) }
  }
}

/// What was found by frequency, each with the first block that has it.
private struct FoundTemplates: Sendable {
  private var templates: [TemplateFingerprint: SiteTemplate] = [:]

  mutating func add(_ fingerprint: TemplateFingerprint, _ template: @autoclosure () -> SiteTemplate) {
    if templates[fingerprint] == nil { templates[fingerprint] = template() }
  }

  /// Adds what was found in later pages.
  mutating func merge(_ later: FoundTemplates) { templates.merge(later.templates) { first, _ in first } }

  /// In order of fingerprint.
  var sorted: [SiteTemplate] { templates.values.sorted { $0.fingerprint < $1.fingerprint } }
}

/// How often each block stands on the pages of a site.
private struct SitePages: Sendable {
  private var pages = 0
  private var frequency: [TemplateFingerprint: Int] = [:]
  /// The first document by source, of those whose title it is.
  private var headlines: [TemplateFingerprint: String] = [:]

  mutating func add(_ page: PageFingerprints) {
    pages += 1
    for fingerprint in page.blocks { frequency[fingerprint, default: 0] += 1 }
    if let headline = page.headline { headlines[headline] = min(headlines[headline] ?? page.source, page.source) }
  }

  /// The document with its template's blocks zoned; nil when that changes nothing.
  func zone(_ document: Document, _ found: inout FoundTemplates) -> Document? {
    var zoned = document
    for index in zoned.blocks.indices {
      let own = zoned.blocks[index].asThePageSaid
      zoned.blocks[index] = own
      guard let fingerprint = TemplateFingerprint(of: own.text),
        let verdict = verdict(on: own, fingerprint, document, &found)
      else { continue }
      zoned.blocks[index].zone = verdict.zone
      zoned.blocks[index].reason = verdict.reason
      zoned.blocks[index].pageVerdict = .init(zone: own.zone, reason: own.reason)
    }
    return zoned == document ? nil : zoned
  }

  private func verdict(
    on block: Block, _ fingerprint: TemplateFingerprint, _ document: Document, _ found: inout FoundTemplates
  ) -> (zone: Zone, reason: String)? {
    if let headline = headlines[fingerprint], headline != document.source,
      let teaser = TemplateRule.zone(for: block, headlineOf: headline)
    {
      return teaser
    }
    let documents = frequency[fingerprint] ?? 0
    guard let verdict = TemplateRule.zone(for: block, documentFrequency: documents, pagesOfSite: pages) else {
      return nil
    }
    found.add(
      fingerprint,
      SiteTemplate(fingerprint: fingerprint.value, zone: verdict.zone, documents: documents, example: block.text))
    return verdict
  }
}
