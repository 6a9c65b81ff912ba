package import NewsModel
import TextScanning

/// For each week a hash of everything that its trends and its report depend on. If the hash of a week is the same as
/// before, so are its trends and its report, and nothing needs to be computed.
package struct WeekInputs: Sendable {
  private let hashes: [Week: UInt64]

  /// The hash of a week; nil for a week without documents.
  package subscript(week: Week) -> UInt64? { hashes[week] }

  /// - Parameters:
  ///   - historyWeeks: the calendar weeks before a week that its charts show.
  ///   - name: a hash of the name of a series and of what else a report says of it.
  package init(_ analysis: TrendAnalysis, historyWeeks: Int, name: (SeriesKey) -> UInt64) {
    let weeks = analysis.weeks
    let series = FactsOfSeries(analysis, name: name)
    let parameters = ByteHash("\(analysis.parameters)".utf8)
    var hashes: [Week: UInt64] = [:]
    for (index, totals) in weeks.totals.enumerated() {
      var hash = parameters
      for index in Self.oldest(of: index, in: analysis, historyWeeks: historyWeeks)...index {
        Self.add(weeks.totals[index], weeks.statuses[index], to: &hash)
        hash.add(number: series.names[index])
      }
      hash.add(number: series.arrivals[index])
      hash.add(number: series.bursts[index])
      // The page links to its neighbours, and the empty weeks before it are listed with it.
      for neighbour in [index - 1, index + 1] where weeks.totals.indices.contains(neighbour) {
        hash.add(weeks.totals[neighbour].week)
      }
      hashes[totals.week] = hash.mixed
    }
    self.hashes = hashes
  }

  /// The position of the first week that the trends of a week look at: the baseline of the oldest baseline week, because
  /// a series that has gone quiet is judged by the weeks before it did.
  private static func oldest(of index: Int, in analysis: TrendAnalysis, historyWeeks: Int) -> Int {
    let (weeks, parameters) = (analysis.weeks, analysis.parameters)
    let first = weeks.baseline(of: index, weeks: parameters.baselineWeeks).first ?? 0
    let firstOfAll = weeks.baseline(of: first, weeks: parameters.baselineWeeks).first ?? 0
    let firstOfSlope = weeks.baseline(of: index + 1, weeks: parameters.slopeWeeks).first ?? 0
    let shown = weeks.totals[index].week.advanced(by: 1 - historyWeeks)...weeks.totals[index].week
    return min(firstOfAll, firstOfSlope, weeks.indices(in: shown).lowerBound)
  }

  private static func add(_ totals: WeekTotals, _ status: WeekStatus, to hash: inout ByteHash) {
    hash.add(totals.week)
    hash.add(number: totals.content)
    for number in [totals.documents, totals.stories, totals.sources] + totals.daily {
      hash.add(number: UInt64(number))
    }
    hash.add("\(status)".utf8)
  }
}

/// For each week, by its position, a hash of what is known of the series that occur in it and does not follow from its own
/// counts or those of the weeks before it. Sums of hashes do not depend on the order of the series.
private struct FactsOfSeries {
  var names: [UInt64]
  /// Of series that are new or back.
  var arrivals: [UInt64]
  var bursts: [UInt64]

  init(_ analysis: TrendAnalysis, name: (SeriesKey) -> UInt64) {
    let weeks = analysis.weeks
    names = [UInt64](repeating: 0, count: weeks.totals.count)
    (arrivals, bursts) = (names, names)
    for one in analysis.series {
      let name = name(one.key)
      let first = one.counts[0].week
      for (count, index) in zip(one.counts, one.positions) {
        var hash = ByteHash()
        hash.add(number: name)
        for number in [count.documents, count.stories, count.sources] { hash.add(number: UInt64(number)) }
        names[Int(index)] &+= hash.mixed
        let backAfter = one.backAfter(at: Int(index), weeks: weeks, parameters: analysis.parameters)
        if count.week == first || backAfter != nil {
          hash.add(first)
          hash.add(number: UInt64(backAfter ?? 0))
          arrivals[Int(index)] &+= hash.mixed
        }
      }
      for burst in one.bursts {
        var hash = ByteHash()
        hash.add(number: name)
        hash.add(burst.first)
        hash.add(burst.last)
        for index in weeks.indices(in: burst.first...burst.last) { bursts[index] &+= hash.mixed }
      }
    }
  }
}

extension ByteHash {
  fileprivate mutating func add(_ week: Week) { add(number: UInt64(bitPattern: Int64(week.ordinal))) }
}
