import Foundation
import GRDB
import NewsModel
import NewsStore
import Testing

/// The files of a process that ended in the middle of its work, and how the next process handles them.
@Suite struct InterruptionTests {
  private func names(_ folder: StoreFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  private func expectUsable(_ path: String) throws {
    try NewsStore.make(at: path, Array(0..<20), portion: 30)
    let store = try NewsStore.forReading(path: path)
    #expect(try store.counts().documents == 20)
    try store.close()
  }

  /// The journal of a transaction that began with an empty database and ended during its commit. SQLite rolls the
  /// schema back to nothing.
  @Test func aSchemaThatIsRolledBackIsMadeAnew() throws {
    let folder = try StoreFolder()
    try NewsStore.forWriting(path: folder.database).close()
    // Layout: https://www.sqlite.org/fileformat2.html, section 3.
    var journal: [UInt8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]
    for number: UInt32 in [0, 7, 0, 512, 8192] { withUnsafeBytes(of: number.bigEndian) { journal += $0 } }
    journal += [UInt8](repeating: 0, count: 512 - journal.count)
    let queue = try DatabaseQueue(path: folder.database)
    try queue.inDatabase { db in _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE") }
    try queue.close()
    try Data(journal).write(to: URL(fileURLWithPath: folder.database + "-journal"))
    try expectUsable(folder.database)
    #expect(try names(folder) == ["news.sqlite", "news.sqlite.lock"])
  }

  @Test func aHotJournalIsRolledBackBeforeAQuestion() throws {
    let folder = try StoreFolder()
    try NewsStore.make(at: folder.database, Array(0..<200), portion: 100)
    let before = try NewsStore.dump(folder.database)
    let cut = folder.url.appendingPathComponent("cut.sqlite").path
    let queue = try DatabaseQueue(path: folder.database)
    try queue.writeWithoutTransaction { db in
      // The cache is so small that pages are written to the file before the transaction ends.
      try db.execute(sql: "PRAGMA cache_size = 2")
      try db.inTransaction {
        try db.execute(sql: "UPDATE document_text SET text = 'overwritten' || text")
        for ending in ["", "-journal"] {
          try FileManager.default.copyItem(atPath: folder.database + ending, toPath: cut + ending)
        }
        return .rollback
      }
    }
    try NewsStore.forReading(path: cut).close()
    #expect(try NewsStore.dump(cut) == before)
    #expect(!FileManager.default.fileExists(atPath: cut + "-journal"))
  }

  private func logOfARun(_ path: String) throws -> Data {
    let store = try NewsStore.forWriting(path: path)
    try store.write(SampleArchive.batches(0..<50))
    defer { try? store.close() }
    return try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
  }

  /// The log of a removed database must not be applied to the next one.
  @Test func whatBelongsToNoDatabaseIsRemoved() throws {
    let folder = try StoreFolder()
    let log = try logOfARun(folder.database)
    #expect(!log.isEmpty)
    try FileManager.default.removeItem(atPath: folder.database)
    for ending in ["-wal", "-journal", ".dateline-new", ".dateline-new-journal"] {
      try log.write(to: URL(fileURLWithPath: folder.database + ending))
    }
    try expectUsable(folder.database)
    #expect(try names(folder) == ["news.sqlite", "news.sqlite.lock"])
  }

  @Test func aLinkStaysALink() throws {
    let folder = try StoreFolder()
    let link = folder.url.appendingPathComponent("link.sqlite").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "news.sqlite")
    try expectUsable(link)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "news.sqlite")
    #expect(FileManager.default.fileExists(atPath: folder.database))
    let writer = try NewsStore.forWriting(path: folder.database)
    #expect(throws: StoreError.busy(path: link)) { try NewsStore.forWriting(path: link) }
    try writer.close()
  }
}
