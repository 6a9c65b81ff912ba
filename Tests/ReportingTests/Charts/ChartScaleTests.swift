import NewsModel
import Reporting
import Testing

/// An incomplete week is drawn, but does not set the scale.
@Suite struct ChartScaleTests {
  private static let incomplete = WeekStatus.incomplete("documents on Tuesday only")

  @Test(
    arguments: [
      ([0.1, 0.3, 0.2], [.complete, .complete, .complete], 0.3),
      ([0.1, 1, 0.2], [.complete, incomplete, .complete], 0.2),
      ([0.5, nil, 0.4], [incomplete, .empty, incomplete], 0.5), ([nil], [.empty], 0), ([], [], 0),
    ] as [([Double?], [WeekStatus], Double)])
  func highest(shares: [Double?], statuses: [WeekStatus], highest: Double) {
    #expect(ChartScale.highest(shares, statuses) == highest)
  }

  @Test(
    arguments: [
      ([0, 0.1, 0.2], 0.2, "▁▅█"), ([0.1, 1, nil, 0.2], 0.2, "▅█·█"), ([0, nil], 0, "▁·"),
    ] as [([Double?], Double, String)])
  func blocksAboveTheScaleAreTheTallest(shares: [Double?], highest: Double, text: String) {
    #expect(Sparkline.text(shares, highest: highest) == text)
  }

  @Test func barsEndAtTheScale() {
    #expect(Sparkline.bar(3, of: 1) == Sparkline.bar(1, of: 1))
  }

  /// The chart of a series whose incomplete week has all of the week's documents.
  @Test func aChartOfOneSeries() {
    let points = [(WeekStatus.complete, 0.1), (Self.incomplete, 1), (.complete, 0.2)].enumerated().map {
      number, point in
      SeriesChart.Point(
        week: Week(iso: "2013-W01")!.advanced(by: number), status: point.0, share: point.1, isBurst: false)
    }
    let svg = String(decoding: SeriesChart(name: "Tides", points: points).svg, as: UTF8.self)
    #expect(svg.contains("The highest share is 20.0\u{A0}%, in 2013-W03."))
    #expect(svg.contains(">20.0\u{A0}%<") && !svg.contains("100.0"))
  }
}
