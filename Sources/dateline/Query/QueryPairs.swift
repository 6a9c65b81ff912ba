import ArgumentParser
import NewsModel
import NewsStore

struct QueryPairs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "Names that stand in the same documents, most documents first.",
    discussion: """
      Counts weeks in which three documents or more have both.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var period: PeriodOptions

  @Option(help: "What one of the two is.")
  var type: EntityType?

  @Option(help: ArgumentHelp("One of the two: id, name, or a way to write it.", valueName: "org.nato"))
  var entity: String?

  @Option(help: ArgumentHelp("A country that is one of the two, by code or name.", valueName: "FR"))
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
