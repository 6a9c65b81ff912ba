import ArgumentParser
import NewsModel
import NewsStore

struct QueryPairs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "List pairs of names that occur in the same documents, those in most documents first.",
    discussion: """
      Counts only weeks in which at least three documents have both names.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var period: PeriodOptions

  @Option(help: "The type of one of the two names.")
  var type: EntityType?

  @Option(help: ArgumentHelp("One of the two names: an id, a name or another spelling.", valueName: "org.nato"))
  var entity: String?

  @Option(help: ArgumentHelp("A country that is one of the two names: a code or name.", valueName: "FR"))
  var country: String?

  @OptionGroup var rows: RowOptions

  func run() throws {
    try Exit.reporting {
      let store = try database.open()
      var filter = period.filter(limit: rows.rowLimit)
      (filter.type, filter.entity, filter.country) = (type, entity, country)
      try rows.write(store.pairs(filter), from: store)
    }
  }
}
