import ArticleCleaning
import Names
import NewsModel
import NewsStore
import Repetition
import ScannedText
import Topics
import Workbench

/// Finds the blocks that a site repeats from page to page, and moves them to the zones of its template.
///
/// The decision uses the zones that each page alone gave (`Block.pageVerdict`). The result for a document is therefore the
/// same whether it was read before or after the template was known, and stays so when the archive grows.
struct SiteTemplateSweep {
  let store: NewsStore
  let stages: DocumentStages
  let jobs: Int
  let cancellation: Cancellation

  /// The number of pages in a piece for a lane: enough to make reading cheap, few enough to keep all lanes busy.
  private static let pieceItems = 8
  /// The bytes of text in a piece. A lane holds the results of the whole piece, so a large document is a piece by itself.
  private static let pieceText = 256 << 10
  /// The number of pages in a transaction. With one page in each, a commit would write parts of the tables again that
  /// neighbouring pages share.
  private static let portion = 128

  func run(publisher: String) throws {
    // Records whose text was already clean are kept byte for byte.
    let keys = try store.documents(of: publisher, withoutBlocksOf: ArticleCleaner.cleanAlready)
    // A site that now has too few pages for a template loses the zones that an earlier sweep gave its blocks.
    guard try keys.count >= TemplateRule.minimumPages || store.hasTemplateZones(keys) else { return }
    var site = SitePageCounting()
    try OrderedParallelMap(lanes: jobs).run(
      produce: { emit in try feed(keys, to: emit) },
      transform: { documents in documents.map(PageFingerprints.init) },
      consume: { fingerprints in
        try cancellation.check()
        for page in fingerprints { site.add(page) }
      })

    let pages = SitePages(consume site)
    var templates = FoundTemplates()
    var waiting: [AnalysedDocument] = []
    var memoryWaiting = 0
    try OrderedParallelMap(lanes: jobs).run(
      produce: { emit in try feed(keys, to: emit) },
      transform: { documents in
        var found = FoundTemplates()
        let changed = documents.compactMap { pages.zone($0, &found) }.map { stages.analyse($0) }
        return (changed, found)
      },
      consume: { (changed: [AnalysedDocument], found: FoundTemplates) in
        try cancellation.check()
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
    var keys = keys[...]
    while !keys.isEmpty {
      let piece = try store.takeDocuments(from: &keys, count: Self.pieceItems, textBytes: Self.pieceText)
      if !piece.isEmpty, !emit(piece, piece.reduce(0) { $0 + DocumentMemory.need(of: $1) }) { return }
    }
  }
}
