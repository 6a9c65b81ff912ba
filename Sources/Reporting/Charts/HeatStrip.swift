import NewsModel

/// A heat map with a row per series and a column per week. A cell is stronger the closer the week's share is to the
/// highest share of the series in a complete week.
struct HeatStrip {
  struct Row {
    var name: String
    /// One share per week; nil in an empty week.
    var shares: [Double?]
  }
  var weeks: [(week: Week, status: WeekStatus)]
  var rows: [Row]

  private static let values = 64.0
  /// The width for names, into which the names of the shipped topics fit.
  private static let names = 248.0
  /// The number of weeks that fit on a narrow screen.
  private static let narrowWeeks = 52

  /// The geometry of the chart.
  private struct Frame {
    var width: Double
    var left: Double
    var cell: Double
    var rowHeight: Double
    /// The offset of the cells from the top of the row.
    var cellsBelow: Double
    func x(_ i: Int) -> Double { left + cell * Double(i) }
  }

  func svg(name: String, title: String, layout: ChartLayout = .wide) -> String {
    layout == .narrow ? last(HeatStrip.narrowWeeks).drawn(name, title, layout) : drawn(name, title, layout)
  }

  private func last(_ count: Int) -> HeatStrip {
    HeatStrip(
      weeks: weeks.suffix(count), rows: rows.map { Row(name: $0.name, shares: Array($0.shares.suffix(count))) })
  }

  private func frame(_ layout: ChartLayout) -> Frame {
    let count = Double(max(1, weeks.count))
    switch layout {
    case .wide:
      let cell = min(28, max(4, 560 / count))
      return Frame(
        width: max(560, HeatStrip.names + cell * count + HeatStrip.values), left: HeatStrip.names, cell: cell,
        rowHeight: 22, cellsBelow: 0)
    case .narrow:
      return Frame(
        width: ChartLayout.narrowWidth, left: 12, cell: min(28, (ChartLayout.narrowWidth - 24) / count), rowHeight: 38,
        cellsBelow: 16)
    }
  }

  private func drawn(_ name: String, _ title: String, _ layout: ChartLayout) -> String {
    let frame = frame(layout)
    let top = 14.0
    let statuses = weeks.map(\.status)
    let bottom = top + frame.rowHeight * Double(rows.count)
    let note = SVGWriter.lines(
      of:
        "Colours compare the weeks of a row; the strongest colour is the row's highest share in a complete week, which is printed at the right. Gaps are weeks without documents (at most two are drawn). Dots mark incomplete weeks.",
      toPixels: frame.width - 24)
    var svg = SVGWriter(width: frame.width, height: bottom + 34 + 14 * Double(note.count))
    for (i, row) in rows.enumerated() {
      let y = top + frame.rowHeight * Double(i)
      let highest = ChartScale.highest(row.shares, statuses)
      switch layout {
      case .wide:
        svg.text(row.name.cut(toPixels: frame.left - 22), x: frame.left - 10, y: y + 15, anchor: "end")
        svg.text(Numbers.percent(highest), x: frame.x(weeks.count) + 8, y: y + 15, style: "faint")
      case .narrow:
        svg.text(row.name.cut(toPixels: 250), x: 12, y: y + 12)
        svg.text(Numbers.percent(highest), x: frame.width - 12, y: y + 12, style: "faint", anchor: "end")
      }
      drawCells(of: row, highest: highest, y: y + frame.cellsBelow + 1, frame, on: &svg)
    }
    drawAxis(on: &svg, y: bottom, frame)
    svg.note(note, y: bottom + 40)
    let description = rows.map { row in
      "\(row.name): highest \(peak(of: row))"
    }.joined(separator: "; ")
    return svg.chart(name: name, title: title, description: description + ".")
  }

  private func drawCells(of row: Row, highest: Double, y: Double, _ frame: Frame, on svg: inout SVGWriter) {
    for (j, share) in row.shares.enumerated() {
      guard let share else { continue }
      let strength = highest > 0 ? min(1, share / highest) : 0
      svg.rectangle(
        x: frame.x(j) + 0.5, y: y, width: frame.cell - 1, height: 20, style: "cell",
        opacity: share > 0 ? 0.12 + 0.88 * strength : 0.04,
        tip: "\(row.name), \(weeks[j].week): \(Numbers.percent(share))")
    }
  }

  private func drawAxis(on svg: inout SVGWriter, y: Double, _ frame: Frame) {
    // A label requires 60 pixels.
    let every = max(1, Int((60 / frame.cell).rounded(.up)))
    for (i, week) in weeks.enumerated() {
      if case .incomplete = week.status {
        svg.circle(x: frame.x(i) + frame.cell / 2, y: y + 5, radius: 2, style: "fall")
      }
      if i % every == 0 {
        svg.line(frame.x(i) + frame.cell / 2, y + 1, frame.x(i) + frame.cell / 2, y + 9, style: "grid")
        if frame.x(i) + 56 <= frame.width {
          svg.text(week.week.description, x: frame.x(i), y: y + 22, style: "faint")
        }
      }
    }
  }

  private func peak(of row: Row) -> String {
    guard let index = ChartScale.highestIndex(row.shares, weeks.map(\.status)), let share = row.shares[index] else {
      return "none"
    }
    return "\(Numbers.percent(share)) in \(weeks[index].week)"
  }
}
