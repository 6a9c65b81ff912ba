package import NewsModel

/// Every week from the first with a document to the last, the empty ones between them included.
package struct ArchiveWeeks: Sendable {
  /// One for each week, without a gap.
  package let totals: [WeekTotals]
  package let statuses: [WeekStatus]
  /// Positions of the complete weeks, in order.
  private let complete: [Int]

  /// - Parameter totals: in any order; weeks that are missing are empty.
  package init(_ totals: [WeekTotals]) {
    let known = totals.filter { $0.documents > 0 }.sorted { $0.week < $1.week }
    guard let first = known.first?.week, let last = known.last?.week else {
      self.totals = []
      statuses = []
      complete = []
      return
    }
    var filled = (first...last).map {
      WeekTotals(week: $0, documents: 0, stories: 0, sources: 0, daily: ArchiveWeeks.noDays)
    }
    for total in known { filled[total.week.ordinal - first.ordinal] = total }
    self.totals = filled
    let usual = ArchiveWeeks.usualWeekdays(known)
    let statuses = filled.indices.map { ArchiveWeeks.status(of: $0, in: filled, usual: usual) }
    self.statuses = statuses
    complete = filled.indices.filter { statuses[$0] == .complete }
  }

  package var first: Week? { totals.first?.week }
  package var last: Week? { totals.last?.week }

  /// Nil outside the range.
  package func index(of week: Week) -> Int? {
    guard let first else { return nil }
    let index = week.ordinal - first.ordinal
    return totals.indices.contains(index) ? index : nil
  }

  /// The last complete weeks before one, oldest first.
  ///
  /// Asked for every series of every week: found by halving, since years without a document may lie between.
  package func baseline(of index: Int, weeks: Int) -> [Int] {
    var (low, high) = (0, complete.count)
    while low < high {
      let middle = (low + high) / 2
      if complete[middle] < index { low = middle + 1 } else { high = middle }
    }
    return Array(complete[max(0, low - weeks)..<low])
  }

  private static let noDays = [Int](repeating: 0, count: 7)
  private static let dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// The weekdays on which the archive usually has documents: in at least half of its weeks; Monday to Friday where there are
  /// too few weeks to tell. A week in which the archive begins or ends is judged by these.
  private static func usualWeekdays(_ known: [WeekTotals]) -> [Int] {
    let inner = known.dropFirst().dropLast()
    guard inner.count >= 2 else { return Array(0..<5) }
    return (0..<7).filter { day in inner.count { $0.daily[day] > 0 } * 2 >= inner.count }
  }

  /// A week beside an empty one, or beside none, is where the archive begins or ends.
  private static func status(of i: Int, in weeks: [WeekTotals], usual: [Int]) -> WeekStatus {
    let week = weeks[i]
    guard week.documents > 0 else { return .empty }
    guard let firstDay = week.daily.firstIndex(where: { $0 > 0 }), let lastDay = week.daily.lastIndex(where: { $0 > 0 })
    else {
      return .complete
    }
    let begins = (i == 0 || weeks[i - 1].documents == 0) && usual.contains { $0 < firstDay }
    let ends = (i == weeks.count - 1 || weeks[i + 1].documents == 0) && usual.contains { $0 > lastDay }
    switch (begins, ends) {
    case (true, true) where firstDay == lastDay: return .incomplete("documents on \(dayNames[firstDay]) only")
    case (true, true): return .incomplete("documents from \(dayNames[firstDay]) to \(dayNames[lastDay]) only")
    case (true, false): return .incomplete("no documents before \(dayNames[firstDay])")
    case (false, true): return .incomplete("no documents after \(dayNames[lastDay])")
    case (false, false): return .complete
    }
  }
}
