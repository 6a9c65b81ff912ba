import ArgumentParser
import Foundation
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

  @Option(help: ArgumentHelp("Also draw the course into this SVG file.", valueName: "file"))
  var chart: String?

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
      let course = SeriesCourse(columns: answer.columns, rows: answer.rows)
      if rows.isTable, let line = course.line { Console.writeText(line + "\n") }
      if let chart {
        let name = try store.seriesNames()[key] ?? key.id
        try Data(SeriesChart(name: name, points: course.points).svg).write(to: URL(fileURLWithPath: chart))
      }
    }
  }
}
