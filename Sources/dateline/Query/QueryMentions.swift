import ArgumentParser
import NewsStore

struct QueryMentions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentions",
    abstract: "List mentions with their place and rule, those in the newest documents first.",
    discussion: """
      With '--type facility', also prints country, coordinates and the operator on the document's day. For a document \
      without a day, prints only operators that never changed.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var filters: FilterOptions

  @Flag(help: "List rejected matches with the reason instead.")
  var rejected = false

  @OptionGroup var rows: RowOptions

  func run() throws {
    try Exit.reporting {
      let store = try database.open()
      try rows.write(store.mentions(filters.filter(limit: rows.rowLimit), rejected: rejected), from: store)
    }
  }
}
