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

  /// Pairs in so many documents or more, in order of the keys, and the documents that they were counted in: lists are in
  /// neither.
  func count(_ documents: [WeekDocument], least: Int) -> (pairs: [PairCount], total: Int) {
    var numbering = Numbering()
    var together: [Pair: Int32] = [:]
    var total = 0
    for document in documents {
      let names = document.series.filter { Self.paired.contains($0.dimension) }
      if names.count > Self.mostNames { continue }
      total += 1
      // The lesser key of two is always the first one, for a document's are in order.
      let numbers = names.map { numbering.count($0) }
      for (index, first) in numbers.enumerated() {
        for second in numbers[(index + 1)...] { together[Pair(first: first, second: second), default: 0] += 1 }
      }
    }
    let pairs = together.compactMap { pair, documents -> PairCount? in
      guard documents >= least else { return nil }
      let (first, second) = (numbering.keys[Int(pair.first)], numbering.keys[Int(pair.second)])
      if isOwn(first, second) { return nil }
      return PairCount(
        first: first, second: second, documents: Int(documents),
        firstDocuments: numbering.documents[Int(pair.first)], secondDocuments: numbering.documents[Int(pair.second)])
    }
    return (pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }, total)
  }

  private struct Pair: Hashable {
    var first: Int32
    var second: Int32
  }

  /// Small numbers for names: a week has some hundred thousand pairs, most of them once.
  private struct Numbering {
    /// By number.
    private(set) var keys: [SeriesKey] = []
    private(set) var documents: [Int] = []
    private var numbers: [SeriesKey: Int32] = [:]

    /// The name's number, after one more document with it.
    mutating func count(_ key: SeriesKey) -> Int32 {
      if let known = numbers[key] {
        documents[Int(known)] += 1
        return known
      }
      let number = Int32(keys.count)
      numbers[key] = number
      keys.append(key)
      documents.append(1)
      return number
    }
  }

  private func isOwn(_ first: SeriesKey, _ second: SeriesKey) -> Bool {
    if first.dimension == .country { return ownCountries[second] == first.id }
    return second.dimension == .country && ownCountries[first] == second.id
  }
}
