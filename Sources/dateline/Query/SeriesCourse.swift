import NewsModel
import NewsStore
import Reporting

/// A series by week: its rows in the database, and a row for each week without documents between them, except in gaps
/// of more than a year.
struct SeriesCourse {
  let columns: [String]
  let weeks: [Week]

  struct Week {
    let point: SeriesChart.Point
    let row: [Cell]
    fileprivate let columns: [String]

    subscript(column: String) -> Cell { columns.firstIndex(of: column).map { row[$0] } ?? .null }

    func number(_ column: String) -> Double? {
      if case .real(let value) = self[column] { value } else { nil }
    }
  }

  /// - Parameter limit: How many of the last weeks are kept; nil for all.
  init(columns: [String], rows: [[Cell]], limit: Int?) {
    self.columns = columns
    var weeks: [Week] = []
    for row in rows {
      guard let week = Self.week(columns, row) else { continue }
      if let last = weeks.last?.point.week {
        weeks += last.listedWeeks(before: week.point.week).map { Self.empty($0, columns) }
      }
      weeks.append(week)
    }
    self.weeks = Array(weeks.suffix(limit ?? weeks.count))
  }

  var points: [SeriesChart.Point] { weeks.map(\.point) }

  /// The line under the table.
  var line: String? {
    guard let first = points.first?.week, let last = points.last?.week else { return nil }
    return "share \(first) \(Sparkline.text(points.map(\.share), highest: highest)) \(last)"
  }

  /// The highest share of a complete week, to which bars and blocks are scaled.
  var highest: Double { ChartScale.highest(points.map(\.share), points.map(\.status)) }

  private static func week(_ columns: [String], _ row: [Cell]) -> Week? {
    func value(_ name: String) -> Cell { columns.firstIndex(of: name).map { row[$0] } ?? .null }
    guard let week = NewsModel.Week(iso: value("week").plain) else { return nil }
    let share: Double? = if case .real(let share) = value("share") { share } else { nil }
    return Week(
      point: SeriesChart.Point(
        week: week, status: status(value("week_status")), share: share, isBurst: value("burst") != .null),
      row: row, columns: columns)
  }

  /// A week without documents. The share is null, because there is nothing to divide by.
  private static func empty(_ week: NewsModel.Week, _ columns: [String]) -> Week {
    let row = columns.map { column -> Cell in
      switch column {
      case "week": .text(week.description)
      case "documents", "stories", "sources", "week_documents": .integer(0)
      case "week_status": .text("empty")
      default: .null
      }
    }
    return Week(
      point: SeriesChart.Point(week: week, status: .empty, share: nil, isBurst: false), row: row, columns: columns)
  }

  private static func status(_ cell: Cell) -> WeekStatus {
    switch cell.plain {
    case "", "complete": .complete
    case "empty": .empty
    case let how: .incomplete(how)
    }
  }
}
