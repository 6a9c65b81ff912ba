import NewsModel
import TestSupport
import Testing
import Trends

@Suite struct TrendAnalysisTests {
  static let start = Week(iso: "2013-W01")!
  static let topic = SeriesKey(.topic, "reactor-restart")

  /// A corpus with this many documents on each of five weekdays, and a series with these counts by week.
  static func analysis(_ counts: [Int], daily: Int = 4, parameters: TrendParameters = TrendParameters())
    -> TrendAnalysis
  {
    let totals = counts.indices.map { total(week: $0, daily: [daily, daily, daily, daily, daily, 0, 0]) }
    return TrendAnalysis(totals: totals, series: [topic: series(counts)], parameters: parameters)
  }

  static func total(week: Int, daily: [Int]) -> WeekTotals {
    let documents = daily.reduce(0, +)
    return WeekTotals(
      week: start.advanced(by: week), documents: documents, stories: documents, sources: min(3, documents), daily: daily
    )
  }

  static func series(_ counts: [Int]) -> [WeeklyCount] {
    counts.enumerated().map {
      WeeklyCount(week: start.advanced(by: $0), documents: $1, stories: $1, sources: min(2, $1))
    }
  }

  static func labels(_ counts: [Int], daily: Int = 4) -> [Trend.Label?] {
    analysis(counts, daily: daily).trends(of: topic).map(\.label)
  }

  @Test(
    arguments: [
      // An obvious rise, and weeks before it that have no comparison or too few documents for one.
      (
        [2, 1, 2, 2, 1, 2, 2, 1, 14], [nil, nil, nil, .tooFew, .tooFew, .tooFew, .tooFew, .tooFew, .rising]
      ),
      ([9, 10, 9, 8, 9, 10, 9, 1], [nil, nil, nil, .steady, .steady, .steady, .steady, .falling]),
      ([0, 0, 0, 0, 0, 5, 5, 0], [nil, nil, nil, nil, nil, .new, .rising, .tooFew]),
      (
        [5, 5, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0, 6],
        [
          nil, nil, nil, .steady, .falling, .falling, .tooFew, .quiet, .quiet, .quiet, .quiet, .quiet,
          .back,
        ]
      ),
    ] as [([Int], [Trend.Label?])]) func labels(_ counts: [Int], _ expected: [Trend.Label?])
  {
    #expect(Self.labels(counts) == expected)
  }

  /// If no change is shown, the changes that the interval still allows decide; `confint_proportions_2indep` gives its ends.
  @Test(arguments: [
    // 4 of 20 after 12 of 60: -0.156 to +0.224; twice the share would be +0.2.
    ([4, 4, 4, 4], Trend.Label.tooFew),
    // 5 of 20 after 15 of 60: -0.185 to +0.238; twice the share would be +0.25.
    ([5, 5, 5, 5], .steady),
  ])
  func steadyIsMoreThanNotShown(counts: [Int], label: Trend.Label) {
    #expect(Self.labels(counts).last == label)
  }

  @Test func aWholeTrend() throws {
    let trend = try #require(Self.analysis([2, 1, 2, 2, 14]).trends(in: Self.start.advanced(by: 4)).first)
    let comparison = try #require(trend.comparison)
    #expect(trend.key == Self.topic && trend.documents == 14 && trend.sources == 2 && trend.share == 0.7)
    #expect(comparison.baselineWeeks == 4 && comparison.baselineCount == 7 && comparison.baselineTotal == 80)
    #expect(comparison.isSignificant)
    expectClose(comparison.expected, 1.75, relative: 1e-12)
    expectClose(comparison.change, 0.6125, relative: 1e-12)
    // `scipy.stats.fisher_exact([[14, 6], [7, 73]])`. It is the only test in its week, so q equals p.
    expectClose(comparison.p, 6.264285493684106e-08, relative: 1e-9)
    #expect(comparison.q == comparison.p)
    #expect(comparison.low > 0.35 && comparison.high < 0.8)
    #expect(trend.firstSeen == nil && trend.backAfter == nil && trend.quietFor == nil && trend.slope == nil)
    #expect(trend.burst?.first == trend.week && trend.burst?.last == trend.week)
  }

  @Test func incompleteAndEmptyWeeksAreMarkedAndNeverCompared() {
    var totals = [Self.total(week: 0, daily: [0, 0, 0, 4, 4, 0, 0])]
    for week in [1, 2, 3, 4, 6, 7, 8] { totals.append(Self.total(week: week, daily: [4, 4, 4, 4, 4, 0, 0])) }
    totals.append(Self.total(week: 9, daily: [4, 4, 0, 0, 0, 0, 0]))
    let analysis = TrendAnalysis(totals: totals, series: [Self.topic: Self.series([1, 5, 5, 5, 5, 0, 5, 5, 5, 0])])
    #expect(
      (0..<10).map { analysis.weeks.status(of: Self.start.advanced(by: $0)) } == [
        .incomplete("no documents before Thursday"), .complete, .complete, .complete, .complete, .empty, .complete,
        .complete,
        .complete, .incomplete("no documents after Tuesday"),
      ])
    // The empty week has no trend.
    let trends = analysis.trends(of: Self.topic)
    #expect(trends.map(\.label) == [nil, nil, nil, nil, .steady, .steady, .steady, .steady, nil])
    #expect(trends[5].week == Self.start.advanced(by: 6) && analysis.trends(in: Self.start.advanced(by: 5)).isEmpty)
    #expect(trends[8].share == 0 && trends[8].comparison == nil)
    // The incomplete week is not in the baseline either.
    #expect(trends[7].comparison?.baselineWeeks == 6)
    // The history for charts includes the empty week.
    let history = analysis.weeks.history(to: Self.start.advanced(by: 6), weeks: 3)
    #expect(history.map(\.status) == [.complete, .empty, .complete] && history.map(\.totals.documents) == [20, 0, 20])
  }

  /// An incomplete week with any share is no burst, and its absence of a series is not counted.
  @Test func incompleteWeeksAreNoEvidence() throws {
    let usual = [4, 4, 4, 4, 4, 0, 0]
    let totals = (0..<16).map { Self.total(week: $0, daily: (5...8).contains($0) ? [4, 0, 0, 0, 0, 0, 0] : usual) }
    let counts = [5, 5, 5, 5, 5, 4, 4, 4, 4, 0, 0, 0, 0, 0, 0, 5]
    let analysis = TrendAnalysis(totals: totals, series: [Self.topic: Self.series(counts)])
    #expect(
      analysis.weeks.statuses.map { $0 == .complete } == [
        true, true, true, true, true, false, false, false, false, true, true, true, true, true, true, true,
      ])
    let trends = analysis.trends(of: Self.topic)
    let steady = Array(repeating: 5, count: 5) + [4, 4, 4, 4] + Array(repeating: 5, count: 7)
    let others = TrendAnalysis(totals: totals, series: [Self.topic: Self.series(steady)])
    #expect(others.trends(of: Self.topic).map(\.burst) == Array(repeating: nil, count: 16))
    #expect(trends.map(\.quietFor) == [nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, 4, 5, 6, nil])
    #expect(trends[15].backAfter == nil, "six complete weeks are fewer than eight")
  }

  /// A name that is in half of the weeks, but in few documents, may be silent for four weeks by chance.
  @Test(arguments: [(1, 5, nil), (5, 5, 4)] as [(Int, Int, Int?)])
  func silenceThatMayBeChanceIsNotQuiet(count: Int, daily: Int, quietFor: Int?) {
    let counts = (0..<12).map { $0 % 2 == 0 ? count : 0 } + [count, 0, 0, 0, 0]
    #expect(Self.analysis(counts, daily: daily).trends(of: Self.topic).last?.quietFor == quietFor)
  }

  /// Eight thousand years between documents cost no time, whatever the number of series.
  @Test func emptyWeeksCostNothing() {
    let weeks = [0, 1, 2, 3, 420_000].map { Self.total(week: $0, daily: [4, 4, 4, 4, 4, 0, 0]) }
    let series = Dictionary(
      uniqueKeysWithValues: (0..<50_000).map { number in
        (
          SeriesKey(.person, "p\(number)"),
          weeks.map { WeeklyCount(week: $0.week, documents: 1, stories: 1, sources: 1) }
        )
      })
    let seconds = processorSeconds {
      let analysis = TrendAnalysis(totals: weeks, series: series)
      #expect(analysis.weeks.totals.count == 5)
      #expect(analysis.trends(in: weeks[4].week).count == 50_000)
      #expect(analysis.trends(in: weeks[4].week)[0].backAfter == nil)
    }
    #expect(seconds < 10)
  }

  @Test func nothingGivesNothing() {
    let analysis = TrendAnalysis(totals: [], series: [Self.topic: Self.series([1, 2])])
    #expect(analysis.trends(in: Self.start).isEmpty && analysis.trends(of: Self.topic).isEmpty)
    #expect(
      TrendAnalysis(totals: [Self.total(week: 0, daily: [1, 0, 0, 0, 0, 0, 0])], series: [:]).trends(in: Self.start)
        .isEmpty)
  }

  @Test func pairsThatAreTogetherMoreThanChance() {
    let analysis = Self.analysis([5, 5, 5, 5])
    let a = SeriesKey(.organisation, "org.a")
    let b = SeriesKey(.organisation, "org.b")
    let c = SeriesKey(.country, "IR")
    let d = SeriesKey(.country, "FR")
    let pairs = analysis.pairs(
      in: Self.start,
      [
        PairCount(first: a, second: b, documents: 4, firstDocuments: 10, secondDocuments: 8),
        PairCount(first: a, second: c, documents: 8, firstDocuments: 9, secondDocuments: 8),
        PairCount(first: b, second: c, documents: 2, firstDocuments: 10, secondDocuments: 8),
        PairCount(first: b, second: d, documents: 3, firstDocuments: 3, secondDocuments: 3),
      ], total: 20)
    // a and b occur together as often as expected by chance, b and c more rarely. b and d always do, but in only three
    // documents.
    #expect(pairs.map(\.second) == [c, d])
    #expect(pairs[1].npmi == 1 && pairs[0].npmi < 1)
  }
}
