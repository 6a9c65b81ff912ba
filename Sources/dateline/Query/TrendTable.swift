import NewsModel
import Reporting

/// A series as a table for a person: for each week a bar, the change with its interval, and the label.
struct TrendTable {
  let course: SeriesCourse

  static let columns = [
    "week", "documents", "stories", "share %", "", "expected", "change", "interval", "label", "note",
  ]

  var rows: [[Cell]] {
    let highest = course.highest
    return course.weeks.map { week in
      let isEmpty = week.point.status == .empty
      return [
        .text(week.point.week.description), week["documents"], week["stories"],
        week.point.share.map { .real(($0 * 1000).rounded() / 10) } ?? .null,
        .text(isEmpty ? "·" : Sparkline.bar(week.point.share ?? 0, of: highest)),
        week.number("expected").map { .real(($0 * 10).rounded() / 10) } ?? .null,
        .text(week.number("change").map(PrintedNumber.points) ?? ""), .text(interval(week)), week["label"],
        .text(note(week)),
      ]
    }
  }

  private func interval(_ week: SeriesCourse.Week) -> String {
    guard let low = week.number("change_low"), let high = week.number("change_high") else { return "" }
    return "\(PrintedNumber.points(low)) to \(PrintedNumber.points(high))"
  }

  private func note(_ week: SeriesCourse.Week) -> String {
    switch week.point.status {
    case .complete: week.point.isBurst ? "burst" : ""
    case .incomplete(let how): "incomplete: \(how)"
    case .empty: "no documents"
    }
  }
}
