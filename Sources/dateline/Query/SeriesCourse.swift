import NewsModel
import Reporting

/// The course of a series, read from the rows that `query trend` prints.
struct SeriesCourse {
  /// A point a week from the first row to the last; weeks without a row had no document.
  let points: [SeriesChart.Point]

  init(columns: [String], rows: [[Cell]]) {
    func value(_ name: String, _ row: [Cell]) -> Cell {
      columns.firstIndex(of: name).map { row[$0] } ?? .null
    }
    let known = rows.compactMap { row -> SeriesChart.Point? in
      guard let week = Week(iso: value("week", row).plain) else { return nil }
      let share: Double? = if case .real(let share) = value("share", row) { share } else { nil }
      return SeriesChart.Point(
        week: week, status: Self.status(value("week_status", row)), share: share, isBurst: value("burst", row) != .null)
    }
    var points: [SeriesChart.Point] = []
    for point in known {
      while let last = points.last?.week, last.advanced(by: 1) < point.week {
        points.append(SeriesChart.Point(week: last.advanced(by: 1), status: .empty, share: nil, isBurst: false))
      }
      points.append(point)
    }
    self.points = points
  }

  /// The line under the table.
  var line: String? {
    guard let first = points.first?.week, let last = points.last?.week else { return nil }
    return "share \(first) \(Sparkline.text(points.map(\.share))) \(last)"
  }

  private static func status(_ cell: Cell) -> WeekStatus {
    switch cell.plain {
    case "", "complete": .complete
    case "empty": .empty
    case let how: .incomplete(how)
    }
  }
}
