import NewsModel

/// The share of one series over the weeks: gaps where a week is empty, a hollow dot where it is incomplete, a bar under a burst.
struct TrendPanel {
  var weeks: [WeeklyReport.WeekInHistory]
  /// One for each week.
  var shares: [Double?]
  var bursts: [Trend.Burst]
  var frame: (x: Double, y: Double, width: Double, height: Double)

  func draw(on svg: inout SVGWriter) {
    let highest = max(shares.compactMap(\.self).max() ?? 0, 1e-9)
    let step = weeks.count > 1 ? frame.width / Double(weeks.count - 1) : 0
    func x(_ i: Int) -> Double { frame.x + (weeks.count > 1 ? Double(i) * step : frame.width / 2) }
    func y(_ share: Double) -> Double { frame.y + frame.height * (1 - share / highest) }
    let ground = frame.y + frame.height

    svg.line(frame.x, ground, frame.x + frame.width, ground, style: "grid")
    for (i, week) in weeks.enumerated() where week.status == .empty {
      let left = max(frame.x, x(i) - step / 2)
      svg.rectangle(
        x: left, y: frame.y, width: min(frame.x + frame.width, x(i) + step / 2) - left, height: frame.height,
        style: "band")
    }
    for run in runs {
      let curve = run.map { (x: x($0), y: y(shares[$0]!)) }
      if curve.count > 1 {
        svg.polygon([(curve[0].x, ground)] + curve + [(curve.last!.x, ground)], style: "area")
        svg.polyline(curve, style: "curve")
      } else {
        svg.circle(x: curve[0].x, y: curve[0].y, radius: 1.6, style: "dot")
      }
    }
    for burst in bursts {
      let inside = weeks.indices.filter { (burst.first...burst.last).contains(weeks[$0].totals.week) }
      guard let first = inside.first, let last = inside.last else { continue }
      let left = max(frame.x, x(first) - step / 2)
      svg.line(
        left, ground + 2.5, max(left + 3, min(frame.x + frame.width, x(last) + step / 2)), ground + 2.5, style: "burst")
    }
    for (i, week) in weeks.enumerated() {
      guard let share = shares[i] else { continue }
      if case .incomplete = week.status {
        svg.circle(x: x(i), y: y(share), radius: 2.5, style: "hollow")
      } else if i == weeks.count - 1 {
        svg.circle(x: x(i), y: y(share), radius: 3, style: "dot")
      }
    }
  }

  /// Neighbouring weeks that have a share.
  private var runs: [[Int]] {
    var runs: [[Int]] = []
    for i in shares.indices where shares[i] != nil {
      if let last = runs.last?.last, last == i - 1 { runs[runs.count - 1].append(i) } else { runs.append([i]) }
    }
    return runs
  }
}
