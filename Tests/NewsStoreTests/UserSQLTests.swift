import Foundation
import NewsModel
import NewsStore
import Testing

/// A user's own SQL reads, and can do nothing else.
@Suite struct UserSQLTests {
  private func answer(_ sql: String, in path: String, seconds: Double = 5) throws -> [[Cell]] {
    var rows: [[Cell]] = []
    try UserSQL(path: path).answer(
      sql, seconds: seconds, columns: { _ in },
      row: {
        rows.append($0); return true
      })
    return rows
  }

  @Test func readsTablesViewsAndFullText() throws {
    let folder = try StoreFolder()
    try NewsStore.make(at: folder.database, Array(0..<40), portion: 30)
    #expect(
      try answer("SELECT count(*), 1.5, NULL, 'a', x'00ff' FROM document", in: folder.database)
        == [[.integer(40), .real(1.5), .null, .text("a"), .text("x'00ff'")]])
    #expect(
      try answer("SELECT count(*) FROM search WHERE search MATCH 'tide AND gate'; -- all", in: folder.database)
        == [[.integer(40)]])
    #expect(try answer("SELECT count(*) > 0 FROM v_entity_mentions", in: folder.database) == [[.integer(1)]])
    #expect(try answer("SELECT name FROM pragma_table_info('source')", in: folder.database) == [[.text("name")]])
    #expect(try answer("EXPLAIN QUERY PLAN SELECT * FROM document", in: folder.database).count == 1)
    #expect(
      try answer(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3) SELECT max(i) FROM n",
        in: folder.database)
        == [[.integer(3)]])
  }

  @Test(arguments: [
    "DELETE FROM document", "UPDATE document SET title = ''", "INSERT INTO source VALUES ('x')", "DROP TABLE document",
    "CREATE TABLE t (a)", "CREATE TEMP TABLE t (a)", "ATTACH 'OTHER' AS other", "VACUUM", "VACUUM INTO 'OTHER'",
    "PRAGMA journal_mode = DELETE", "PRAGMA user_version = 9", "PRAGMA query_only = OFF", "PRAGMA writable_schema = ON",
    "SELECT load_extension('x')", "INSERT INTO search (search) VALUES ('rebuild')", "REINDEX", "ANALYZE", "BEGIN",
    "SELECT 1; DELETE FROM document", "", "-- nothing", "SELECT * FROM nowhere", "SELEC 1",
    "DETACH main", "UPDATE sqlite_master SET sql = ''", "EXPLAIN DELETE FROM document",
    "SELECT replace(hex(zeroblob(9000000)), '0', 'ab')",
  ])
  func refusesWhateverIsNotReading(sql: String) throws {
    let folder = try StoreFolder()
    try NewsStore.make(at: folder.database, Array(0..<5), portion: 30)
    let other = folder.url.appendingPathComponent("other.sqlite").path
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.database))
    #expect(throws: UserSQL.Failure.self) {
      try answer(sql.replacingOccurrences(of: "OTHER", with: other), in: folder.database)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == [
        "news.sqlite", "news.sqlite.lock",
      ])
  }

  @Test func endsAfterItsTime() throws {
    let folder = try StoreFolder()
    try NewsStore.make(at: folder.database, Array(0..<5), portion: 30)
    let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    let start = ContinuousClock.now
    #expect(throws: UserSQL.Failure.self) { try answer(endless, in: folder.database, seconds: 0.2) }
    #expect(start.duration(to: .now) < .seconds(5))
  }
}
