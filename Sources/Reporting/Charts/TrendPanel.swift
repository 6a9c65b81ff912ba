import NewsModel

/// The share of one series over the weeks, up to the highest share of a complete week. An empty week is a gap, an
/// incomplete week has a hollow dot, and a burst has a bar below it.
struct TrendPanel {
  struct Point {
    var status: WeekStatus
    /// Nil in an empty week.
    var share: Double?
    var isBurst: Bool
  }
  var points: [Point]
  var frame: (x: Double, y: Double, width: Double, height: Double)

  private var step: Double { points.count > 1 ? frame.width / Double(points.count - 1) : 0 }
  private var ground: Double { frame.y + frame.height }

  private func x(_ i: Int) -> Double { points.count > 1 ? frame.x + Double(i) * step : frame.x + frame.width / 2 }

  /// The left and right edge of a range of weeks, inside the frame.
  private func span(_ weeks: ClosedRange<Int>) -> (left: Double, right: Double) {
    (max(frame.x, x(weeks.lowerBound) - step / 2), min(frame.x + frame.width, x(weeks.upperBound) + step / 2))
  }

  func draw(on svg: inout SVGWriter) {
    let highest = max(ChartScale.highest(points.map(\.share), points.map(\.status)), 1e-9)
    func y(_ share: Double) -> Double { frame.y + frame.height * (1 - min(1, share / highest)) }

    svg.line(frame.x, ground, frame.x + frame.width, ground, style: "grid")
    for (i, point) in points.enumerated() where point.status == .empty {
      let (left, right) = span(i...i)
      svg.rectangle(x: left, y: frame.y, width: right - left, height: frame.height, style: "band")
    }
    for run in runs(where: { $0.share != nil }) {
      let curve = run.map { (x: x($0), y: y(points[$0].share ?? 0)) }
      if curve.count > 1 {
        svg.polygon([(curve[0].x, ground)] + curve + [(curve[curve.count - 1].x, ground)], style: "area")
        svg.polyline(curve, style: "curve")
      } else {
        svg.circle(x: curve[0].x, y: curve[0].y, radius: 1.6, style: "dot")
      }
    }
    for run in runs(where: \.isBurst) {
      let (left, right) = span(run)
      svg.line(left, ground + 2.5, max(left + 3, right), ground + 2.5, style: "burst")
    }
    for (i, point) in points.enumerated() {
      guard let share = point.share else { continue }
      if case .incomplete = point.status {
        svg.circle(x: x(i), y: y(share), radius: 2.5, style: "hollow")
      } else if i == points.count - 1 {
        svg.circle(x: x(i), y: y(share), radius: 3, style: "dot")
      }
    }
  }

  /// Returns the runs of consecutive weeks that satisfy the condition.
  private func runs(where holds: (Point) -> Bool) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for i in points.indices where holds(points[i]) {
      if let last = runs.last, last.upperBound == i - 1 {
        runs[runs.count - 1] = last.lowerBound...i
      } else {
        runs.append(i...i)
      }
    }
    return runs
  }
}
