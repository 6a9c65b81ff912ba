import ArgumentParser
import NewsStore

struct QueryPairs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "Names that stand in the same documents, most documents first.",
    discussion: """
      Counts weeks in which three documents or more have both.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var filters: FilterOptions
  @OptionGroup var rows: RowOptions

  func run() throws {
    try Exit.reporting {
      let store = try database.open()
      try rows.write(store.pairs(filters.filter(limit: rows.rowLimit)), from: store)
    }
  }
}
