package import NewsModel

/// The weeks of an archive that have documents. The empty weeks between them are not stored, so a thousand years
/// without a document cost nothing.
package struct ArchiveWeeks: Sendable {
  /// One for each week with documents, in order.
  package let totals: [WeekTotals]
  package let statuses: [WeekStatus]
  /// Positions of the complete weeks, in order.
  private let complete: [Int]

  /// - Parameter totals: the totals of weeks in any order; missing weeks are empty.
  package init(_ totals: [WeekTotals], parameters: TrendParameters = TrendParameters()) {
    let known = totals.filter { $0.documents > 0 }.sorted { $0.week < $1.week }
    self.totals = known
    let statuses = WeekRhythm(known, parameters: parameters).statuses()
    self.statuses = statuses
    complete = known.indices.filter { statuses[$0] == .complete }
  }

  package var first: Week? { totals.first?.week }
  package var last: Week? { totals.last?.week }

  /// Returns the position of a week; nil for a week without documents.
  package func index(of week: Week) -> Int? {
    let index = position(ofFirstNotBefore: week)
    return index < totals.count && totals[index].week == week ? index : nil
  }

  /// Returns the positions of the weeks with documents in a range.
  func indices(in weeks: ClosedRange<Week>) -> Range<Int> {
    position(ofFirstNotBefore: weeks.lowerBound)..<position(ofFirstNotBefore: weeks.upperBound.advanced(by: 1))
  }

  package func status(of week: Week) -> WeekStatus { index(of: week).map { statuses[$0] } ?? .empty }

  /// Returns the calendar weeks up to `week`, including empty ones: at most `weeks` of them, and none before the
  /// archive's first.
  package func history(to week: Week, weeks: Int) -> [(totals: WeekTotals, status: WeekStatus)] {
    guard let first, first <= week else { return [] }
    return (max(first, week.advanced(by: 1 - weeks))...week).map { week in
      index(of: week).map { (totals[$0], statuses[$0]) } ?? (WeekTotals(emptyWeek: week), .empty)
    }
  }

  /// Returns the positions of the last complete weeks before `index`, oldest first.
  package func baseline(of index: Int, weeks: Int) -> [Int] {
    let end = completeWeeks(before: index)
    return Array(complete[max(0, end - weeks)..<end])
  }

  /// Returns the number of complete weeks before a position. It is called for every series of every week, so it uses
  /// binary search.
  func completeWeeks(before index: Int) -> Int {
    var (low, high) = (0, complete.count)
    while low < high {
      let middle = (low + high) / 2
      if complete[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func position(ofFirstNotBefore week: Week) -> Int {
    var (low, high) = (0, totals.count)
    while low < high {
      let middle = (low + high) / 2
      if totals[middle].week < week { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
