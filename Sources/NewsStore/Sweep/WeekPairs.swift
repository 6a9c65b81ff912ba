/// Counts the documents of a week in which two names occur together. The table, the queries and the reports all use
/// these counts.
///
/// Every document is counted, even one with thousands of names. Time and memory are bounded because only names that
/// reach the least number of documents take part: a pair cannot have more documents than its rarer name.
struct WeekPairs {
  /// The names of all documents, one document after another, ascending within each; `ends` holds the end of each
  /// document.
  private var names: [Int32] = []
  private var ends: [Int] = []

  struct Pair: Equatable {
    var first: Int32
    var second: Int32
    var documents: Int
  }

  /// The number of pairs that a document may have on average (8192 is about the number of pairs of 128 names), and the
  /// number that a small week may have in total. If long lists have more, the least number of documents is raised until
  /// the names that reach it have few enough pairs.
  private static let pairsPerDocument = 8192
  private static let pairsOfFewDocuments = 4_000_000

  /// - Parameter document: its names in ascending order, without duplicates.
  mutating func add(_ document: some Sequence<Int32>) {
    names += document
    ends.append(names.count)
  }

  /// Returns the pairs in at least `minimum` documents, the lesser name first.
  func pairs(least minimum: Int) -> [Pair] {
    let highest = names.max().map { Int($0) + 1 } ?? 0
    var documents = [Int32](repeating: 0, count: highest)
    for name in names { documents[Int(name)] += 1 }
    let least = bounded(minimum, documents)
    let kept = documents.map { $0 >= least }
    let lists = Lists(of: self, kept: kept)

    var pairs: [Pair] = []
    var together = [Int32](repeating: 0, count: highest)
    var met: [Int32] = []
    for first in 0..<highest where kept[first] {
      for position in lists.positions(of: first) {
        for second in lists.names(behind: position) {
          if together[Int(second)] == 0 { met.append(second) }
          together[Int(second)] += 1
        }
      }
      for second in met {
        if together[Int(second)] >= least {
          pairs.append(Pair(first: Int32(first), second: second, documents: Int(together[Int(second)])))
        }
        together[Int(second)] = 0
      }
      met.removeAll(keepingCapacity: true)
    }
    return pairs
  }

  /// The least number of documents, raised as far as needed to keep the pairs of the remaining names within the limit.
  private func bounded(_ least: Int, _ documents: [Int32]) -> Int {
    let limit = max(Self.pairsOfFewDocuments, Self.pairsPerDocument * ends.count)
    func fits(_ least: Int) -> Bool {
      var sum = 0
      var start = 0
      for end in ends {
        let count = names[start..<end].count { documents[Int($0)] >= least }
        sum += count * (count - 1) / 2
        if sum > limit { return false }
        start = end
      }
      return true
    }
    // The number of pairs falls as the least number rises; above the number of documents there are none.
    var (low, high) = (least, max(least, ends.count + 1))
    if fits(low) { return low }
    while low + 1 < high {
      let middle = (low + high) / 2
      if fits(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// The documents reduced to the names that take part, with an index of the places of each name.
  private struct Lists {
    private var names: [Int32] = []
    /// For each place in `names`, the end of its document.
    private var ends: [Int32] = []
    /// The places of each name, one name after another.
    private var places: [Int32]
    private var starts: [Int]

    init(of all: WeekPairs, kept: [Bool]) {
      var start = 0
      for end in all.ends {
        let before = names.count
        for name in all.names[start..<end] where kept[Int(name)] { names.append(name) }
        ends += repeatElement(Int32(names.count), count: names.count - before)
        start = end
      }
      starts = [Int](repeating: 0, count: kept.count + 1)
      for name in names { starts[Int(name) + 1] += 1 }
      for name in kept.indices { starts[name + 1] += starts[name] }
      places = [Int32](repeating: 0, count: names.count)
      var next = starts
      for (place, name) in names.enumerated() {
        places[next[Int(name)]] = Int32(place)
        next[Int(name)] += 1
      }
    }

    func positions(of name: Int) -> ArraySlice<Int32> { places[starts[name]..<starts[name + 1]] }

    /// The names that follow in the same document.
    func names(behind place: Int32) -> ArraySlice<Int32> { names[Int(place) + 1..<Int(ends[Int(place)])] }
  }
}
