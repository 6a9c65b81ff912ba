import GRDB

/// The second sweep, full text: documents are added to the index in key order, because FTS5 ends a segment at each
/// document that is out of order. The portions do not depend on how the documents were stored.
extension NewsStore {
  /// Indexes the documents that are not indexed yet.
  ///
  /// The order of indexing changes the bytes that FTS5 writes, although not what it finds. An index that would grow or
  /// shrink is therefore rebuilt if that takes only a second or two, so that the text that `.dump` writes does not
  /// depend on the history of the database.
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

  /// Whether documents were removed from the index, or are to be added to one that already has some.
  private static func isStale(in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM pending WHERE kind = 'search')
          OR EXISTS (SELECT 1 FROM search_docsize)
            AND EXISTS (SELECT 1 FROM document_text WHERE document NOT IN (SELECT id FROM search_docsize))
        """) ?? false
  }

  /// Returns the key of the last document indexed; nil if none is left.
  private static func indexPortion(after last: Int64, in db: Database) throws -> Int64? {
    // The index's own table of document lengths lists the documents that it contains.
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
