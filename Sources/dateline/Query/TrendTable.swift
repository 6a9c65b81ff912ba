import NewsModel
import Reporting

/// The course of a series for eyes: a bar a week, the change with its interval, the label.
struct TrendTable {
  let course: SeriesCourse

  static let columns = [
    "week", "documents", "stories", "share %", "", "expected", "change", "interval", "label", "note",
  ]

  var rows: [[Cell]] {
    let highest = course.weeks.compactMap(\.point.share).max() ?? 0
    return course.weeks.map { week in
      let isEmpty = week.point.status == .empty
      return [
        .text(week.point.week.description), week["documents"], week["stories"],
        .text(week.point.share.map { PrintedNumber.fixed($0 * 100, 1) } ?? ""),
        .text(isEmpty ? "·" : Sparkline.bar(week.point.share ?? 0, of: highest)),
        .text(week.number("expected").map { PrintedNumber.fixed($0, 1) } ?? ""),
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
