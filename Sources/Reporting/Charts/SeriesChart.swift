package import NewsModel

/// One series over all its weeks, for `dateline query trend --chart`.
package struct SeriesChart {
  package var name: String
  package var weeks: [WeeklyReport.WeekInHistory]
  /// One for each week.
  package var trends: [Trend]

  package init(name: String, weeks: [WeeklyReport.WeekInHistory], trends: [Trend]) {
    self.name = name
    self.weeks = weeks
    self.trends = trends
  }

  package var svg: [UInt8] {
    var svg = SVGWriter(width: 760, height: 260)
    let shares = trends.map(\.share)
    let highest = shares.compactMap(\.self).max() ?? 0
    var bursts: [Trend.Burst] = []
    for case let burst? in trends.map(\.burst) where bursts.last != burst { bursts.append(burst) }
    svg.text(name.cut(toPixels: 560), x: 52, y: 24, style: "name")
    svg.text(Numbers.percent(highest), x: 46, y: 49, style: "faint", anchor: "end")
    svg.text("0", x: 46, y: 213, style: "faint", anchor: "end")
    svg.line(52, 45, 740, 45, style: "grid")
    TrendPanel(weeks: weeks, shares: shares, bursts: bursts, frame: (52, 45, 688, 165)).draw(on: &svg)
    if let first = weeks.first?.totals.week, let last = weeks.last?.totals.week {
      svg.text(first.description, x: 52, y: 232, style: "faint")
      svg.text(last.description, x: 740, y: 232, style: "faint", anchor: "end")
    }
    svg.text(
      "Share of the week's documents. Bar: burst. Hollow: incomplete week. Grey: week without documents.", x: 52,
      y: 250,
      style: "faint")
    let peak = trends.max { ($0.share ?? -1, $1.week) < ($1.share ?? -1, $0.week) }
    let description =
      peak.map { "The highest share is \(Numbers.percent($0.share ?? 0)), in \($0.week)." } ?? "No weeks."
    return Array(svg.chart(name: "series", title: "\(name) by week", description: description).utf8)
  }
}
