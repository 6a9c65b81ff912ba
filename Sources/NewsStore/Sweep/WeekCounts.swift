import NewsModel
import TextScanning

/// The numbers of a week during counting. Series are identified by the numbers of `SeriesNumbers`.
struct WeekCounts {
  /// Documents per day, Monday first.
  var daily = [Int](repeating: 0, count: 7)
  var whole = Tally()
  var series = SeriesTallies()
  /// The hash of everything that was counted, and of the words of the documents.
  var content = ByteHash()
  var pairs = WeekPairs()

  /// One entry per document.
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

  /// - Parameter found: the document's series in ascending order, without duplicates.
  mutating func add(story: Int64, source: Int32, weekday: Int?, series found: [Int32], paired: (Int32) -> Bool) {
    if let weekday { daily[weekday - 1] += 1 }
    whole.add(story: story, source: source)
    for number in found { series.add(number, story: story, source: source) }
    pairs.add(found.lazy.filter(paired))
  }

  /// Returns the pairs in at least `least` documents, each with its lesser key first, in order of keys.
  func pairs(least: Int) -> [(first: SeriesKey, second: SeriesKey, documents: Int)] {
    pairs.pairs(least: least).map { pair in
      let (one, other) = (series.keys[Int(pair.first)], series.keys[Int(pair.second)])
      return (min(one, other), max(one, other), pair.documents)
    }
    .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}
