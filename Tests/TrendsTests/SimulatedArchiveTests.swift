import NewsModel
import TestSupport
import Testing
import Trends

/// Random archives in which the changes to be found are known.
@Suite struct SimulatedArchiveTests {
  static let weeks = 40
  static let seriesCount = 60
  static let documents = 150

  /// Each document has each series with the probability of its share, which is the same in every week except for a
  /// planted rise.
  static func archive(
    seed: UInt64, weeks: Int = weeks, documents: Int = documents, seriesCount: Int = seriesCount,
    rise: (series: Int, week: Int, factor: Double)? = nil
  ) -> TrendAnalysis {
    var random = SplitMix64(seed: seed)
    let start = Week(iso: "2012-W01")!
    let totals = (0..<weeks).map { week in
      WeekTotals(
        week: start.advanced(by: week), documents: documents, stories: documents, sources: 5,
        daily: [1, 1, 1, 1, documents - 4, 0, 0])
    }
    var series: [SeriesKey: [WeeklyCount]] = [:]
    for one in 0..<seriesCount {
      let share = 0.01 + 0.2 * Double(one) / Double(seriesCount)
      series[SeriesKey(.topic, "topic-\(one)")] = (0..<weeks).map { week in
        let isRise = rise.map { $0.series == one && $0.week == week } ?? false
        let threshold = share * (isRise ? rise!.factor : 1)
        let count = (0..<documents).count { _ in Double.random(in: 0..<1, using: &random) < threshold }
        return WeeklyCount(week: start.advanced(by: week), documents: count, stories: count, sources: min(5, count))
      }
    }
    return TrendAnalysis(totals: totals, series: series)
  }

  /// Without any change every alarm is false, so the rate of weeks with any alarm must stay below the promised rate.
  @Test func withoutAChangeFalseAlarmsStayUnderThePromisedRate() {
    var weeksCompared = 0
    var weeksWithAlarm = 0
    for seed in 1...12 {
      let analysis = Self.archive(seed: UInt64(seed))
      for total in analysis.weeks.totals {
        let compared = analysis.trends(in: total.week).compactMap(\.comparison)
        guard !compared.isEmpty else { continue }
        weeksCompared += 1
        if compared.contains(where: \.isSignificant) { weeksWithAlarm += 1 }
      }
    }
    #expect(weeksCompared == 12 * (Self.weeks - 3))
    let rate = Double(weeksWithAlarm) / Double(weeksCompared)
    #expect(rate <= 0.05, "\(weeksWithAlarm) of \(weeksCompared)")
  }

  /// Five documents a week and hundreds of names, as in an agency's daily page. Exact tests keep the promised rate
  /// there too.
  @Test func aSmallArchiveHasNoMoreFalseAlarms() {
    var (compared, withAlarm, unusual, possible) = (0, 0, 0, 0)
    for seed in 1...4 {
      let analysis = Self.archive(seed: UInt64(500 + seed), documents: 5, seriesCount: 300)
      for total in analysis.weeks.totals {
        let trends = analysis.trends(in: total.week)
        guard trends.contains(where: { $0.comparison != nil }) else { continue }
        compared += 1
        if trends.contains(where: { $0.comparison?.isSignificant == true }) { withAlarm += 1 }
        unusual += trends.count { $0.comparison.map { $0.p <= Trend.unusualBelow } ?? false }
        possible += trends.count { $0.comparison.map { $0.smallestPossibleP <= Trend.unusualBelow } ?? false }
      }
    }
    #expect(Double(withAlarm) / Double(compared) <= 0.05, "\(withAlarm) of \(compared)")
    // Of all series that reports could call unusual, at most a hundredth is so by chance.
    #expect(
      unusual > 0 && Double(unusual) <= Trend.unusualBelow * Double(possible), "\(unusual) of \(possible)")
  }

  /// Over many archives, at most the promised share of all series called rising or falling is so by chance.
  @Test func aPlantedRiseIsFound() {
    var shareOfFalse = 0.0
    let archives = 200
    for seed in 1...archives {
      let analysis = Self.archive(seed: UInt64(100 + seed), weeks: 14, rise: (series: 20, week: 13, factor: 4))
      let trends = analysis.trends(in: analysis.weeks.totals[13].week)
      let found = trends.filter { $0.comparison?.isSignificant == true }
      let planted = found.first { $0.key.id == "topic-20" }
      #expect(planted?.label == .rising && planted?.comparison.map { $0.low > 0 } == true && planted?.burst != nil)
      shareOfFalse += Double(found.count - 1) / Double(found.count) / Double(archives)
    }
    #expect(shareOfFalse <= 0.05, "\(shareOfFalse)")
  }
}
