import Foundation
import GRDB
import NewsModel
import NewsStore
import Testing

/// Replaced or removed documents leave no rows in any table or in the full-text index.
@Suite struct IntegrityTests {
  private func check(_ path: String) throws {
    try DatabaseQueue(path: path).writeWithoutTransaction { db in
      #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
      #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
      // Fails if the index differs from the indexed text.
      try db.execute(sql: "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM pending") == 0)
    }
  }

  @Test func aFreshDatabaseIsWhole() throws {
    let folder = try StoreFolder()
    try NewsStore.make(at: folder.database, Array(0..<100), portion: 30)
    try check(folder.database)
    #expect(!FileManager.default.fileExists(atPath: folder.database + "-wal"))
  }

  @Test func aChangedFileReplacesItsDocuments() throws {
    let (one, other) = (try StoreFolder(), try StoreFolder())
    func write(_ numbers: [Int], to path: String) throws {
      let store = try NewsStore.forWriting(path: path)
      try store.replaceDefinitions(entities: SampleArchive.entities, topics: SampleArchive.topics)
      let documents = numbers.map { SampleArchive.document($0, source: "wire.jsonl#\($0)") }
      let mark = InputMark(content: "h", recipe: "r", records: 99, isComplete: true)
      try store.write([InputBatch(path: "wire.jsonl", startsOver: true, documents: documents, mark: mark)])
      try store.sweep()
      try store.close()
    }
    try write(Array(0..<50), to: one.database)
    try write(Array(30..<70), to: one.database)
    try check(one.database)
    try write(Array(30..<70), to: other.database)
    #expect(try NewsStore.dump(one.database) == NewsStore.dump(other.database))
  }

  @Test func filesThatAreGoneTakeTheirDocumentsAlong() throws {
    let (one, other) = (try StoreFolder(), try StoreFolder())
    try NewsStore.make(at: one.database, Array(0..<60), portion: 30)
    try NewsStore.make(at: other.database, Array(0..<20), portion: 30)
    let store = try NewsStore.forWriting(path: one.database)
    let kept = Set((0..<20).map { SampleArchive.document($0).document.source })
    #expect(try store.removeInputs { !kept.contains($0) } == 40)
    try store.sweep()
    try store.close()
    try check(one.database)
    #expect(try NewsStore.dump(one.database) == NewsStore.dump(other.database))
  }

  @Test func theFirstOfTwoDocumentsWithOneSourceStays() throws {
    let folder = try StoreFolder()
    let store = try NewsStore.forWriting(path: folder.database)
    let documents = [1, 2].map { SampleArchive.document($0, source: "wire.jsonl#x") }
    let mark = InputMark(content: "h", recipe: "r", records: 2, isComplete: true)
    try store.write([InputBatch(path: "wire.jsonl", startsOver: true, documents: documents, mark: mark)])
    let (titles, problems) = try store.database.read { db in
      (
        try String.fetchAll(db, sql: "SELECT title FROM document"),
        try String.fetchAll(db, sql: "SELECT source || ' ' || kind FROM problem")
      )
    }
    #expect(titles == ["Gate 1 opens"])
    #expect(problems == ["wire.jsonl#x duplicate-source"])
  }

  @Test func aTemplateMovesABlockAndItsDocumentIsStoredAgain() throws {
    let folder = try StoreFolder()
    try NewsStore.make(at: folder.database, Array(0..<30), portion: 30)
    let store = try NewsStore.forWriting(path: folder.database)
    var moved = SampleArchive.document(4)
    moved.document.blocks[1].pageVerdict = .init(zone: .lead, reason: "text")
    moved.document.blocks[1].zone = .footer
    moved.mentions = []
    try store.rewrite([moved])
    var read: Document?
    read = try store.documents(store.documents(of: "site1.example", withoutBlocksOf: "")).first {
      $0.source == moved.document.source
    }
    try store.sweep()
    try store.close()
    try check(folder.database)
    moved.document.publisher = "site1.example"
    #expect(read == moved.document)
  }
}
