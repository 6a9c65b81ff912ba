import GRDB

/// The second sweep, full text: documents enter the index in key order, which FTS5 wants (out of order it ends a segment at
/// each document), and in portions that do not depend on how they were stored.
extension NewsStore {
  /// Indexes the documents that are not yet in it.
  ///
  /// What FTS5 writes depends on the order of indexing, if nothing that it finds does. So an index that only grew or
  /// shrank is made anew, and a dump of the database says nothing of its history, as long as that takes a second or two.
  package func indexPendingDocuments() throws {
    try writing { db in
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM document") ?? 0
      if try count <= Self.remadeUpTo && Self.isStale(in: db) {
        try db.execute(sql: "INSERT INTO search (search) VALUES ('delete-all')")
      }
      try db.execute(sql: "DELETE FROM pending WHERE kind = 'search'")
    }
    var last = Int64.min
    while let end = try writing({ db in try Self.indexPortion(after: last, in: db) }) { last = end }
  }

  private static let remadeUpTo = 20_000
  private static let portion = 8192

  /// Whether documents left an index, or wait beside some that are in it.
  private static func isStale(in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM pending WHERE kind = 'search')
          OR EXISTS (SELECT 1 FROM search_docsize)
            AND EXISTS (SELECT 1 FROM document_text WHERE document NOT IN (SELECT id FROM search_docsize))
        """) ?? false
  }

  /// Returns the key of the last document; nil when there is none left.
  private static func indexPortion(after last: Int64, in db: Database) throws -> Int64? {
    // The index's own table of document lengths tells what is in it.
    let waiting = """
      SELECT document AS id FROM document_text
      WHERE document > ? AND document NOT IN (SELECT id FROM search_docsize) ORDER BY document LIMIT \(portion)
      """
    let end = try Int64.fetchOne(db, sql: "SELECT max(id) FROM (\(waiting))", arguments: [last])
    guard let end else { return nil }
    try db.execute(
      sql: """
        INSERT INTO search (rowid, title, text)
        SELECT id, title, text FROM search_content
        WHERE id > ? AND id <= ? AND id NOT IN (SELECT id FROM search_docsize) ORDER BY id
        """, arguments: [last, end])
    return end
  }
}
