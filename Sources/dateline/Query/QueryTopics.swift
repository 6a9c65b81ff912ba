import ArgumentParser
import NewsStore

struct QueryTopics: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "List topics by number of documents, largest first.",
    discussion: """
      A topic also counts the documents of the topics below it.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var filters: FilterOptions
  @OptionGroup var rows: RowOptions

  func run() throws {
    try Exit.reporting {
      let store = try database.open()
      try rows.write(store.topics(filters.filter(limit: rows.rowLimit)), from: store)
    }
  }
}
