import NewsModel
import NewsStore
import Repetition
import Trends

/// What only the whole archive can tell, from the database and in key order: the templates of sites, stories, weeks.
///
/// Only what changed since the last sweep is looked at, but for stories, whose unions may join anywhere. A sweep that is
/// cut is done again by the next run: so it ends at once, with `Cancellation.Stopped`, when somebody asks.
struct SecondSweep {
  let store: NewsStore
  let definition: PipelineDefinition
  let jobs: Int
  let cancellation: Cancellation

  /// The first part, which changes documents.
  func applyTemplates(_ stages: DocumentStages) throws {
    guard definition.cleaning.templates else { return }
    for publisher in try store.pendingPublishers() {
      try cancellation.check()
      try SiteTemplateSweep(store: store, stages: stages, jobs: jobs, cancellation: cancellation)
        .run(publisher: publisher)
    }
  }

  /// The rest. Returns the trends of all weeks, for the reports.
  func run() throws -> TrendAnalysis {
    if try store.hasPendingDocuments() { try joinStories() }
    try store.removeUnused()
    if try wasMade(withOtherPairs: definition.trends.minimumPairCount) { try store.forgetWeekCounts() }
    try store.countPendingWeeks(leastPairDocuments: definition.trends.minimumPairCount)
    try cancellation.check()
    let analysis = try ReportBuilder.analysis(of: store, definition: definition)
    try storeTrends(of: analysis)
    try store.indexPendingDocuments()
    try store.settle(publishers: store.pendingPublishers())
    return analysis
  }

  /// The trends that reports print, beside the counts, for questions and for a user's own SQL.
  private func storeTrends(of analysis: TrendAnalysis) throws {
    var map = OrderedParallelMap(lanes: jobs)
    // A week's trends are a row for each series: one more than lanes keeps these busy.
    map.window = map.lanes + 1
    try store.replaceTrends(
      status: analysis.weeks.status,
      each: { weeks, write in
        try map.run(
          produce: { emit in for week in weeks where !emit(week, 0) { return } },
          transform: { analysis.trends(in: $0) },
          consume: { trends in
            try cancellation.check()
            try write(trends)
          })
      })
  }

  /// Whether the weeks of the database were counted with another least number of documents of a pair.
  private func wasMade(withOtherPairs minimum: Int) throws -> Bool {
    guard let run = try store.runDescription(), let record = ReportRecord(json: run.settings) else { return false }
    return record.trends.minimumPairCount != minimum
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
