import NewsModel
import NewsStore
import Trends

/// Why a series moved: which sources, which other names, which words.
struct MovementReasons {
  let names: SeriesNames
  let words: WordCounting

  /// With fewer documents of its own before, a series is set against all there were.
  private static let leastOwn = 5

  /// - Parameter before: the documents of the baseline weeks.
  /// - Returns: without stories.
  func movement(of trend: Trend, now: [WeekDocument], before: [WeekDocument]) throws -> Movement {
    let key = trend.key
    let withNow = now.filter { $0.series.contains(key) }
    let withBefore = before.filter { $0.series.contains(key) }
    let ownOnes = withBefore.count >= Self.leastOwn
    let against = ownOnes ? withBefore : before
    let apart = Distinctions.strongest(
      companions(of: key, withNow, against), total: withNow.count, totalBefore: against.count)
    let counted = try words.count(withNow, against: against)
    return Movement(
      key: key, name: names[key],
      shift: SourceShift(sources(withNow, withBefore), total: now.count, totalBefore: before.count),
      documents: withNow.count, against: ownOnes ? .own(against.count) : .all(against.count), apart: apart,
      words: Distinctions.strongest(
        counted.words(without: [names[key]] + apart.map(\.name)), total: counted.total,
        totalBefore: counted.totalBefore, limit: 8),
      stories: [])
  }

  private func sources(_ now: [WeekDocument], _ before: [WeekDocument]) -> [SourceCount] {
    tally(now, before) { [$0.publisher] }.map { SourceCount(source: $0, documents: $1, documentsBefore: $2) }
  }

  /// Parts of the series itself, such as a plant's units, say nothing of it.
  private func companions(of key: SeriesKey, _ now: [WeekDocument], _ before: [WeekDocument]) -> [CompanionCount] {
    tally(now, before) { document in
      document.series.filter { $0 != key && $0.dimension != .source && !$0.id.hasPrefix(key.id + "#") }.map {
        names[$0]
      }
    }
    .map { CompanionCount(name: $0, documents: $1, documentsBefore: $2) }
  }

  /// How many documents of both times have each label, in order of label.
  private func tally(
    _ now: [WeekDocument], _ before: [WeekDocument], labels: (WeekDocument) -> [String]
  ) -> [(String, Int, Int)] {
    var counts: [String: (now: Int, before: Int)] = [:]
    for document in now { for label in Set(labels(document)) { counts[label, default: (0, 0)].now += 1 } }
    for document in before { for label in Set(labels(document)) { counts[label, default: (0, 0)].before += 1 } }
    return counts.sorted { $0.key < $1.key }.map { ($0, $1.now, $1.before) }
  }
}
