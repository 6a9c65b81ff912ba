import Foundation
import GRDB
import NewsModel
import NewsStore
import TestSupport
import Testing

/// A damaged database gives an error or fewer rows, and never ends the process.
@Suite struct DamageTests {
  /// Runs every query that commands use, and checks that every error is one of the store's.
  private func askEverything(_ path: String, source: String) throws {
    func ask(_ question: (NewsStore) throws -> Void) throws {
      do {
        let store = try NewsStore.forReading(path: path)
        try question(store)
        try store.close()
      } catch is StoreError {} catch is QueryFilter.Unknown {}
    }
    var facilities = QueryFilter()
    facilities.type = .facility
    try ask { _ = try $0.answer($0.entities(QueryFilter())) }
    try ask { _ = try $0.answer($0.entities(facilities)) }
    try ask { _ = try $0.answer($0.mentions(facilities)) }
    try ask { _ = try $0.answer($0.mentions(QueryFilter(), rejected: true)) }
    try ask { _ = try $0.answer($0.documents(QueryFilter(), text: "tide")) }
    try ask { _ = try $0.answer($0.topics(QueryFilter())) }
    try ask { _ = try $0.answer($0.pairs(QueryFilter())) }
    try ask { _ = try $0.analysis(of: source) }
    try ask { _ = try $0.facilities(in: source) }
    try ask { store in
      let reader = WeekDocumentReader(store, numbering: SeriesNumbering([]))
      for totals in try store.weeklyTotals() { _ = try reader.documents(in: totals.week) }
    }
    try ask { _ = try $0.weeklyCounts(.organisation) }
    try ask { _ = try ($0.runDescription(), $0.seriesNames(), $0.problemTallies(), $0.inputs(), $0.counts()) }
    try ask { try $0.eachSignature { _ in } }
  }

  @Test func bytesThatAreOverwritten() throws {
    let folder = try StoreFolder()
    try NewsStore.make(at: folder.database, Array(0..<60), portion: 30)
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.database)))
    let source = SampleArchive.document(10).document.source
    var dice = SplitMix64(seed: 1)
    for _ in 0..<150 {
      var bytes = whole
      switch Int.random(in: 0..<3, using: &dice) {
      case 0: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &dice))
      // The types and lengths of columns are small numbers.
      case 1:
        for _ in 0..<200 { bytes[Int.random(in: 100..<bytes.count, using: &dice)] = .random(in: 0...15, using: &dice) }
      default:
        let page = 8192
        let start = Int.random(in: 1..<bytes.count / page, using: &dice) * page
        for at in start..<start + page where Bool.random(using: &dice) {
          bytes[at] = UInt8.random(in: 0...255, using: &dice)
        }
      }
      try Data(bytes).write(to: URL(fileURLWithPath: folder.database))
      try askEverything(folder.database, source: source)
    }
  }

  @Test(arguments: [
    "UPDATE week SET documents = -1", "UPDATE weekly_series SET stories = 9223372036854775807",
    "UPDATE run_stage SET went_in = -9223372036854775808", "UPDATE mention SET start_byte = -7",
    "UPDATE evidence SET end_byte = -7", "UPDATE document SET published = 'some day' WHERE published IS NOT NULL",
  ])
  func valuesThatNoRunWrites(sql: String) throws {
    let folder = try StoreFolder()
    try NewsStore.make(at: folder.database, Array(0..<30), portion: 30)
    let queue = try DatabaseQueue(path: folder.database)
    try queue.write { db in try db.execute(sql: sql) }
    try queue.close()
    let store = try NewsStore.forReading(path: folder.database)
    let error = #expect(throws: StoreError.self) {
      _ = try store.weeklyTotals()
      _ = try store.weeklyCounts(.organisation)
      let reader = WeekDocumentReader(store, numbering: SeriesNumbering([]))
      for totals in try store.weeklyTotals() { _ = try reader.documents(in: totals.week) }
      _ = try store.runDescription()
      for n in 0..<30 { _ = try store.analysis(of: SampleArchive.document(n).document.source) }
    }
    #expect(error?.description.hasPrefix(folder.database + ": this database is damaged: ") == true)
  }

  @Test func rowsWithoutWhatTheyMustHave() throws {
    let folder = try StoreFolder()
    try NewsStore.make(at: folder.database, Array(0..<30), portion: 30)
    let queue = try DatabaseQueue(path: folder.database)
    try queue.writeWithoutTransaction { db in
      // Simulates overwritten pages of the table: the types in rows do not match the columns.
      try db.execute(
        sql: """
          PRAGMA foreign_keys = OFF;
          CREATE TABLE spare (week, documents, stories, sources, monday, tuesday, wednesday, thursday, friday, saturday,
            sunday, status);
          INSERT INTO spare (week, documents) VALUES ('2024-W10', 'many');
          DROP TABLE week; ALTER TABLE spare RENAME TO week;
          """)
    }
    try queue.close()
    let store = try NewsStore.forReading(path: folder.database)
    #expect(throws: StoreError.self) { try store.weeklyTotals() }
  }
}
