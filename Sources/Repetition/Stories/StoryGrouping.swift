package import NewsModel

/// Groups documents into stories: the near-duplicates of one text.
///
/// The pairs that are compared depend only on keys and texts, not on the order in which documents were added. The groups
/// are the unions of the pairs that passed the comparison. For each document, a key, 20 band keys and up to 32 passages are
/// kept in memory, about 250 bytes for a usual text if the key is a number; texts are requested one at a time.
package struct StoryGrouping<Key: Comparable & Sendable>: Sendable {
  private var keys: [Key] = []
  /// The bands of all documents, one document after another.
  private var bands: [UInt32] = []
  private var passages: [(key: UInt32, document: Int32)] = []
  /// Days since 1970; `Int32.min` if the day is unknown.
  private var days: [Int32] = []

  /// The most different texts of a band with which a document is compared. If more texts share the band, it stands for a
  /// common phrase.
  static var maximumRepresentatives: Int { 64 }

  /// The same for passages. If more documents share one, it is a standing paragraph.
  static var maximumPassageRepresentatives: Int { 8 }
  static var maximumPassageDocuments: Int { 64 }

  /// The most days between the copies of a text. The same sentences a week later are a weekly report.
  static var maximumDays: Int32 { 5 }

  package init() {}

  /// - Parameter day: the document's day; nil if it is unknown.
  package mutating func add(_ key: Key, day: Day?, _ signature: StorySignature) {
    passages.append(contentsOf: signature.passages.map { ($0, Int32(keys.count)) })
    keys.append(key)
    days.append(day.map { Int32(clamping: $0.ordinal) } ?? .min)
    bands.append(contentsOf: signature.bands)
  }

  /// Returns the groups of at least two documents with one text, each in ascending order, ordered by their first documents.
  ///
  /// - Parameters:
  ///   - check: called repeatedly; an error that it throws ends the search.
  ///   - text: returns a document's main text, which must be that of its signature.
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
    try joinByPassages(sorted, &comparison, &unions, check) { try text(keys[sorted[$0]]) }
    return unions.groups.map { group in group.map { keys[sorted[$0]] } }
  }

  /// - Parameter sorted: the documents in the order of their keys.
  private func joinByPassages(
    _ sorted: [Int], _ comparison: inout Comparison, _ unions: inout Unions, _ check: () throws -> Void,
    text: (Int) throws -> String
  ) throws {
    var ranks = Array(repeating: Int32(0), count: sorted.count)
    for (rank, document) in sorted.enumerated() { ranks[document] = Int32(rank) }
    let passages = passages.map { (key: $0.key, rank: Int(ranks[Int($0.document)])) }.sorted { $0 < $1 }
    try check()
    var start = 0
    while start < passages.count {
      let end = passages[start...].firstIndex { $0.key != passages[start].key } ?? passages.count
      if (2...Self.maximumPassageDocuments).contains(end - start) {
        let bucket = passages[start..<end].map(\.rank)
        try comparison.join(bucket[...], most: Self.maximumPassageRepresentatives, &unions, check, text: text)
      }
      start = end
    }
  }

  /// Compares the texts of documents that have a band or a passage in common.
  private struct Comparison {
    let days: [Int32]
    /// Pairs that were compared and are different texts.
    private var different: Set<UInt64> = []

    init(days: [Int32]) { self.days = days }

    private func areCloseInTime(_ a: Int, _ b: Int) -> Bool {
      days[a] == .min || days[b] == .min || abs(days[a] - days[b]) <= StoryGrouping.maximumDays
    }

    mutating func join(
      _ bucket: ArraySlice<Int>, most: Int = StoryGrouping.maximumRepresentatives, _ unions: inout Unions,
      _ check: () throws -> Void, text: (Int) throws -> String
    ) throws {
      // The different texts so far, each with its shingles if they were needed.
      var representatives: [(index: Int, shingles: Shingles?)] = []
      next: for index in bucket {
        if representatives.contains(where: { unions.root($0.index) == unions.root(index) }) { continue }
        try check()
        var mine: Shingles?
        for position in representatives.indices {
          let other = representatives[position].index
          let pair = UInt64(other) << 32 | UInt64(index)
          if !areCloseInTime(other, index) || different.contains(pair) { continue }
          let here = try mine ?? Shingles(text(index))
          let there = try representatives[position].shingles ?? Shingles(text(other))
          mine = here
          representatives[position].shingles = there
          if StoryOverlap(here, there).isOneStory {
            unions.join(other, index)
            continue next
          }
          different.insert(pair)
        }
        if representatives.count < most { representatives.append((index, mine)) }
      }
    }
  }
}
