package import NewsModel

/// Joins documents into stories: the near-duplicates of one text.
///
/// Which pairs are compared depends on keys and texts alone, never on the order of arrival; the groups are the
/// unions of the pairs that passed the check. Kept in memory are a key and 20 band keys a document, some 90 bytes with
/// a number for a key; texts are asked for one at a time.
package struct StoryGrouping<Key: Comparable & Sendable>: Sendable {
  private var keys: [Key] = []
  /// The bands of all documents, end to end.
  private var bands: [UInt32] = []
  /// Days since 1970; `Int32.min` where none is known.
  private var days: [Int32] = []

  /// How many different texts of one band a document is compared with: a band that many unlike texts share is
  /// a phrase of the trade.
  static var maximumRepresentatives: Int { 64 }

  /// Copies of a text are published within days; the same sentences a week later are a weekly report.
  static var maximumDays: Int32 { 5 }

  package init() {}

  /// - Parameter day: the document's day, where one is known.
  package mutating func add(_ key: Key, day: Day?, _ signature: StorySignature) {
    keys.append(key)
    days.append(day.map { Int32(clamping: $0.ordinal) } ?? .min)
    bands.append(contentsOf: signature.bands)
  }

  /// Two documents and more that are one text, each group in ascending order; the groups in the order of their first.
  ///
  /// - Parameters:
  ///   - check: called now and then; what it throws ends the search.
  ///   - text: a document's main text, as it was when its signature was made.
  package func groups(check: () throws -> Void = {}, text: (Key) throws -> String) throws -> [[Key]] {
    let sorted = keys.indices.sorted { keys[$0] < keys[$1] }
    var unions = Unions(count: sorted.count)
    var comparison = Comparison(days: sorted.map { days[$0] })
    var order = Array(sorted.indices)
    for band in 0..<StorySignature.bandCount {
      try check()
      let bandKeys = sorted.map { bands[$0 * StorySignature.bandCount + band] }
      order.sort { (bandKeys[$0], $0) < (bandKeys[$1], $1) }
      var start = 0
      while start < order.count {
        var end = start + 1
        while end < order.count, bandKeys[order[end]] == bandKeys[order[start]] { end += 1 }
        if end - start > 1 { try comparison.join(order[start..<end], &unions, check) { try text(keys[sorted[$0]]) } }
        start = end
      }
    }
    return unions.groups.map { group in group.map { keys[sorted[$0]] } }
  }

  /// Compares the texts of documents that agree in a band.
  private struct Comparison {
    let days: [Int32]
    /// Pairs that were compared and are two texts.
    private var refused: Set<UInt64> = []

    init(days: [Int32]) { self.days = days }

    private func areNear(_ a: Int, _ b: Int) -> Bool {
      days[a] == .min || days[b] == .min || abs(days[a] - days[b]) <= StoryGrouping.maximumDays
    }

    mutating func join(
      _ bucket: ArraySlice<Int>, _ unions: inout Unions, _ check: () throws -> Void, text: (Int) throws -> String
    ) throws {
      // The unlike texts met so far, each with its shingles once they were needed.
      var representatives: [(index: Int, shingles: Shingles?)] = []
      next: for index in bucket {
        if representatives.contains(where: { unions.root($0.index) == unions.root(index) }) { continue }
        try check()
        var mine: Shingles?
        for position in representatives.indices {
          let other = representatives[position].index
          let pair = UInt64(other) << 32 | UInt64(index)
          if !areNear(other, index) || refused.contains(pair) { continue }
          let here = try mine ?? Shingles(text(index))
          let there = try representatives[position].shingles ?? Shingles(text(other))
          mine = here
          representatives[position].shingles = there
          if StoryOverlap(here, there).isOneStory {
            unions.join(other, index)
            continue next
          }
          refused.insert(pair)
        }
        if representatives.count < StoryGrouping.maximumRepresentatives { representatives.append((index, mine)) }
      }
    }
  }
}
