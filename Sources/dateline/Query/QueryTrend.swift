import ArgumentParser
import Foundation
import NewsModel
import NewsStore
import Reporting

struct QueryTrend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Show a topic, entity, country or source week by week.",
    discussion: """
      Give one of --topic, --entity, --country and --source. Each week is compared with the complete weeks before it: the \
      expected number, the change of the share with its interval in percentage points, and a label. Weeks without any \
      documents are shown too.
      """)

  @OptionGroup var database: DatabaseOption
  @OptionGroup var period: PeriodOptions

  @Option(help: ArgumentHelp("A topic including the topics below it: an id or name.", valueName: "id"))
  var topic: String?

  @Option(help: ArgumentHelp("An entity: an id, a name or another spelling.", valueName: "org.nato"))
  var entity: String?

  @Option(help: ArgumentHelp("Documents about or from this country: a code or name.", valueName: "FR"))
  var country: String?

  @Option(help: ArgumentHelp("A publisher.", valueName: "name"))
  var source: String?

  @OptionGroup var rows: RowOptions

  @Option(help: ArgumentHelp("Also draw a chart into this SVG file.", valueName: "file"))
  var chart: String?

  func run() throws {
    try Exit.reporting {
      let store = try database.open()
      var filter = period.filter(limit: rows.rowLimit)
      (filter.topic, filter.entity, filter.country, filter.source) = (topic, entity, country, source)
      guard let key = try store.series(filter) else {
        throw ValidationError("give one of --topic, --entity, --country, --source")
      }
      let answer = try store.answer(store.trend(of: key, filter))
      let course = SeriesCourse(columns: answer.columns, rows: answer.rows, limit: filter.limit)
      let table = rows.isTable ? TrendTable(course: course) : nil
      try rows.write { columns, row in
        try columns(table == nil ? answer.columns : TrendTable.columns)
        try (table?.rows ?? course.weeks.map(\.row)).forEach(row)
      }
      let name = try store.seriesNames()[key] ?? key.id
      if course.weeks.isEmpty { Console.printMessage("no week of this period has documents of \(name)") }
      if table != nil {
        if let line = course.line { Console.writeText(line + "\n") }
        let undated = try store.undatedDocuments(of: key)
        if undated > 0 { Console.writeText("\(undated) more without a day, so they belong to no week\n") }
      }
      if let chart {
        try Data(SeriesChart(name: name, points: course.points).svg).write(to: URL(fileURLWithPath: chart))
      }
    }
  }
}
