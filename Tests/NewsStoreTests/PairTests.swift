import Foundation
import GRDB
import NewsModel
import NewsStore
import Testing

/// Pairs are counted in all documents, including lists of thousands of names, and the table, the query and the rows in
/// reports agree.
@Suite struct PairTests {
  private struct Pair: Hashable {
    var one: String
    var other: String
  }

  private static let week = Week(iso: "2013-W05")!

  /// A document of the week that mentions these names.
  private static func document(_ number: Int, _ names: Set<Int>) -> AnalysedDocument {
    var analysed = SampleArchive.document(1, source: "lists/\(number).html")
    analysed.document.published = PublicationDate(day: week.monday, method: .byline)
    analysed.document.dateCandidates = []
    analysed.countries = []
    analysed.topics = []
    analysed.signature = []
    analysed.mentions = names.sorted().map { name in
      Mention(
        type: name % 2 == 0 ? .organisation : .person, entity: "found~\(name)", name: "Name \(name)",
        surface: "Name \(name)", start: name, end: name + 1, zone: .body, rule: MentionRule(.stored("pattern")))
    }
    return analysed
  }

  private static func store(_ documents: [Set<Int>], least: Int, in folder: StoreFolder) throws -> NewsStore {
    let store = try NewsStore.forWriting(path: folder.database)
    try store.replaceDefinitions(entities: [], topics: [])
    try store.write(
      documents.enumerated().map { number, names in
        InputBatch(
          path: "lists/\(number).html", startsOver: true, documents: [document(number, names)],
          mark: InputMark(content: "\(number)", recipe: "r", records: 1, isComplete: true))
      })
    try store.countPendingWeeks(leastPairDocuments: least)
    return store
  }

  /// Counts every pair of names in each document.
  private static func naive(_ documents: [Set<Int>], least: Int) -> [Pair: Int] {
    var counts: [Pair: Int] = [:]
    func key(_ name: Int) -> String { (name % 2 == 0 ? "organisation" : "person") + " found~\(name)" }
    for names in documents {
      let keys = names.map(key).sorted()
      for (index, one) in keys.enumerated() {
        for other in keys[(index + 1)...] { counts[Pair(one: one, other: other), default: 0] += 1 }
      }
    }
    return counts.filter { $0.value >= least }
  }

  private static func asked(_ store: NewsStore) throws -> [Pair: Int] {
    var counts: [Pair: Int] = [:]
    for row in try store.answer(store.pairs(QueryFilter())).rows {
      counts[Pair(one: "\(row[0].plain) \(row[1].plain)", other: "\(row[3].plain) \(row[4].plain)")] = Int(row[6].plain)
    }
    return counts
  }

  @Test(arguments: 0..<6) func tableAndQuestionSayWhatANaiveCountSays(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    // Short lists, and lists with more than the former limit of 50 names.
    let documents = (0..<40).map { number in
      Set((0..<(number % 5 == 0 ? 60 + next(200) : next(12))).map { _ in next(150 + seed * 40) })
    }
    for least in [1, 3] {
      let folder = try StoreFolder()
      let store = try Self.store(documents, least: least, in: folder)
      let expected = Self.naive(documents, least: least)
      #expect(!expected.isEmpty)
      #expect(try Self.asked(store) == expected)
      let rows = try store.pairs(in: Self.week)
      #expect(rows.count == expected.count)
      for row in rows {
        func key(_ series: SeriesKey) -> String { "\(series.dimension.rawValue) \(series.id)" }
        #expect(expected[Pair(one: key(row.first), other: key(row.second))] == row.documents)
        for (series, count) in [(row.first, row.firstDocuments), (row.second, row.secondDocuments)] {
          let number = Int(series.id.dropFirst("found~".count))!
          #expect(count == documents.count { $0.contains(number) })
        }
      }
      try store.close()
    }
  }

  /// Four copies of a list of 6,000 names: 18 million pairs, each in all four copies. The pairs that are kept are still
  /// correct.
  @Test(.timeLimit(.minutes(1))) func longListsAreBounded() throws {
    let list = Set(100..<6_100)
    let common: Set<Int> = [1, 2]
    let documents = [list, list, list, list].map { $0.union(common) } + (0..<20).map { _ in common }
    let folder = try StoreFolder()
    let store = try Self.store(documents, least: 3, in: folder)
    #expect(try Self.asked(store) == [Pair(one: "organisation found~2", other: "person found~1"): 24])
    try store.close()
  }
}
