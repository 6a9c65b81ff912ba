import ArgumentParser
import NewsStore

struct QueryMentions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentions",
    abstract: "Mentions with their place and rule, in the newest documents first.",
    discussion: """
      With '--type facility' also country, coordinates, and who ran it on the document's day; of a document without one, \
      an operator that never changed.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var filters: FilterOptions

  @Flag(help: "Matches that do not count instead, with the reason.")
  var rejected = false

  @OptionGroup var rows: RowOptions

  func run() throws {
    try Exit.reporting {
      let store = try database.open()
      try rows.write(store.mentions(filters.filter(limit: rows.rowLimit), rejected: rejected), from: store)
    }
  }
}
