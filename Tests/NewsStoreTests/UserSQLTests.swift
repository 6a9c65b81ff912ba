import Foundation
import NewsModel
import NewsStore
import Testing

/// A user's own SQL can only read.
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
    #expect(
      try answer("SELECT count(*) FROM json_each('[1, 2, 3]') WHERE value > 1", in: folder.database) == [[.integer(2)]])
    #expect(
      try answer("WITH two (n) AS (VALUES (1), (2)) SELECT count(*) FROM two", in: folder.database) == [[.integer(2)]])
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
    // Functions and tables that show or accept memory addresses, or that belong to other parts of SQLite.
    "SELECT fts5(?1)", "SELECT hex(fts3_tokenizer('simple'))", "SELECT FTS3_TOKENIZER('simple')",
    "EXPLAIN SELECT * FROM search WHERE search MATCH 'gate'", "SELECT sql FROM sqlite_stmt", "SELECT * FROM dbstat",
    "SELECT rtreecheck('document')", "PRAGMA cache_size = 9",
    // One value that SQLite stores once, repeated in a row.
    "WITH v (x) AS (SELECT hex(zeroblob(2000000))) SELECT x, x, x FROM v",
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

  /// The time that a person takes to read rows does not count as time of the statement.
  @Test func theReadersTimeIsNotTheStatements() throws {
    let folder = try StoreFolder()
    try NewsStore.make(at: folder.database, Array(0..<5), portion: 30)
    var rows = 0
    try UserSQL(path: folder.database).answer(
      "SELECT id FROM document", seconds: 0.2, columns: { _ in },
      row: { _ in
        rows += 1
        Thread.sleep(forTimeInterval: 0.1)
        return true
      }, stuck: { _ in Issue.record("called stuck while the reader reads") })
    #expect(rows == 5)
  }
}
