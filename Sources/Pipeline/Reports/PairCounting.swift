import NewsModel
import NewsStore
import Trends

/// Counts in how many of a week's documents two names stand together.
enum PairCounting {
  private static let paired: Set<SeriesKey.Dimension> = [.organisation, .facility, .country]
  /// A document that names more is a list, and says nothing of any two; it would also cost the square.
  private static let mostNames = 50

  /// In order of the keys.
  static func count(_ documents: [WeekDocument]) -> [PairCount] {
    struct Pair: Hashable {
      var first: SeriesKey
      var second: SeriesKey
    }
    var alone: [SeriesKey: Int] = [:]
    var together: [Pair: Int] = [:]
    for document in documents {
      let names = document.series.filter { paired.contains($0.dimension) }
      for name in names { alone[name, default: 0] += 1 }
      if names.count > mostNames { continue }
      for (index, first) in names.enumerated() {
        for second in names[(index + 1)...] { together[Pair(first: first, second: second), default: 0] += 1 }
      }
    }
    return together.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }.map { pair, documents in
      PairCount(
        first: pair.first, second: pair.second, documents: documents, firstDocuments: alone[pair.first] ?? 0,
        secondDocuments: alone[pair.second] ?? 0)
    }
  }
}
