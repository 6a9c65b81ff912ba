import NewsModel

/// Series down, weeks across; the stronger a cell, the nearer the week's share to the series' highest.
struct HeatStrip {
  struct Row {
    var name: String
    /// One for each week; nil in an empty week.
    var shares: [Double?]
  }
  var weeks: [(week: Week, status: WeekStatus)]
  var rows: [Row]

  private static let names = 200.0
  private static let values = 64.0
  private static let rowHeight = 22.0

  func svg(name: String, title: String) -> String {
    let cell = min(28, max(4, 560 / Double(max(1, weeks.count))))
    let top = 14.0
    let bottom = top + HeatStrip.rowHeight * Double(rows.count)
    let right = HeatStrip.names + cell * Double(weeks.count)
    var svg = SVGWriter(width: max(560, right + HeatStrip.values), height: bottom + 48)
    func x(_ i: Int) -> Double { HeatStrip.names + cell * Double(i) }

    for (i, row) in rows.enumerated() {
      let y = top + HeatStrip.rowHeight * Double(i)
      let highest = row.shares.compactMap(\.self).max() ?? 0
      svg.text(row.name.cut(toPixels: HeatStrip.names - 22), x: HeatStrip.names - 10, y: y + 15, anchor: "end")
      for (j, share) in row.shares.enumerated() {
        guard let share else { continue }
        let strength = highest > 0 ? share / highest : 0
        svg.rectangle(
          x: x(j) + 0.5, y: y + 1, width: cell - 1, height: HeatStrip.rowHeight - 2, style: "cell",
          opacity: share > 0 ? 0.12 + 0.88 * strength : 0.04,
          tip: "\(row.name), \(weeks[j].week): \(Numbers.percent(share))")
      }
      svg.text(Numbers.percent(highest), x: right + 8, y: y + 15, style: "faint")
    }
    drawAxis(on: &svg, y: bottom, cell: cell, x: x)
    svg.text(
      "Strongest: the highest share, at the right. A gap: no documents (two weeks at most are drawn). A dot: an incomplete week.",
      x: 12, y: bottom + 40, style: "faint")
    let description = rows.map { row in
      "\(row.name): highest \(peak(of: row))"
    }.joined(separator: "; ")
    return svg.chart(name: name, title: title, description: description + ".")
  }

  private func drawAxis(on svg: inout SVGWriter, y: Double, cell: Double, x: (Int) -> Double) {
    // A label needs 60 pixels.
    let every = max(1, Int((60 / cell).rounded(.up)))
    for (i, week) in weeks.enumerated() {
      if case .incomplete = week.status { svg.circle(x: x(i) + cell / 2, y: y + 5, radius: 2, style: "fall") }
      if i % every == 0 {
        svg.line(x(i) + cell / 2, y + 1, x(i) + cell / 2, y + 9, style: "grid")
        svg.text(week.week.description, x: x(i), y: y + 22, style: "faint")
      }
    }
  }

  private func peak(of row: Row) -> String {
    let highest = row.shares.enumerated().max { ($0.element ?? -1, -$0.offset) < ($1.element ?? -1, -$1.offset) }
    guard let highest, let share = highest.element else { return "none" }
    return "\(Numbers.percent(share)) in \(weeks[highest.offset].week)"
  }
}
