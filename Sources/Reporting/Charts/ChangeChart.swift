import NewsModel

/// Changes of share with their intervals, about a line at zero.
struct ChangeChart {
  var rows: [SeriesRow]
  var confidence: Double

  static let most = 20
  private static let rowHeight = 24.0
  private static let names = 220.0
  private static let plot = 430.0
  private static let values = 100.0

  func svg(name: String, title: String) -> String {
    let drawn = rows.prefix(ChangeChart.most).compactMap { row in row.trend.comparison.map { (row, $0) } }
    let top = 26.0
    let bottom = top + ChangeChart.rowHeight * Double(drawn.count)
    var svg = SVGWriter(width: ChangeChart.names + ChangeChart.plot + ChangeChart.values, height: bottom + 30)
    let scale = scale(drawn.map(\.1))
    func x(_ change: Double) -> Double {
      ChangeChart.names + ChangeChart.plot * (change - scale.low) / (scale.high - scale.low)
    }

    var tick = scale.low
    while tick <= scale.high + scale.step / 2 {
      let isZero = abs(tick) < scale.step / 2
      svg.line(x(tick), top - 6, x(tick), bottom, style: isZero ? "zero" : "grid")
      svg.text(isZero ? "0" : wholePoints(tick), x: x(tick), y: top - 11, style: "faint", anchor: "middle")
      tick += scale.step
    }
    for (i, (row, comparison)) in drawn.enumerated() {
      let middle = top + ChangeChart.rowHeight * (Double(i) + 0.5)
      let direction = comparison.change >= 0 ? "rise" : "fall"
      svg.text(
        row.name.cut(toPixels: ChangeChart.names - 24), x: ChangeChart.names - 14, y: middle + 4, anchor: "end")
      svg.line(x(comparison.low), middle, x(comparison.high), middle, style: "span-\(direction)")
      svg.circle(x: x(comparison.change), y: middle, radius: 4.5, style: direction)
      svg.text(
        Numbers.points(comparison.change), x: ChangeChart.names + ChangeChart.plot + 56, y: middle + 4, anchor: "end")
    }
    svg.text(
      "Change of share in points of a hundred; the line is the \(Numbers.fixed(confidence * 100, 0)) % interval.",
      x: 12, y: bottom + 18, style: "faint")
    let description = drawn.map { row, comparison in
      "\(row.name): \(Numbers.points(comparison.change)) points, \(Numbers.interval((comparison.low, comparison.high)))"
    }.joined(separator: "; ")
    return svg.chart(name: name, title: title, description: description + ".")
  }

  /// Round steps, four to eight of them, that hold all intervals and zero.
  private func scale(_ comparisons: [Trend.Comparison]) -> (low: Double, high: Double, step: Double) {
    let low = min(0, comparisons.map(\.low).min() ?? 0)
    let high = max(0, comparisons.map(\.high).max() ?? 0)
    let range = max(high - low, 0.001)
    let steps = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5]
    let step = steps.first { range / $0 <= 7 } ?? 0.5
    return ((low / step).rounded(.down) * step, max(step, (high / step).rounded(.up) * step), step)
  }

  private func wholePoints(_ change: Double) -> String {
    let text = Numbers.points(change)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
