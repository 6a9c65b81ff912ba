import NewsModel
import NewsStore
import Trends

/// Finds the reasons why a series moved: the sources, the other names and the words of its documents.
struct MovementReasons {
  let names: SeriesNames
  let words: WordCounting

  /// A series with fewer documents in the baseline weeks is compared with all documents of those weeks.
  private static let fewestOwnDocuments = 5
  private static let mostWords = 8

  /// Returns the reasons without stories.
  ///
  /// - Parameter baseline: the documents of the baseline weeks.
  func movement(of key: SeriesKey, in documents: [WeekDocument], baseline: [WeekDocument]) throws -> Movement {
    let own = documents.filter { $0.series.contains(key) }
    let ownBefore = baseline.filter { $0.series.contains(key) }
    let isComparedWithOwn = ownBefore.count >= Self.fewestOwnDocuments
    let before = isComparedWithOwn ? ownBefore : baseline
    let companions = Distinctions.strongest(
      companions(of: key, own, before), total: own.count, totalBefore: before.count)
    let counted = try words.count(own, before: before)
    return Movement(
      key: key, name: names[key],
      shift: SourceShift(sources(own, ownBefore), total: documents.count, totalBefore: baseline.count),
      documents: own.count, against: isComparedWithOwn ? .own(before.count) : .all(before.count),
      companions: companions,
      words: Distinctions.strongest(
        counted.words(without: [names[key]] + companions.map(\.name)), total: counted.total,
        totalBefore: counted.totalBefore, limit: Self.mostWords),
      stories: [])
  }

  private func sources(_ now: [WeekDocument], _ before: [WeekDocument]) -> [SourceCount] {
    counts(now, before) { [$0.publisher] }.map { SourceCount(source: $0, documents: $1, documentsBefore: $2) }
  }

  /// Parts of the series itself, such as the units of a plant, are left out because they explain nothing.
  private func companions(of key: SeriesKey, _ now: [WeekDocument], _ before: [WeekDocument]) -> [CompanionCount] {
    counts(now, before) { document in
      document.series.filter { $0 != key && $0.dimension != .source && !$0.id.hasPrefix(key.id + "#") }.map {
        names[$0]
      }
    }
    .map { CompanionCount(name: $0, documents: $1, documentsBefore: $2) }
  }

  /// Returns the number of documents with each label in both periods, in order of label.
  private func counts(
    _ now: [WeekDocument], _ before: [WeekDocument], labels: (WeekDocument) -> [String]
  ) -> [(String, Int, Int)] {
    var counts: [String: (now: Int, before: Int)] = [:]
    for document in now { for label in Set(labels(document)) { counts[label, default: (0, 0)].now += 1 } }
    for document in before { for label in Set(labels(document)) { counts[label, default: (0, 0)].before += 1 } }
    return counts.sorted { $0.key < $1.key }.map { ($0, $1.now, $1.before) }
  }
}
