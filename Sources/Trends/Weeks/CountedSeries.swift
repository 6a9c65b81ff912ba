import NewsModel

/// The counts of one series, with the facts that depend on all weeks together. Weeks are identified by their positions
/// among the archive's weeks with documents.
struct CountedSeries: Sendable {
  let key: SeriesKey
  /// The counts in order of week: at least one, and none of them zero.
  let counts: [WeeklyCount]
  let bursts: [Trend.Burst]
  /// The position of each count's week.
  let positions: [Int32]

  /// Returns nil if the series occurs in no week of the archive.
  ///
  /// - Parameter totals: the total of each week of the archive, in the unit of the shares; zero for an incomplete week,
  ///   which is no part of a burst's evidence.
  init?(key: SeriesKey, counts: [WeeklyCount], weeks: ArchiveWeeks, totals: [Int], parameters: TrendParameters) {
    var known: [WeeklyCount] = []
    var positions: [Int32] = []
    for count in counts.sorted(by: { $0.week < $1.week }) where count.documents > 0 {
      guard let index = weeks.index(of: count.week) else { continue }
      known.append(count)
      positions.append(Int32(index))
    }
    guard !known.isEmpty else { return nil }
    self.key = key
    self.counts = known
    self.positions = positions

    var dense = [Int](repeating: 0, count: totals.count)
    for (count, index) in zip(known, positions) where totals[Int(index)] > 0 {
      dense[Int(index)] += count.count(in: parameters.unit)
    }
    bursts = Bursts(ratio: parameters.burstRatio, cost: parameters.burstCost).runs(counts: dense, totals: totals).map {
      run in
      Trend.Burst(
        first: weeks.totals[run.batches.lowerBound].week, last: weeks.totals[run.batches.upperBound - 1].week,
        weight: run.weight)
    }
  }

  func count(at index: Int) -> WeeklyCount? {
    let i = place(ofFirstNotBefore: index)
    return i < counts.count && Int(positions[i]) == index ? counts[i] : nil
  }

  func occurs(in range: Range<Int>) -> Bool {
    let i = place(ofFirstNotBefore: range.lowerBound)
    return i < counts.count && Int(positions[i]) < range.upperBound
  }

  func sum(over indices: [Int], unit: TrendParameters.Unit) -> Int {
    indices.reduce(0) { $0 + (count(at: $1)?.count(in: unit) ?? 0) }
  }

  /// Returns the number of complete weeks without the series before its return in this week; nil if it did not return.
  func backAfter(at index: Int, weeks: ArchiveWeeks, parameters: TrendParameters) -> Int? {
    let place = place(ofFirstNotBefore: index)
    guard place > 0, count(at: index) != nil else { return nil }
    let absent = weeks.completeWeeks(before: index) - weeks.completeWeeks(before: Int(positions[place - 1]) + 1)
    return absent >= parameters.backAfterWeeks ? absent : nil
  }

  /// Returns the number of complete weeks without the series up to this one, if the series occurred in at least half of
  /// the baseline weeks before its absence, and if so many documents without it are unusual at its share before. An
  /// absence longer than a baseline is no longer news and gives nil.
  func quietFor(at index: Int, weeks: ArchiveWeeks, parameters: TrendParameters) -> Int? {
    guard weeks.statuses[index] == .complete, count(at: index) == nil else { return nil }
    let place = place(ofFirstNotBefore: index)
    guard place > 0 else { return nil }
    let lastSeen = Int(positions[place - 1])
    let silent = weeks.completeWeeks(before: index + 1) - weeks.completeWeeks(before: lastSeen + 1)
    guard silent >= parameters.quietAfterWeeks, silent <= parameters.baselineWeeks else { return nil }
    let before = weeks.baseline(of: lastSeen + 1, weeks: parameters.baselineWeeks)
    guard before.count >= parameters.minimumBaselineWeeks else { return nil }
    let present = before.count { count(at: $0) != nil }
    guard present * 2 >= before.count else { return nil }
    func total(_ indices: [Int]) -> Int { indices.reduce(0) { $0 + weeks.totals[$1].total(in: parameters.unit) } }
    let test = ExactTest(
      count: 0, total: total(weeks.baseline(of: index + 1, weeks: silent)),
      countBefore: sum(over: before, unit: parameters.unit), totalBefore: total(before))
    return test.p <= Trend.unusualBelow ? silent : nil
  }

  /// Returns the tendency of the shares of some weeks.
  func slope(over weeks: [(index: Int, total: Int)], unit: TrendParameters.Unit) -> Trend.Slope? {
    if weeks.count < MannKendall.fewestValues { return nil }
    return MannKendall.slope(
      of: weeks.map { Double(count(at: $0.index)?.count(in: unit) ?? 0) / Double($0.total) })
  }

  private func place(ofFirstNotBefore index: Int) -> Int {
    var low = 0
    var high = positions.count
    while low < high {
      let middle = (low + high) / 2
      if Int(positions[middle]) < index { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
