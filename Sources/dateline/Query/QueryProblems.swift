import ArgumentParser
import NewsStore

struct QueryProblems: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "problems",
    abstract: "Inputs, and parts of them, that could not be used.")

  @OptionGroup var database: DatabaseOption
  @OptionGroup var filters: FilterOptions
  @OptionGroup var rows: RowOptions

  func run() throws {
    try Exit.reporting {
      let store = try database.open()
      try rows.write(store.problems(filters.filter(limit: rows.rowLimit)), from: store)
    }
  }
}
