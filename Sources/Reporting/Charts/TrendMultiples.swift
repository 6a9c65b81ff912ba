import NewsModel

/// Small panels beside and under each other, each on its own scale.
struct TrendMultiples {
  var weeks: [WeeklyReport.WeekInHistory]
  var rows: [SeriesRow]

  /// More panels than these say less.
  static let most = 12
  private static let height = 96.0

  func svg(name: String, title: String, layout: ChartLayout = .wide) -> String {
    let panels = rows.prefix(TrendMultiples.most)
    let columns = layout == .wide ? 3 : 2
    let panel = layout == .wide ? 250 : (ChartLayout.narrowWidth - 4) / 2
    let lines = (panels.count + columns - 1) / columns
    let top = 12.0
    let width = layout == .wide ? panel * Double(columns) + 12 : ChartLayout.narrowWidth
    let note = SVGWriter.lines(of: note, toPixels: width - 24)
    let bottom = top + TrendMultiples.height * Double(lines)
    var svg = SVGWriter(width: width, height: bottom + 10 + 14 * Double(note.count))
    for (i, row) in panels.enumerated() {
      let left = 12 + Double(i % columns) * panel
      let upper = top + Double(i / columns) * TrendMultiples.height
      let width = panel - (layout == .wide ? 24 : 16)
      let now = row.trend.share.map(Numbers.percent) ?? "–"
      svg.text(row.name.cut(toBoldPixels: width - 56), x: left, y: upper + 12, style: "name")
      svg.text(now, x: left + width, y: upper + 12, anchor: "end")
      TrendPanel(
        points: points(of: row), frame: (left, upper + 22, width, TrendMultiples.height - 42)
      ).draw(on: &svg)
    }
    svg.note(note, y: bottom + 14)
    return svg.chart(name: name, title: title, description: description(panels))
  }

  private var note: String {
    guard let first = weeks.first?.totals.week, let last = weeks.last?.totals.week else { return "" }
    return
      "Each panel on its own scale, \(first) to \(last). Bar below: burst. Hollow: incomplete week. Grey: week without documents."
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
