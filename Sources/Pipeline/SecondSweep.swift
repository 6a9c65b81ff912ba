import ArticleCleaning
import NewsModel
import NewsStore

/// What only the whole archive can tell, from the database and in key order: the templates of sites, stories, weeks.
///
/// Only what changed since the last sweep is looked at, but for stories, whose unions may join anywhere. A sweep that is
/// cut is done again by the next run.
struct SecondSweep {
  let store: NewsStore
  let stages: DocumentStages
  let definition: PipelineDefinition
  let jobs: Int

  func run() throws {
    if definition.cleaning.templates {
      for publisher in try store.pendingPublishers() {
        try SiteTemplateSweep(store: store, stages: stages, jobs: jobs).run(publisher: publisher)
      }
    }
    if try store.hasPendingDocuments() { try joinStories() }
    try store.removeUnused()
    try store.countPendingWeeks()
    try store.indexPendingDocuments()
    try store.settle(publishers: store.pendingPublishers())
  }

  private func joinStories() throws {
    var grouping = StoryGrouping<Int64>()
    try store.eachSignature { document in
      guard let signature = StorySignature(words: document.signature) else { return }
      grouping.add(document.id, day: document.published, signature)
    }
    try store.replaceStories(grouping.groups { try store.mainText(of: $0) })
  }
}
