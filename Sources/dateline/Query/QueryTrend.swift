import ArgumentParser
import NewsModel
import NewsStore
import Reporting

struct QueryTrend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "A topic, entity, country or source week by week.",
    discussion: """
      Give one of --topic, --entity, --country, --source. Each week is set against the complete weeks before it: what \
      would be expected, the change of the share with its interval, and a label.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var filters: FilterOptions
  @OptionGroup var rows: RowOptions

  func run() throws {
    try Exit.reporting {
      let store = try database.open()
      let filter = filters.filter(limit: rows.rowLimit)
      guard let key = try store.series(filter) else {
        throw ValidationError("give one of --topic, --entity, --country, --source")
      }
      let answer = try store.answer(store.trend(of: key, filter))
      try rows.write { columns, row in
        try columns(answer.columns)
        try answer.rows.forEach(row)
      }
    }
  }
}
