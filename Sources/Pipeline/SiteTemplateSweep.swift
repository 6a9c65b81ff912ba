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

  /// Documents that are in memory at once.
  private static let portion = 512

  func run(publisher: String) throws {
    let keys = try store.documents(of: publisher)
    guard keys.count >= TemplateRule.minimumPages else { return }
    let portions = stride(from: 0, to: keys.count, by: Self.portion).map {
      keys[$0..<min($0 + Self.portion, keys.count)]
    }
    var site = SitePages()
    for portion in portions { for document in try store.documents(portion) { site.add(document) } }
    guard site.pages >= TemplateRule.minimumPages else { return }
    for portion in portions {
      let documents = try store.documents(portion)
      let changed = documents.compactMap { site.zone($0) }
      try OrderedParallelMap(lanes: jobs).run(
        produce: { emit in for document in changed where !emit(document, document.text.utf8.count) { return } },
        transform: { stages.analyse($0) },
        consume: { try store.rewrite([$0]) })
    }
    try store.replaceTemplates(site.templates, of: publisher)
  }
}

/// How often each block stands on the pages of a site.
private struct SitePages {
  private(set) var pages = 0
  private var frequency: [TemplateFingerprint: Int] = [:]
  /// The first document by source, of those whose title it is.
  private var headlines: [TemplateFingerprint: String] = [:]
  private var found: [TemplateFingerprint: SiteTemplate] = [:]

  mutating func add(_ document: Document) {
    guard Self.isPage(document) else { return }
    pages += 1
    for fingerprint in Set(document.blocks.compactMap { TemplateFingerprint(of: $0.text) }) {
      frequency[fingerprint, default: 0] += 1
    }
    if let fingerprint = document.title.flatMap({ TemplateFingerprint(of: $0) }) {
      headlines[fingerprint] = min(headlines[fingerprint] ?? document.source, document.source)
    }
  }

  /// The document with its template's blocks zoned; nil when that changes nothing.
  mutating func zone(_ document: Document) -> Document? {
    guard Self.isPage(document) else { return nil }
    var zoned = document
    for index in zoned.blocks.indices {
      let own = zoned.blocks[index].asThePageSaid
      zoned.blocks[index] = own
      guard let fingerprint = TemplateFingerprint(of: own.text), let verdict = verdict(on: own, fingerprint, document)
      else { continue }
      zoned.blocks[index].zone = verdict.zone
      zoned.blocks[index].reason = verdict.reason
      zoned.blocks[index].pageVerdict = .init(zone: own.zone, reason: own.reason)
    }
    return zoned == document ? nil : zoned
  }

  /// What was found by frequency, in order of fingerprint.
  var templates: [SiteTemplate] { found.values.sorted { $0.fingerprint < $1.fingerprint } }

  private mutating func verdict(
    on block: Block, _ fingerprint: TemplateFingerprint, _ document: Document
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
    if found[fingerprint] == nil {
      found[fingerprint] = SiteTemplate(
        fingerprint: fingerprint.value, zone: verdict.zone, documents: documents, example: block.text)
    }
    return verdict
  }

  /// A record that came clean is kept to the byte.
  private static func isPage(_ document: Document) -> Bool {
    !document.blocks.contains { $0.reason == ArticleCleaner.cleanAlready }
  }
}
