import NewsModel

/// The counts of one series with what can be told of it from all weeks at once.
struct CountedSeries: Sendable {
  let key: SeriesKey
  /// In order of week, none of them zero, one at least.
  let counts: [WeeklyCount]
  let bursts: [Trend.Burst]
  private let firstOrdinal: Int

  /// Nil for a series that occurs in no week of the archive.
  ///
  /// - Parameter totals: of each week of the archive, in the unit that shares count.
  init?(key: SeriesKey, counts: [WeeklyCount], weeks: ArchiveWeeks, totals: [Int], parameters: TrendParameters) {
    guard let first = weeks.first else { return nil }
    let known = counts.filter { count in
      guard count.documents > 0, let index = weeks.index(of: count.week) else { return false }
      return weeks.statuses[index] != .empty
    }.sorted { $0.week < $1.week }
    guard !known.isEmpty else { return nil }
    self.key = key
    self.counts = known
    firstOrdinal = first.ordinal

    var dense = [Int](repeating: 0, count: totals.count)
    for count in known { dense[count.week.ordinal - first.ordinal] += count.count(in: parameters.unit) }
    bursts = Bursts(ratio: parameters.burstRatio, cost: parameters.burstCost).runs(counts: dense, totals: totals).map {
      run in
      Trend.Burst(
        first: first.advanced(by: run.batches.lowerBound), last: first.advanced(by: run.batches.upperBound - 1),
        weight: run.weight)
    }
  }

  func count(at index: Int) -> WeeklyCount? {
    let i = position(ofFirstNotBefore: index)
    return i < counts.count && counts[i].week.ordinal - firstOrdinal == index ? counts[i] : nil
  }

  func occurs(in range: Range<Int>) -> Bool {
    let i = position(ofFirstNotBefore: range.lowerBound)
    return i < counts.count && counts[i].week.ordinal - firstOrdinal < range.upperBound
  }

  func sum(over indices: [Int], unit: TrendParameters.Unit) -> Int {
    indices.reduce(0) { $0 + (count(at: $1)?.count(in: unit) ?? 0) }
  }

  /// Weeks with documents that passed without the series before it is seen again in this one.
  func backAfter(at index: Int, weeks: ArchiveWeeks, parameters: TrendParameters) -> Int? {
    let position = position(ofFirstNotBefore: index)
    guard position > 0, count(at: index) != nil else { return nil }
    let lastSeen = counts[position - 1].week.ordinal - firstOrdinal
    let absent = ((lastSeen + 1)..<index).count { weeks.totals[$0].documents > 0 }
    return absent >= parameters.backAfterWeeks ? absent : nil
  }

  /// Complete weeks without the series up to this one, where it was in at least half of the baseline weeks before its silence. A silence longer
  /// than a baseline is no news.
  func quietFor(at index: Int, weeks: ArchiveWeeks, parameters: TrendParameters) -> Int? {
    guard count(at: index) == nil, weeks.statuses[index] == .complete else { return nil }
    let position = position(ofFirstNotBefore: index)
    guard position > 0 else { return nil }
    let lastSeen = counts[position - 1].week.ordinal - firstOrdinal
    let silent = ((lastSeen + 1)...index).count { weeks.statuses[$0] == .complete }
    guard silent >= parameters.quietAfterWeeks, silent <= parameters.baselineWeeks else { return nil }
    let before = weeks.baseline(of: lastSeen + 1, weeks: parameters.baselineWeeks)
    guard before.count >= parameters.minimumBaselineWeeks else { return nil }
    return before.count { count(at: $0) != nil } * 2 >= before.count ? silent : nil
  }

  /// Of the shares of some weeks.
  func slope(over weeks: [(index: Int, total: Int)], unit: TrendParameters.Unit) -> Trend.Slope? {
    if weeks.count < MannKendall.fewestValues { return nil }
    return MannKendall.slope(
      of: weeks.map { Double(count(at: $0.index)?.count(in: unit) ?? 0) / Double($0.total) })
  }

  private func position(ofFirstNotBefore index: Int) -> Int {
    var low = 0
    var high = counts.count
    while low < high {
      let middle = (low + high) / 2
      if counts[middle].week.ordinal - firstOrdinal < index { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
