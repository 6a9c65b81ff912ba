import ArgumentParser
import NewsStore

struct QueryDocuments: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents",
    abstract: "List documents, newest first.")

  @OptionGroup var database: DatabaseOption
  @OptionGroup var filters: FilterOptions

  @Option(
    help: ArgumentHelp(
      "Words in title or text: word, \"a phrase\", NEAR(a b, 5), title: word, pre*, AND, OR, NOT.", valueName: "query"))
  var text: String?

  @OptionGroup var rows: RowOptions

  func run() throws {
    try Exit.reporting {
      let store = try database.open()
      try rows.write(store.documents(filters.filter(limit: rows.rowLimit), text: text), from: store)
    }
  }
}
