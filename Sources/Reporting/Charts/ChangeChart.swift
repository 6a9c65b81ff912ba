import NewsModel

/// A chart of changes of share with their intervals, around a line at zero.
struct ChangeChart {
  var rows: [SeriesRow]
  var confidence: Double

  static let most = 20

  /// The geometry of the chart.
  private struct Frame {
    var width: Double
    /// The height of a row, and the offset of its interval from the top of the row.
    var rowHeight: Double
    var lineBelow: Double
    /// The left and right edge of the plot.
    var left: Double
    var right: Double

    static let wide = Frame(width: 770, rowHeight: 24, lineBelow: 12, left: 264, right: 670)
    /// Names and numbers are above the intervals.
    static let narrow = Frame(width: ChartLayout.narrowWidth, rowHeight: 40, lineBelow: 28, left: 16, right: 324)
  }

  func svg(name: String, title: String, layout: ChartLayout = .wide) -> String {
    let drawn = rows.prefix(ChangeChart.most).compactMap { row in row.trend.comparison.map { (row, $0) } }
    let frame: Frame = layout == .wide ? .wide : .narrow
    let top = 26.0
    let bottom = top + frame.rowHeight * Double(drawn.count)
    let note = SVGWriter.lines(
      of: "Change of share in percentage points; the lines are \(Numbers.fixed(confidence * 100, 0)) % intervals.",
      toPixels: frame.width - 24)
    var svg = SVGWriter(width: frame.width, height: bottom + 16 + 14 * Double(note.count))
    let scale = scale(drawn.map(\.1), most: layout == .wide ? 7 : 5)
    func x(_ change: Double) -> Double {
      frame.left + (frame.right - frame.left) * (change - scale.low) / (scale.high - scale.low)
    }

    var tick = scale.low
    while tick <= scale.high + scale.step / 2 {
      let isZero = abs(tick) < scale.step / 2
      svg.line(x(tick), top - 6, x(tick), bottom, style: isZero ? "zero" : "grid")
      svg.text(isZero ? "0" : wholePoints(tick), x: x(tick), y: top - 11, style: "faint", anchor: "middle")
      tick += scale.step
    }
    for (i, (row, comparison)) in drawn.enumerated() {
      let upper = top + frame.rowHeight * Double(i)
      let middle = upper + frame.lineBelow
      let direction = comparison.change >= 0 ? "rise" : "fall"
      let value = Numbers.points(comparison.change)
      switch layout {
      case .wide:
        svg.text(row.name.cut(toPixels: frame.left - 24), x: frame.left - 14, y: middle + 4, anchor: "end")
        svg.text(value, x: frame.right + 56, y: middle + 4, anchor: "end")
      case .narrow:
        svg.ground(x: 10, y: upper + 3, width: frame.width - 20, height: 17)
        svg.text(row.name.cut(toPixels: 250), x: 12, y: upper + 16)
        svg.text(value, x: frame.width - 12, y: upper + 16, anchor: "end")
      }
      svg.line(x(comparison.low), middle, x(comparison.high), middle, style: "span-\(direction)")
      svg.circle(x: x(comparison.change), y: middle, radius: 4.5, style: direction)
    }
    svg.note(note, y: bottom + 18)
    let description = drawn.map { row, comparison in
      "\(row.name): \(Numbers.points(comparison.change)) points, \(Numbers.interval((comparison.low, comparison.high)))"
    }.joined(separator: "; ")
    return svg.chart(name: name, title: title, description: description + ".")
  }

  /// Returns a scale of round steps, at most `most` of them, that covers all intervals and zero.
  private func scale(_ comparisons: [Trend.Comparison], most: Double) -> (low: Double, high: Double, step: Double) {
    let low = min(0, comparisons.map(\.low).min() ?? 0)
    let high = max(0, comparisons.map(\.high).max() ?? 0)
    let range = max(high - low, 0.001)
    let steps = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5]
    let step = steps.first { range / $0 <= most } ?? 0.5
    return ((low / step).rounded(.down) * step, max(step, (high / step).rounded(.up) * step), step)
  }

  private func wholePoints(_ change: Double) -> String {
    let text = Numbers.points(change)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
