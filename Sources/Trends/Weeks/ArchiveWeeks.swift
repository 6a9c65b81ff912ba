package import NewsModel

/// The weeks of an archive that have documents. The empty ones between them are not held: a thousand years without a
/// document cost nothing.
package struct ArchiveWeeks: Sendable {
  /// One for each week with documents, in order.
  package let totals: [WeekTotals]
  package let statuses: [WeekStatus]
  /// Positions of the complete weeks, in order.
  private let complete: [Int]

  /// - Parameter totals: in any order; weeks that are missing are empty.
  package init(_ totals: [WeekTotals]) {
    let known = totals.filter { $0.documents > 0 }.sorted { $0.week < $1.week }
    self.totals = known
    let rhythm = WeekRhythm(known)
    let statuses = known.indices.map { rhythm.status(of: $0) }
    self.statuses = statuses
    complete = known.indices.filter { statuses[$0] == .complete }
  }

  package var first: Week? { totals.first?.week }
  package var last: Week? { totals.last?.week }

  /// Nil for a week without documents.
  package func index(of week: Week) -> Int? {
    let index = position(ofFirstNotBefore: week)
    return index < totals.count && totals[index].week == week ? index : nil
  }

  /// The positions of the weeks with documents in a range.
  func indices(in weeks: ClosedRange<Week>) -> Range<Int> {
    position(ofFirstNotBefore: weeks.lowerBound)..<position(ofFirstNotBefore: weeks.upperBound.advanced(by: 1))
  }

  package func status(of week: Week) -> WeekStatus { index(of: week).map { statuses[$0] } ?? .empty }

  /// The calendar's weeks up to one, so many at most, from the archive's first; the empty ones too.
  package func history(to week: Week, weeks: Int) -> [(totals: WeekTotals, status: WeekStatus)] {
    guard let first, first <= week else { return [] }
    return (max(first, week.advanced(by: 1 - weeks))...week).map { week in
      index(of: week).map { (totals[$0], statuses[$0]) } ?? (WeekTotals(emptyWeek: week), .empty)
    }
  }

  /// The last complete weeks before one, oldest first.
  package func baseline(of index: Int, weeks: Int) -> [Int] {
    let end = completeWeeks(before: index)
    return Array(complete[max(0, end - weeks)..<end])
  }

  /// How many complete weeks there are before a position. Asked for every series of every week: found by halving.
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
