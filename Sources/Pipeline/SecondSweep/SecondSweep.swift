import NewsModel
import NewsStore
import Repetition

/// Computes what depends on the whole archive, from the database and in the order of its keys: the templates of sites,
/// stories and weekly numbers.
///
/// It processes only what changed since the last sweep, except for stories, which any document can join. An interrupted
/// sweep is repeated by the next run, so it ends at once with `Cancellation.Stopped` when the run is asked to stop.
struct SecondSweep {
  let store: NewsStore
  let definition: PipelineDefinition
  let jobs: Int
  let cancellation: Cancellation

  /// Whether documents or their numbers changed since the last sweep, or a sweep was interrupted.
  func isNeeded() throws -> Bool {
    try store.hasPending() || hasPairs(ofOtherLeast: definition.trends.minimumPairCount)
  }

  /// The first part of the sweep, which changes documents.
  func applyTemplates(_ stages: DocumentStages) throws {
    guard definition.cleaning.templates else { return }
    for publisher in try store.pendingPublishers() {
      try cancellation.check()
      try SiteTemplateSweep(store: store, stages: stages, jobs: jobs, cancellation: cancellation)
        .run(publisher: publisher)
    }
  }

  /// The second part: stories, the full-text index, the identity of names and weekly numbers. Trends are stored when the
  /// reports are made.
  func count(_ knowledge: IdentityKnowledge?) throws {
    if try store.hasPendingDocuments() { try joinStories() }
    try store.removeUnused()
    try store.indexPendingDocuments()
    try cancellation.check()
    if let knowledge, try !isDecided(by: knowledge) { _ = try IdentitySweep(store: store, knowledge: knowledge).run() }
    let leastPairDocuments = definition.trends.minimumPairCount
    if try hasPairs(ofOtherLeast: leastPairDocuments) { try store.forgetWeekCounts() }
    try store.countPendingWeeks(leastPairDocuments: leastPairDocuments)
    try cancellation.check()
    try store.settle(publishers: store.pendingPublishers())
  }

  /// Whether the pairs of the database were counted with another least number of documents.
  private func hasPairs(ofOtherLeast least: Int) throws -> Bool {
    guard let run = try store.runDescription(), let record = ReportRecord(json: run.settings) else { return false }
    return record.trends.minimumPairCount != least
  }

  /// Whether neither the documents nor the corrections changed since the identity of names was last decided.
  private func isDecided(by knowledge: IdentityKnowledge) throws -> Bool {
    try !store.hasPendingDocuments() && store.runDescription()?.corrections == knowledge.fingerprint
  }

  private func joinStories() throws {
    var grouping = StoryGrouping<Int64>()
    try store.eachSignature { document in
      guard let signature = StorySignature(words: document.signature) else { return }
      grouping.add(document.id, day: document.published, signature)
    }
    let groups = try grouping.groups(check: { try cancellation.check() }, text: { try store.mainText(of: $0) })
    try store.replaceStories(groups)
  }
}
