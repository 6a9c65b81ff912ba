import NewsModel

/// On which days an archive has documents, and so which weeks lack some.
///
/// Two rules. Where the archive begins, ends or pauses, a week is cut: it is incomplete when a usual weekday lies outside of
/// what it has. Anywhere, a week is incomplete when the weekdays on which it has nothing usually have a number of documents
/// together that no chance leaves out. Usually: the median over the weeks around it, so an archive whose rhythm changes
/// over the years is judged by each time's own, and a sparse archive, whose days are empty as a rule, lacks nothing.
struct WeekRhythm {
  /// Weeks on either side that a week is judged by: half a year.
  static let weeksAround = 26
  /// With fewer of them that have documents there is no rhythm to judge by.
  static let fewestAround = 4
  /// So many documents, expected together on the days without any, are missing. If documents came by chance (Poisson), one
  /// week in 1,100 had none of seven, and one in a hundred has any such days: those of a week can be chosen in many ways.
  static let missedDocuments = 7

  private static let dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// Those with documents, in order.
  private let weeks: [WeekTotals]
  /// The weekdays with documents in at least half of the weeks; Monday to Friday where there are too few weeks to tell.
  private let usual: [Int]

  init(_ weeks: [WeekTotals]) {
    self.weeks = weeks
    let inner = weeks.dropFirst().dropLast()
    usual =
      inner.count < 2
      ? Array(0..<5) : (0..<7).filter { day in inner.count { $0.daily[day] > 0 } * 2 >= inner.count }
  }

  func status(of index: Int) -> WeekStatus {
    if let cut = cut(index) { return .incomplete(cut) }
    let missing = missingDays(of: index)
    return missing.isEmpty ? .complete : .incomplete("no documents \(Self.named(missing))")
  }

  /// What a week lacks that is beside an empty one, or beside none.
  private func cut(_ index: Int) -> String? {
    let week = weeks[index]
    guard let firstDay = week.daily.firstIndex(where: { $0 > 0 }), let lastDay = week.daily.lastIndex(where: { $0 > 0 })
    else { return nil }
    let followsNone = index == 0 || weeks[index - 1].week.advanced(by: 1) < week.week
    let leadsToNone = index == weeks.count - 1 || week.week.advanced(by: 1) < weeks[index + 1].week
    let begins = followsNone && usual.contains { $0 < firstDay }
    let ends = leadsToNone && usual.contains { $0 > lastDay }
    switch (begins, ends) {
    case (true, true) where firstDay == lastDay: return "documents on \(Self.dayNames[firstDay]) only"
    case (true, true): return "documents from \(Self.dayNames[firstDay]) to \(Self.dayNames[lastDay]) only"
    case (true, false): return "no documents before \(Self.dayNames[firstDay])"
    case (false, true): return "no documents after \(Self.dayNames[lastDay])"
    case (false, false): return nil
    }
  }

  /// The weekdays without documents that usually have some, where these are too many for chance.
  private func missingDays(of index: Int) -> [Int] {
    let daily = weeks[index].daily
    guard let first = daily.indices.first(where: { daily[$0] == 0 }), daily.contains(where: { $0 > 0 }) else {
      return []
    }
    let around = around(index)
    guard around.count >= Self.fewestAround else { return [] }
    let missing = (first..<7).filter { daily[$0] == 0 }.map { day in
      (day: day, usually: around.map { weeks[$0].daily[day] }.sorted()[(around.count - 1) / 2])
    }.filter { $0.usually > 0 }
    return missing.reduce(0) { $0 + $1.usually } >= Self.missedDocuments ? missing.map(\.day) : []
  }

  /// Positions of the other weeks near one.
  private func around(_ index: Int) -> [Int] {
    let week = weeks[index].week
    var (low, high) = (index, index)
    while low > 0, weeks[low - 1].week.distance(to: week) <= Self.weeksAround { low -= 1 }
    while high + 1 < weeks.count, week.distance(to: weeks[high + 1].week) <= Self.weeksAround { high += 1 }
    return (low...high).filter { $0 != index }
  }

  private static func named(_ days: [Int]) -> String {
    let names = days.map { dayNames[$0] }
    if days.count >= 3, days[days.count - 1] - days[0] == days.count - 1 {
      return "from \(names[0]) to \(names[names.count - 1])"
    }
    let head = names.dropLast().joined(separator: ", ")
    return "on " + (head.isEmpty ? "" : head + " and ") + names[names.count - 1]
  }
}
