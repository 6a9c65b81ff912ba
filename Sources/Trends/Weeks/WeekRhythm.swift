import Foundation
import NewsModel

/// The weekdays on which an archive usually has documents, and the weeks that lack some.
///
/// There are two rules. A week at the beginning, the end or a gap of the archive is incomplete if a usual weekday lies
/// outside the days it covers. Any week is incomplete if its empty days usually have a share of the week's documents that
/// matters, and if the archive's own rhythm would hardly leave these days empty. The rhythm is that of the surrounding
/// weeks. An archive whose rhythm changes over the years is therefore judged by the rhythm of each time, and a sparse
/// archive, most of whose days are empty, lacks nothing.
struct WeekRhythm {
  /// The number of weeks on either side by which a week is judged: half a year.
  static let weeksAround = 26
  /// The least number of surrounding weeks; with fewer there is no rhythm to judge by.
  static let fewestAround = 3
  /// A weekday that has documents in at least this share of the surrounding weeks is empty only by chance, so the number
  /// of its documents tells how likely that is. Other weekdays are sometimes empty for a reason, such as a holiday.
  static let usualShare = 0.95

  /// If documents arrive by chance (Poisson), one week in 1,100 has none where this number is expected.
  static let missedDocuments = 7

  private static let dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// The weeks with documents, in order.
  private let weeks: [WeekTotals]
  private let parameters: TrendParameters
  /// The weekdays with documents in at least half of the weeks; Monday to Friday if there are too few weeks to
  /// determine them.
  private let usual: [Int]

  init(_ weeks: [WeekTotals], parameters: TrendParameters) {
    self.weeks = weeks
    self.parameters = parameters
    let inner = weeks.dropFirst().dropLast()
    usual =
      inner.count < 2
      ? Array(0..<5) : (0..<7).filter { day in inner.count { $0.daily[day] > 0 } * 2 >= inner.count }
  }

  /// Returns the status of each week, in order.
  func statuses() -> [WeekStatus] {
    let cuts = weeks.indices.map { cut($0) }
    let isReference = weeks.indices.map { cuts[$0] == nil && !lacksMuch($0) }
    return weeks.indices.map { index in
      if let cut = cuts[index] { return .incomplete(cut) }
      let missing = missingDays(of: index, isReference: { isReference[$0] })
      return missing.isEmpty ? .complete : .incomplete("no documents \(Self.named(missing))")
    }
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

  /// Returns the empty days of a week if they matter and are not empty by chance.
  private func missingDays(of index: Int, isReference: (Int) -> Bool) -> [Int] {
    let empty = (0..<7).filter { weeks[index].daily[$0] == 0 }
    guard !empty.isEmpty, empty.count < 7 else { return [] }
    let around = around(index).filter(isReference).map { weeks[$0].daily }
    guard around.count >= Self.fewestAround else { return [] }
    let all = around.reduce(0) { $0 + $1.reduce(0, +) }
    let onEmpty = around.reduce(0) { sum, daily in sum + empty.reduce(0) { $0 + daily[$1] } }
    guard Double(onEmpty) > parameters.missingShare * Double(all) else { return [] }
    let chances = empty.map { day in Self.chanceOfNone(around.map { $0[day] }) }
    guard chances.reduce(1, *) < parameters.missingChance else { return [] }
    return zip(empty, chances).filter { $0.1 < 0.5 }.map(\.0)
  }

  /// Whether a week lacks so much that it says nothing about the rhythm, as several weeks in a row do after a failure: a
  /// third of the usual documents, by the median of the surrounding weeks, and too many for chance.
  private func lacksMuch(_ index: Int) -> Bool {
    let around = around(index).map { weeks[$0].daily }
    guard around.count >= Self.fewestAround else { return false }
    let usual = (0..<7).map { day in around.map { $0[day] }.sorted()[(around.count - 1) / 2] }
    let missing = (0..<7).filter { weeks[index].daily[$0] == 0 }.reduce(0) { $0 + usual[$1] }
    return missing >= Self.missedDocuments && missing * 3 >= usual.reduce(0, +)
  }

  /// Returns the chance that a weekday has no documents, estimated from the weekday's numbers in other weeks: the share of
  /// weeks without any (with half a week added, so that it is never zero), or if there are almost none, the probability
  /// that documents which arrive by chance (Poisson) leave a usual number of them out.
  private static func chanceOfNone(_ counts: [Int]) -> Double {
    let none = counts.count { $0 == 0 }
    let share = (Double(none) + 0.5) / Double(counts.count + 1)
    guard Double(counts.count - none) >= usualShare * Double(counts.count) else { return share }
    let median = counts.sorted()[(counts.count - 1) / 2]
    return min(share, exp(-Double(median)))
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
