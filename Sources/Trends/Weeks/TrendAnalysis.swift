package import NewsModel

/// The statistics of all series of an archive, week by week. They are pure: the same counts give the same trends.
package struct TrendAnalysis: Sendable {
  package let parameters: TrendParameters
  package let weeks: ArchiveWeeks
  /// The series in order of key.
  let series: [CountedSeries]

  /// - Parameters:
  ///   - totals: the corpus of each week; missing weeks are empty.
  ///   - series: the counts of each series, in any order; missing weeks count as zero, and weeks that `totals` does not
  ///     contain are ignored.
  package init(
    totals: [WeekTotals], series: [SeriesKey: [WeeklyCount]], parameters: TrendParameters = TrendParameters()
  ) {
    let weeks = ArchiveWeeks(totals, parameters: parameters)
    self.parameters = parameters
    self.weeks = weeks
    let ofWeeks = zip(weeks.totals, weeks.statuses).map { $1 == .complete ? $0.total(in: parameters.unit) : 0 }
    self.series = series.sorted { $0.key < $1.key }.compactMap { key, counts in
      CountedSeries(key: key, counts: counts, weeks: weeks, totals: ofWeeks, parameters: parameters)
    }
  }

  /// The series of the archive in order.
  package var keys: [SeriesKey] { series.map(\.key) }

  /// The bursts of all series, in order of series and week.
  package var bursts: [(key: SeriesKey, burst: Trend.Burst)] {
    series.flatMap { one in one.bursts.map { (one.key, $0) } }
  }

  /// Returns the shares of a series in some weeks; nil for an empty week.
  package func shares(of key: SeriesKey, in some: [Week]) -> [Double?] {
    let one = position(of: key).map { series[$0] }
    return some.map { week in
      weeks.index(of: week).map { index in
        let whole = weeks.totals[index].total(in: parameters.unit)
        return Double(one?.count(at: index)?.count(in: parameters.unit) ?? 0) / Double(whole)
      }
    }
  }

  private func position(of key: SeriesKey) -> Int? {
    var (low, high) = (0, series.count)
    while low < high {
      let middle = (low + high) / 2
      if series[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < series.count && series[low].key == key ? low : nil
  }

  /// Returns the trends of all series that occur in the week, that the baseline leads to expect, or that have gone
  /// quiet, in order of key.
  package func trends(in week: Week) -> [Trend] {
    guard let index = weeks.index(of: week) else { return [] }
    let baseline = weeks.baseline(of: index, weeks: parameters.baselineWeeks)
    let isComparable = weeks.statuses[index] == .complete && baseline.count >= parameters.minimumBaselineWeeks
    let baselineTotal = baseline.reduce(0) { $0 + weeks.totals[$1].total(in: parameters.unit) }

    let surroundings = Surroundings(of: index, in: weeks, parameters)
    var trends: [Trend] = []
    /// The positions of the trends with a comparison.
    var compared: [Int] = []
    for position in series.indices {
      // Skip the series without an occurrence near this week, which are most names of an archive. If no baseline is
      // required, none is skipped, because any absence may be news.
      guard series[position].occurs(in: surroundings.oldest..<index + 1) || parameters.minimumBaselineWeeks == 0,
        var trend = described(series[position], surroundings)
      else { continue }
      if isComparable {
        trend.comparison = comparison(of: series[position], at: index, with: baseline, total: baselineTotal)
        compared.append(trends.count)
      }
      trends.append(trend)
    }
    adjust(compared, of: &trends)
    if weeks.statuses[index] == .complete {
      for i in trends.indices {
        // The fields are passed one by one, so that no trend is copied.
        trends[i].label = label(
          comparison: trends[i].comparison,
          count: parameters.unit == .stories ? trends[i].stories : trends[i].documents,
          isNew: trends[i].firstSeen == week, isBack: trends[i].backAfter != nil, isQuiet: trends[i].quietFor != nil)
      }
    }
    return trends
  }

  /// Sets the q-values of comparisons. A comparison that could not be significant, whatever its count, has none.
  private func adjust(_ compared: [Int], of trends: inout [Trend]) {
    let limit = FalseDiscovery.limit(
      ofSmallestPossible: compared.map { trends[$0].comparison!.smallestPossibleP },
      rate: parameters.falseDiscoveryRate)
    let tested = compared.filter { trends[$0].comparison!.smallestPossibleP <= limit }
    for (i, q) in zip(tested, FalseDiscovery.adjusted(tested.map { trends[$0].comparison!.p })) {
      trends[i].comparison?.q = q
      trends[i].comparison?.isSignificant = q <= parameters.falseDiscoveryRate
    }
  }

  /// Returns the trends of one series in all weeks of the archive that have documents; the q-values are those among all
  /// series of each week.
  package func trends(of key: SeriesKey) -> [Trend] {
    weeks.totals.map { total in
      trends(in: total.week).first { $0.key == key } ?? Trend(key: key, week: total.week, share: 0)
    }
  }

  /// Returns the pairs of the week that occur together more often than by chance, ordered by local mutual information,
  /// then by key. This measure ranks a pair in thirty documents above an equally close one in three.
  ///
  /// - Parameters:
  ///   - pairs: the week's pairs with their numbers of documents.
  ///   - total: the number of documents in which they were counted.
  package func pairs(in week: Week, _ pairs: [PairCount], total: Int) -> [PairTrend] {
    pairs.compactMap { pair -> (PairTrend, Double)? in
      let npmi = Association.npmi(
        both: pair.documents, first: pair.firstDocuments, second: pair.secondDocuments, total: total)
      // Rounding can leave a tiny value in place of zero.
      guard npmi > 1e-9 else { return nil }
      let strength = Association.localMutualInformation(
        both: pair.documents, first: pair.firstDocuments, second: pair.secondDocuments, total: total)
      return (
        PairTrend(first: pair.first, second: pair.second, week: week, documents: pair.documents, npmi: npmi), strength
      )
    }.sorted { a, b in
      (-a.1, -a.0.documents, a.0.first, a.0.second) < (-b.1, -b.0.documents, b.0.first, b.0.second)
    }.map(\.0)
  }

  /// Returns the trend without the comparison and the label; nil if there is no reason to name the series in this week.
  private func described(_ one: CountedSeries, _ around: Surroundings) -> Trend? {
    let index = around.index
    let count = one.count(at: index)
    let quietFor = one.quietFor(at: index, weeks: weeks, parameters: parameters)
    guard count != nil || quietFor != nil || one.occurs(in: around.oldest..<index) else { return nil }
    let first = one.counts[0].week
    let backAfter = one.backAfter(at: index, weeks: weeks, parameters: parameters)
    return Trend(
      key: one.key, week: around.week, documents: count?.documents ?? 0, stories: count?.stories ?? 0,
      sources: count?.sources ?? 0,
      share: around.total > 0 ? Double(count?.count(in: parameters.unit) ?? 0) / Double(around.total) : nil,
      burst: weeks.statuses[index] == .complete
        ? one.bursts.first { ($0.first...$0.last).contains(around.week) } : nil,
      firstSeen: first == around.week || backAfter != nil ? first : nil, backAfter: backAfter, quietFor: quietFor,
      slope: one.slope(over: around.recent, unit: parameters.unit))
  }

  /// The values that are the same for all series of a week.
  private struct Surroundings {
    let index: Int
    let week: Week
    let total: Int
    /// The first week of the baseline.
    let oldest: Int
    /// The weeks over which slopes are computed, with their totals.
    let recent: [(index: Int, total: Int)]

    init(of index: Int, in weeks: ArchiveWeeks, _ parameters: TrendParameters) {
      self.index = index
      week = weeks.totals[index].week
      total = weeks.totals[index].total(in: parameters.unit)
      oldest = weeks.baseline(of: index, weeks: parameters.baselineWeeks).first ?? index
      recent = weeks.baseline(of: index + 1, weeks: parameters.slopeWeeks).map {
        ($0, weeks.totals[$0].total(in: parameters.unit))
      }
    }
  }

  private func comparison(
    of one: CountedSeries, at index: Int, with baseline: [Int], total totalBefore: Int
  ) -> Trend.Comparison {
    let total = weeks.totals[index].total(in: parameters.unit)
    let count = one.count(at: index)?.count(in: parameters.unit) ?? 0
    let countBefore = one.sum(over: baseline, unit: parameters.unit)
    let test = ExactTest(count: count, total: total, countBefore: countBefore, totalBefore: totalBefore)
    let interval = ShareInterval.newcombe(
      count: count, total: total, countBefore: countBefore, totalBefore: totalBefore, confidence: parameters.confidence)
    let shareBefore = Double(countBefore) / Double(totalBefore)
    return Trend.Comparison(
      baselineWeeks: baseline.count, baselineCount: countBefore, baselineTotal: totalBefore,
      expected: shareBefore * Double(total), change: Double(count) / Double(total) - shareBefore,
      low: interval.lowerBound, high: interval.upperBound, p: test.p, smallestPossibleP: test.smallestPossibleP,
      q: nil, isSignificant: false)
  }

  private func label(
    comparison: Trend.Comparison?, count: Int, isNew: Bool, isBack: Bool, isQuiet: Bool
  ) -> Trend.Label? {
    guard let comparison else { return nil }
    if count == 0, isQuiet { return .quiet }
    if count >= parameters.minimumCount {
      if isNew { return .new }
      if isBack { return .back }
    }
    guard max(Double(count), comparison.expected) >= Double(parameters.minimumCount), comparison.q != nil else {
      return .tooFew
    }
    if comparison.isSignificant { return comparison.change > 0 ? .rising : .falling }
    return isSteady(comparison) ? .steady : .tooFew
  }

  /// Whether a change that matters can be excluded: the change is not significant, and its interval includes neither a
  /// doubling of the share nor its fall to zero.
  private func isSteady(_ comparison: Trend.Comparison) -> Bool {
    let before = Double(comparison.baselineCount) / Double(comparison.baselineTotal)
    return comparison.high < before && comparison.low > -before
  }
}
