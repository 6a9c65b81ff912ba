import ArticleCleaning
import Names
import NewsModel
import NewsStore
import Repetition
import ScannedText
import Topics
import Workbench

/// Finds the blocks that a site repeats from page to page, and zones them as its template wherever they stand.
///
/// Decided from what each page alone said (`Block.pageVerdict`), so that a document comes out the same whether it was
/// read before the template was known or after, and again when the archive grows.
struct SiteTemplateSweep {
  let store: NewsStore
  let stages: DocumentStages
  let jobs: Int
  let cancellation: Cancellation

  /// Pages that a lane takes at once: enough to make the reading cheap, few enough to keep all lanes busy.
  private static let pieceItems = 8
  /// Bytes of text: a lane keeps what it found in all of a piece, so that large documents make one alone.
  private static let pieceText = 256 << 10
  /// Pages that are stored at once: a commit for each would write its neighbours' part of the tables again.
  private static let portion = 128

  func run(publisher: String) throws {
    // A record that came clean is kept to the byte.
    let keys = try store.documents(of: publisher, withoutBlocksOf: ArticleCleaner.cleanAlready)
    // A site that has become too small to tell anything loses what an earlier sweep found.
    guard try keys.count >= TemplateRule.minimumPages || store.hasTemplateZones(keys) else { return }
    var site = SitePageCounting()
    try OrderedParallelMap(lanes: jobs).run(
      produce: { emit in try feed(keys, to: emit) },
      transform: { documents in documents.map(PageFingerprints.init) },
      consume: { pages in
        try cancellation.check()
        for page in pages { site.add(page) }
      })

    let whole = SitePages(consume site)
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
