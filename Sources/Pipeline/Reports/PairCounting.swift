import NewsModel
import NewsStore
import Trends

/// Counts in how many of a week's documents two names stand together.
struct PairCounting {
  /// Where an entity is: a name with its own country is no news.
  let ownCountries: [SeriesKey: String]

  private static let paired: Set<SeriesKey.Dimension> = [.organisation, .facility, .country, .person]
  /// A document that names more is a list, and says nothing of any two; it would also cost the square.
  private static let mostNames = 50

  /// Pairs in order of the keys, and the documents that they were counted in: lists are in neither.
  func count(_ documents: [WeekDocument]) -> (pairs: [PairCount], total: Int) {
    struct Pair: Hashable {
      var first: SeriesKey
      var second: SeriesKey
    }
    var alone: [SeriesKey: Int] = [:]
    var together: [Pair: Int] = [:]
    var total = 0
    for document in documents {
      let names = document.series.filter { Self.paired.contains($0.dimension) }
      if names.count > Self.mostNames { continue }
      total += 1
      for name in names { alone[name, default: 0] += 1 }
      for (index, first) in names.enumerated() {
        for second in names[(index + 1)...] where !isOwn(first, second) {
          together[Pair(first: first, second: second), default: 0] += 1
        }
      }
    }
    let order = together.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }
    let pairs = order.map { pair, documents in
      PairCount(
        first: pair.first, second: pair.second, documents: documents, firstDocuments: alone[pair.first] ?? 0,
        secondDocuments: alone[pair.second] ?? 0)
    }
    return (pairs, total)
  }

  private func isOwn(_ first: SeriesKey, _ second: SeriesKey) -> Bool {
    if first.dimension == .country { return ownCountries[second] == first.id }
    return second.dimension == .country && ownCountries[first] == second.id
  }
}
