import NewsModel

/// Small panels beside and under each other, each on its own scale.
struct TrendMultiples {
  var weeks: [WeeklyReport.WeekInHistory]
  var rows: [SeriesRow]

  /// More panels than these say less.
  static let most = 12
  private static let columns = 3
  private static let panel = (width: 250.0, height: 96.0)

  func svg(name: String, title: String) -> String {
    let panels = rows.prefix(TrendMultiples.most)
    let lines = (panels.count + TrendMultiples.columns - 1) / TrendMultiples.columns
    let top = 12.0
    let foot = 24.0
    var svg = SVGWriter(
      width: TrendMultiples.panel.width * Double(TrendMultiples.columns) + 12,
      height: top + TrendMultiples.panel.height * Double(lines) + foot)
    for (i, row) in panels.enumerated() {
      let left = 12 + Double(i % TrendMultiples.columns) * TrendMultiples.panel.width
      let upper = top + Double(i / TrendMultiples.columns) * TrendMultiples.panel.height
      let width = TrendMultiples.panel.width - 24
      let now = row.trend.share.map(Numbers.percent) ?? "–"
      svg.text(row.name.cut(toPixels: width - 62), x: left, y: upper + 12, style: "name")
      svg.text(now, x: left + width, y: upper + 12, anchor: "end")
      TrendPanel(
        points: points(of: row), frame: (left, upper + 22, width, TrendMultiples.panel.height - 42)
      ).draw(on: &svg)
    }
    if let first = weeks.first?.totals.week, let last = weeks.last?.totals.week {
      svg.text(
        "Each panel on its own scale, \(first) to \(last). Bar below: burst. Hollow: incomplete week. Grey: week without documents.",
        x: 12, y: svg.height - 10, style: "faint")
    }
    return svg.chart(name: name, title: title, description: description(panels))
  }

  private func points(of row: SeriesRow) -> [TrendPanel.Point] {
    zip(weeks, row.shares).map { week, share in
      let burst = row.trend.burst.map { ($0.first...$0.last).contains(week.totals.week) }
      return TrendPanel.Point(status: week.status, share: share, isBurst: burst ?? false)
    }
  }

  private func description(_ panels: ArraySlice<SeriesRow>) -> String {
    panels.map { row in
      "\(row.name): \(row.trend.share.map(Numbers.percent) ?? "no documents"), at most \(Numbers.percent(row.shares.compactMap(\.self).max() ?? 0))"
    }.joined(separator: "; ") + "."
  }
}
