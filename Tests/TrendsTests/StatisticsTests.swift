import NewsModel
import Testing
import Trends

/// Compares with values computed by other programs: SciPy 1.17, statsmodels 0.15, pymannkendall 1.4.3.
@Suite struct StatisticsTests {
  /// `scipy.stats.fisher_exact`
  @Test(arguments: [
    (4, 5, 3, 60, 0.0002483084516400222), (12, 100, 40, 1200, 0.0003416622133306118),
    (0, 50, 30, 600, 0.1574068739315739),
    (3, 2000, 3, 24000, 0.0076139601114625375), (150, 2000, 1200, 24000, 4.609609823241396e-06),
    (5, 5, 0, 60, 1.210670168893331e-07), (1, 1, 0, 3, 0.25), (0, 10, 0, 120, 1.0),
    (30, 40, 2, 400, 1.453119254165442e-35),
    (7, 40, 7, 40, 1.0),
    // Margins for which only one table is possible.
    (5, 5, 60, 60, 1.0), (0, 0, 3, 60, 1.0),
  ]) func fisherExact(_ count: Int, _ total: Int, _ countBefore: Int, _ totalBefore: Int, _ p: Double) {
    let test = ExactTest(count: count, total: total, countBefore: countBefore, totalBefore: totalBefore)
    expectClose(test.p, p, relative: 1e-9)
    #expect(test.smallestPossibleP <= test.p)
  }

  /// Two million documents, far in the tail: logarithms of factorials lose only a few digits.
  @Test func fisherExactOnALargeCorpus() {
    let test = ExactTest(count: 200_000, total: 1_000_000, countBefore: 190_000, totalBefore: 1_000_000)
    expectClose(test.p, 3.0939999172395713e-71, relative: 1e-6)
  }

  /// Compares with the definition: the sum over all tables.
  @Test func fisherExactOfEverySmallTable() {
    func choose(_ n: Int, _ k: Int) -> Double {
      (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    for total in 1...6 {
      for totalBefore in 1...9 {
        for marked in 0...(total + totalBefore) {
          let possible = max(0, marked - totalBefore)...min(total, marked)
          let weights = possible.map { choose(total, $0) * choose(totalBefore, marked - $0) }
          let sum = weights.reduce(0, +)
          for (i, count) in possible.enumerated() {
            let p = weights.filter { $0 <= weights[i] * (1 + 1e-9) }.reduce(0, +) / sum
            let test = ExactTest(count: count, total: total, countBefore: marked - count, totalBefore: totalBefore)
            expectClose(test.p, p, relative: 1e-9)
          }
        }
      }
    }
  }

  /// `scipy.stats.false_discovery_control(method="bh")`
  @Test func benjaminiHochberg() {
    let q = FalseDiscovery.adjusted([0.01, 0.04, 0.03, 0.005, 0.2, 0.9, 0.03, 1.0])
    for (a, b) in zip(q, [0.04, 0.064, 0.06, 0.04, 0.26666666666666666, 1.0, 0.06, 1.0]) {
      expectClose(a, b, relative: 1e-12)
    }
    #expect(FalseDiscovery.adjusted([]).isEmpty)
  }

  /// Tarone's K is the smallest K for which at most K tests can reach rate / K.
  @Test func testsThatCannotFindAnythingAreLeftOut() {
    let smallest = [1e-9, 1e-4, 2e-3, 2e-3, 0.02, 0.04, 0.04, 0.5]
    for rate in [0.01, 0.05, 0.1, 0.2] {
      let k = (1...smallest.count).first { k in smallest.count { $0 <= rate / Double(k) } <= k }!
      #expect(FalseDiscovery.limit(ofSmallestPossible: smallest, rate: rate) == rate / Double(k))
    }
    #expect(FalseDiscovery.limit(ofSmallestPossible: [], rate: 0.05) == 0.05)
  }

  /// `statsmodels.stats.proportion.confint_proportions_2indep(method="newcomb", compare="diff")`; the fourth is Newcombe's own example (a).
  @Test(arguments: [
    (4, 5, 3, 60, 0.95, 0.3167093940247979, 0.9170380130428073),
    (12, 100, 40, 1200, 0.95, 0.035301566253516214, 0.16527723936395375),
    (0, 50, 30, 600, 0.95, -0.07048026312773598, 0.022857271598947293),
    (56, 70, 48, 80, 0.95, 0.05243147240236498, 0.33387265403690614), (5, 5, 0, 60, 0.95, 0.5613706986597085, 1.0),
    (9, 10, 3, 10, 0.9, 0.24211240088494457, 0.7896235073721287),
  ]) func newcombe(
    _ count: Int, _ total: Int, _ countBefore: Int, _ totalBefore: Int, _ confidence: Double, _ low: Double,
    _ high: Double
  ) {
    let interval = ShareInterval.newcombe(
      count: count, total: total, countBefore: countBefore, totalBefore: totalBefore, confidence: confidence)
    expectClose(interval.lowerBound, low, relative: 1e-9)
    expectClose(interval.upperBound, high, relative: 1e-9)
  }

  /// `statsmodels.stats.proportion.proportion_confint(method="wilson")`
  @Test(arguments: [
    (0, 10, 0.0, 0.27753279986288926), (10, 10, 0.7224672001371106, 1.0),
    (3, 17, 0.061911266376209945, 0.4102945856883413),
    (81, 263, 0.2552885198782742, 0.36620957698280004),
  ]) func wilson(_ count: Int, _ total: Int, _ low: Double, _ high: Double) {
    let interval = ShareInterval.wilson(count: count, total: total, confidence: 0.95)
    expectClose(interval.lowerBound, low, relative: 1e-9)
    expectClose(interval.upperBound, high, relative: 1e-9)
  }

  /// `pymannkendall.original_test`
  @Test(arguments: [
    ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 1.0, 8.303107353668793e-06),
    ([0.1, 0.12, 0.1, 0.15, 0.11, 0.1, 0.2, 0.22, 0.1, 0.25, 0.3, 0.28], 0.5454545454545454, 0.014266186701446859),
    ([5, 4, 4, 3, 3, 3, 2, 2, 1, 1, 0, 0], -0.8939393939393939, 5.102194460326892e-05),
    ([1, 3, 2, 1, 3, 2, 1, 3, 2, 1, 3, 2], 0.06060606060606061, 0.8262002033788081),
    ([7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7], 0.0, 1.0),
    ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 0.16666666666666666, 0.14750139990263267),
  ]) func mannKendall(_ values: [Double], _ tau: Double, _ p: Double) throws {
    let slope = try #require(MannKendall.slope(of: values))
    expectClose(slope.tau, tau, relative: 1e-12)
    expectClose(slope.p, p, relative: 1e-9)
    #expect(MannKendall.slope(of: Array(values.prefix(9))) == nil)
  }

  /// `scipy.stats.chi2_contingency(lambda_="log-likelihood", correction=False)`
  @Test func logLikelihood() {
    expectClose(
      Association.logLikelihood(count: 10, total: 100, otherCount: 5, otherTotal: 200), 7.329811674224491,
      relative: 1e-9)
    expectClose(
      Association.logLikelihood(count: 0, total: 50, otherCount: 20, otherTotal: 100), -17.72185546062806,
      relative: 1e-9)
    #expect(Association.logLikelihood(count: 7, total: 20, otherCount: 7, otherTotal: 20) < 1e-12)
  }

  @Test func localMutualInformation() {
    expectClose(
      Association.localMutualInformation(both: 5, first: 10, second: 8, total: 100), 9.162907318741551, relative: 1e-12)
    #expect(Association.localMutualInformation(both: 0, first: 10, second: 8, total: 100) == 0)
  }

  @Test func npmi() {
    expectClose(Association.npmi(both: 5, first: 10, second: 8, total: 100), 0.611730721041445, relative: 1e-12)
    #expect(abs(Association.npmi(both: 2, first: 40, second: 5, total: 100)) < 1e-12)
    #expect(Association.npmi(both: 3, first: 3, second: 3, total: 50) == 1)
    #expect(Association.npmi(both: 0, first: 3, second: 3, total: 50) == -1)
    #expect(Association.npmi(both: 50, first: 50, second: 50, total: 50) == 1)
  }

  /// The cheapest sequence of states, found by trying all of them in Python.
  @Test(arguments: [
    (
      [1, 1, 0, 1, 6, 8, 5, 1, 0, 1, 1, 0], [Int](repeating: 20, count: 12),
      [Bursts.Run(batches: 4..<7, weight: 8.101624235984719)]
    ),
    (
      [0, 1, 0, 1, 0, 3, 0, 9, 9, 1, 1, 2], [30, 30, 0, 30, 25, 40, 0, 30, 35, 30, 20, 30],
      [Bursts.Run(batches: 7..<9, weight: 7.582057065206964)]
    ),
    ([2, 2, 2, 2, 2, 2], [Int](repeating: 10, count: 6), []),
    (
      [0, 0, 0, 0, 0, 0, 0, 0, 5, 6], [Int](repeating: 10, count: 10),
      [Bursts.Run(batches: 8..<10, weight: 6.437271098776464)]
    ),
    ([0, 0], [4, 4], []), ([4, 4], [4, 4], []), ([], [], []),
  ]) func kleinberg(_ counts: [Int], _ totals: [Int], _ expected: [Bursts.Run]) {
    let runs = Bursts(ratio: 2, cost: 1).runs(counts: counts, totals: totals)
    #expect(runs.map(\.batches) == expected.map(\.batches))
    for (a, b) in zip(runs, expected) { expectClose(a.weight, b.weight, relative: 1e-9) }
  }
}

func expectClose(_ a: Double, _ b: Double, relative: Double, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(abs(a - b) <= relative * max(abs(b), 1e-300), "\(a) is not \(b)", sourceLocation: sourceLocation)
}
