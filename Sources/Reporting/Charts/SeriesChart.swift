package import NewsModel

/// One series over all its weeks, for `dateline query trend --chart`.
package struct SeriesChart {
  package struct Point: Sendable, Equatable {
    package var week: Week
    package var status: WeekStatus
    /// Nil in an empty week.
    package var share: Double?
    package var isBurst: Bool

    package init(week: Week, status: WeekStatus, share: Double?, isBurst: Bool) {
      self.week = week
      self.status = status
      self.share = share
      self.isBurst = isBurst
    }
  }
  package var name: String
  /// One point per week, in order and without gaps.
  package var points: [Point]

  package init(name: String, points: [Point]) {
    self.name = name
    self.points = points
  }

  package var svg: [UInt8] {
    var svg = SVGWriter(width: 760, height: 260)
    let highest = ChartScale.highest(points.map(\.share), points.map(\.status))
    svg.text(name.cut(toPixels: 560), x: 52, y: 24, style: "name")
    svg.text(Numbers.percent(highest), x: 46, y: 49, style: "faint", anchor: "end")
    svg.text("0", x: 46, y: 213, style: "faint", anchor: "end")
    svg.line(52, 45, 740, 45, style: "grid")
    TrendPanel(
      points: points.map { TrendPanel.Point(status: $0.status, share: $0.share, isBurst: $0.isBurst) },
      frame: (52, 45, 688, 165)
    ).draw(on: &svg)
    if let first = points.first?.week, let last = points.last?.week {
      svg.text(first.description, x: 52, y: 232, style: "faint")
      svg.text(last.description, x: 740, y: 232, style: "faint", anchor: "end")
    }
    svg.text(
      "Share of each week, up to the highest of a complete week. Bars mark bursts, hollow points incomplete weeks, and grey weeks without documents.",
      x: 52,
      y: 250,
      style: "faint")
    let peak = ChartScale.highestIndex(points.map(\.share), points.map(\.status)).map { points[$0] }
    let description =
      peak.map { "The highest share is \(Numbers.percent($0.share ?? 0)), in \($0.week)." } ?? "No weeks."
    return Array(svg.chart(name: "series", title: "\(name) by week", description: description).utf8)
  }
}
