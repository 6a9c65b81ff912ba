import NewsModel

/// The weekdays on which an archive usually has documents, and the weeks that lack some.
///
/// There are two rules. A week at the beginning, the end or a gap of the archive is incomplete if a usual weekday lies
/// outside the days it covers. Any week is incomplete if the weekdays without documents usually have together more
/// documents than chance would leave out. "Usually" means the median over the surrounding weeks. An archive whose
/// rhythm changes over the years is therefore judged by the rhythm of each time, and a sparse archive, most of whose
/// days are empty, lacks nothing.
struct WeekRhythm {
  /// The number of weeks on either side by which a week is judged: half a year.
  static let weeksAround = 26
  /// The least number of surrounding weeks with documents; with fewer there is no rhythm to judge by.
  static let fewestAround = 4
  /// The number of documents, expected in total on the days without any, from which these days count as missing. If
  /// documents arrived by chance (Poisson), one week in 1,100 would have none where seven are expected. About one week
  /// in a hundred has some such set of days, because the set can be chosen in many ways.
  static let missedDocuments = 7

  private static let dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// The weeks with documents, in order.
  private let weeks: [WeekTotals]
  /// The weekdays with documents in at least half of the weeks; Monday to Friday if there are too few weeks to
  /// determine them.
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

  /// Returns the description of the missing days of a week that borders on an empty week or on the end of the archive.
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

  /// Returns the weekdays without documents that usually have some, if together they are too many for chance.
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

  /// Returns the positions of the other weeks near one.
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
