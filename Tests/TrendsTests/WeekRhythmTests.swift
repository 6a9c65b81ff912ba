import NewsModel
import TestSupport
import Testing
import Trends

/// Which weeks are complete, so that they can be compared.
@Suite struct WeekRhythmTests {
  @Test func anArchiveThatRestsOnSundaysIsComplete() {
    let totals = (0..<4).map { TrendAnalysisTests.total(week: $0, daily: [1, 1, 1, 1, 1, 1, 0]) }
    #expect(ArchiveWeeks(totals).statuses.allSatisfy { $0 == .complete })
  }

  /// Days without documents inside the archive, compared with its own rhythm. The first array has the usual number of
  /// documents on each weekday.
  @Test(
    arguments: [
      ([100, 90, 110, 100, 95, 100, 119], [0, 0, 0, 0, 0, 100, 119], "no documents from Monday to Friday"),
      ([40, 40, 40, 40, 40, 0, 0], [40, 0, 40, 0, 40, 0, 0], "no documents on Tuesday and Thursday"),
      ([8, 8, 8, 8, 8, 8, 8], [8, 8, 8, 0, 8, 8, 8], "no documents on Thursday"),
      // No one publishes at the weekend; a day with few documents may be empty by chance.
      ([40, 40, 40, 40, 40, 0, 0], [40, 30, 40, 30, 40, 0, 0], nil),
      ([3, 3, 3, 3, 3, 3, 3], [3, 3, 3, 0, 3, 3, 3], nil), ([0, 0, 1, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0], nil),
      ([4, 4, 4, 4, 4, 4, 4], [0, 0, 4, 4, 4, 4, 4], "no documents on Monday and Tuesday"),
      // One page on every day, and never fewer: three empty days are no chance.
      ([1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 0, 0, 0], "no documents from Friday to Sunday"),
      ([1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1, 0], nil),
      // A day with a fiftieth of the week's documents does not matter.
      ([500, 500, 500, 500, 500, 0, 40], [500, 500, 500, 500, 500, 0, 0], nil),
      ([500, 500, 500, 500, 500, 0, 80], [500, 500, 500, 500, 500, 0, 0], "no documents on Sunday"),
    ] as [([Int], [Int], String?)])
  func daysThatTheArchiveUsuallyHas(usual: [Int], week: [Int], missing: String?) {
    let totals = (0..<12).map { TrendAnalysisTests.total(week: $0, daily: $0 == 7 ? week : usual) }
    let weeks = ArchiveWeeks(totals)
    #expect(weeks.statuses[7] == missing.map { .incomplete($0) } ?? .complete)
    #expect(weeks.statuses.enumerated().allSatisfy { $0.offset == 7 || $0.element == .complete })
    #expect(weeks.baseline(of: 9, weeks: 4) == (missing == nil ? [5, 6, 7, 8] : [4, 5, 6, 8]))
  }

  /// Ten documents a week, each on some day: almost no week lacks days by chance.
  @Test func aSparseArchiveStaysComplete() {
    var state: UInt64 = 5
    let totals = (0..<2000).map { week in
      var daily = [Int](repeating: 0, count: 7)
      for _ in 0..<10 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        daily[Int(state >> 33) % 7] += 1
      }
      return TrendAnalysisTests.total(week: week, daily: daily)
    }
    #expect(ArchiveWeeks(totals).statuses.count { $0 != .complete } < 20)
  }

  /// An archive that grew is compared with its rhythm at each time.
  @Test func theRhythmIsThatOfTheTime() {
    let totals = (0..<200).map {
      TrendAnalysisTests.total(week: $0, daily: $0 < 100 ? [2, 2, 2, 2, 2, 0, 0] : [90, 90, 90, 90, 90, 80, 80])
    }
    #expect(ArchiveWeeks(totals).statuses.allSatisfy { $0 == .complete })
  }

  /// Mondays are empty in one week of eight, as holidays are. That is the archive's own rhythm; a Tuesday without
  /// documents is not.
  @Test func holidaysBelongToTheRhythm() {
    let totals = (0..<48).map { week in
      TrendAnalysisTests.total(week: week, daily: [week % 8 == 3 ? 0 : 9, week == 20 ? 0 : 9, 9, 9, 9, 0, 0])
    }
    let incomplete = ArchiveWeeks(totals).statuses.enumerated().filter { $0.element != .complete }
    #expect(incomplete.map(\.offset) == [20])
    #expect(incomplete.map(\.element) == [.incomplete("no documents on Tuesday")])
  }

  /// A source that stops in the middle of a week, and a single document long after.
  @Test func aSourceThatStops() {
    var totals = (0..<10).map { TrendAnalysisTests.total(week: $0, daily: [5, 5, 5, 5, 5, 2, 2]) }
    totals.append(TrendAnalysisTests.total(week: 10, daily: [5, 5, 5, 0, 0, 0, 0]))
    totals.append(TrendAnalysisTests.total(week: 30, daily: [0, 1, 0, 0, 0, 0, 0]))
    #expect(
      ArchiveWeeks(totals).statuses == Array(repeating: .complete, count: 10) + [
        .incomplete("no documents after Wednesday"), .incomplete("documents on Tuesday only"),
      ])
  }

  /// The settings of a pipeline: what matters, and what chance explains.
  @Test(
    arguments: [
      (TrendParameters(), [40, 40, 40, 40, 0], true),
      (TrendParameters(missingShare: 0.25), [40, 40, 40, 40, 0], false),
      (TrendParameters(missingChance: 0), [40, 40, 40, 0, 0], false),
      (TrendParameters(), [3, 3, 3, 3, 0], false), (TrendParameters(missingChance: 0.2), [3, 3, 3, 3, 0], true),
    ] as [(TrendParameters, [Int], Bool)])
  func theThresholdsAreThoseOfThePipeline(parameters: TrendParameters, week: [Int], isIncomplete: Bool) {
    let usual = [week[0], week[0], week[0], week[0], week[0], 0, 0]
    let totals = (0..<12).map { TrendAnalysisTests.total(week: $0, daily: $0 == 6 ? week + [0, 0] : usual) }
    #expect((ArchiveWeeks(totals, parameters: parameters).statuses[6] != .complete) == isIncomplete)
  }

  /// Documents that arrive by chance, one to twenty a week on average: about one week in a hundred lacks days by chance.
  @Test(arguments: [1, 2, 4, 7, 10, 14, 20, 30])
  func chanceMakesFewWeeksIncomplete(mean: Int) {
    var random = SplitMix64(seed: UInt64(mean))
    let totals = (0..<1000).map { week in
      TrendAnalysisTests.total(
        week: week,
        daily: (0..<7).map { _ in (0..<mean * 10).count { _ in Int.random(in: 0..<70, using: &random) == 0 } })
    }
    let inner = ArchiveWeeks(totals.filter { $0.documents > 0 }).statuses.filter { status in
      // Weeks beside an empty week are judged by another rule.
      if case .incomplete(let how) = status {
        how.hasPrefix("no documents on") || how.hasPrefix("no documents from")
      } else {
        false
      }
    }
    #expect(inner.count <= 20, "\(inner.count) of 1000")
  }
}
