import NewsModel

/// A grid of small panels, each with its own scale.
struct TrendMultiples {
  var weeks: [WeeklyReport.WeekInHistory]
  var rows: [SeriesRow]

  /// The most panels; more would be harder to read.
  static let most = 12
  private static let height = 112.0
  /// The width of a panel, into which the names of the shipped topics fit.
  private static let panelWidth = 280.0

  func svg(name: String, title: String, layout: ChartLayout = .wide) -> String {
    let panels = rows.prefix(TrendMultiples.most)
    let statuses = weeks.map(\.status)
    let columns = layout == .wide ? 3 : 2
    let panel = layout == .wide ? TrendMultiples.panelWidth : (ChartLayout.narrowWidth - 4) / 2
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
      let highest = Numbers.percent(ChartScale.highest(row.shares, statuses))
      svg.text(row.name.cut(toBoldPixels: width), x: left, y: upper + 12, style: "name")
      svg.text(now, x: left, y: upper + 28)
      svg.text("highest \(highest)", x: left + width, y: upper + 28, style: "faint", anchor: "end")
      TrendPanel(
        points: points(of: row), frame: (left, upper + 38, width, TrendMultiples.height - 58)
      ).draw(on: &svg)
    }
    svg.note(note, y: bottom + 14)
    return svg.chart(name: name, title: title, description: description(panels))
  }

  private var note: String {
    guard let first = weeks.first?.totals.week, let last = weeks.last?.totals.week else { return "" }
    return
      "Shares from \(first) to \(last), each panel from 0 to its own highest share in a complete week. Bars mark bursts, hollow points incomplete weeks, and grey weeks without documents."
  }

  private func points(of row: SeriesRow) -> [TrendPanel.Point] {
    zip(weeks, row.shares).map { week, share in
      let burst = row.trend.burst.map { ($0.first...$0.last).contains(week.totals.week) }
      return TrendPanel.Point(status: week.status, share: share, isBurst: burst ?? false)
    }
  }

  private func description(_ panels: ArraySlice<SeriesRow>) -> String {
    panels.map { row in
      "\(row.name): \(row.trend.share.map(Numbers.percent) ?? "no documents"), at most \(Numbers.percent(ChartScale.highest(row.shares, weeks.map(\.status))))"
    }.joined(separator: "; ") + "."
  }
}
