import ArticleCleaning
import NewsModel
import NewsStore

/// What only the whole archive can tell, from the database and in key order: the templates of sites, stories, weeks.
struct SecondSweep {
  let store: NewsStore
  let stages: DocumentStages
  let definition: PipelineDefinition
  let jobs: Int

  func run() throws {
    try store.settle(publishers: store.pendingPublishers())
    try store.removeUnused()
    try store.countPendingWeeks()
    try store.indexPendingDocuments()
  }
}
