import NewsModel

/// A week's numbers, while they are counted. Series go by the numbers of `SeriesNumbers`.
struct WeekCounts {
  /// Monday first.
  var daily = [Int](repeating: 0, count: 7)
  var whole = Tally()
  var series = SeriesTallies()
  var pairs: [Pair: Int] = [:]

  /// One entry a document.
  struct Tally {
    private var stories: [Int64] = []
    private var sources: [Int32] = []

    var documents: Int { stories.count }
    var distinctStories: Int { Set(stories).count }
    var distinctSources: Int { Set(sources).count }

    mutating func add(story: Int64, source: Int32) {
      stories.append(story)
      sources.append(source)
    }
  }

  struct SeriesTallies {
    var keys: [SeriesKey] = []
    private var tallies: [Int32: Tally] = [:]

    mutating func add(_ number: Int32, story: Int64, source: Int32) {
      tallies[number, default: Tally()].add(story: story, source: source)
    }

    var sorted: [(key: SeriesKey, tally: Tally)] {
      tallies.map { (keys[Int($0.key)], $0.value) }.sorted { $0.key < $1.key }
    }
  }

  struct Pair: Hashable {
    var first: Int32
    var second: Int32
  }

  /// A document that names more is a list, and says nothing of any two; it would also cost the square.
  private static let pairedNames = 50

  /// - Parameter found: the document's series, each once.
  mutating func add(story: Int64, source: Int32, weekday: Int?, series found: [Int32], paired: (Int32) -> Bool) {
    if let weekday { daily[weekday - 1] += 1 }
    whole.add(story: story, source: source)
    for number in found { series.add(number, story: story, source: source) }
    let names = found.filter(paired)
    guard names.count <= Self.pairedNames else { return }
    for (index, first) in names.enumerated() {
      for second in names[(index + 1)...] { pairs[Pair(first: first, second: second), default: 0] += 1 }
    }
  }

  /// Pairs in so many documents or more, each with its lesser key first, in order.
  func pairs(least: Int) -> [(first: SeriesKey, second: SeriesKey, documents: Int)] {
    pairs.filter { $0.value >= least }
      .map { pair, documents in
        let (one, other) = (series.keys[Int(pair.first)], series.keys[Int(pair.second)])
        return (min(one, other), max(one, other), documents)
      }
      .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}
