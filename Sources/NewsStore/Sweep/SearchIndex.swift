import GRDB

/// The second sweep, full text: documents enter the index in key order, which FTS5 wants (out of order it ends a segment at
/// each document), and in portions that do not depend on how they were stored.
extension NewsStore {
  /// Indexes the documents that are not yet in it.
  package func indexPendingDocuments() throws {
    // As many postings in memory before a segment is written: fewer segments, fewer merges. 16 MB of the budget.
    try database.write { db in try db.execute(sql: "INSERT INTO search (search, rank) VALUES ('hashsize', 16777216)") }
    while try database.write({ db in try Self.indexPortion(in: db) }) {}
  }

  private static let portion = 8192

  /// Whether there may be more.
  private static func indexPortion(in db: Database) throws -> Bool {
    let last = try Int64.fetchOne(
      db,
      sql: """
        SELECT max(key) FROM (SELECT key FROM pending WHERE kind = 'document' ORDER BY key LIMIT ?)
        """, arguments: [portion])
    guard let last else { return false }
    try db.execute(
      sql: """
        INSERT INTO search (rowid, title, text)
        SELECT search_content.id, title, text FROM pending JOIN search_content ON search_content.id = pending.key
        WHERE kind = 'document' AND key <= ? ORDER BY key
        """, arguments: [last])
    try db.execute(sql: "DELETE FROM pending WHERE kind = 'document' AND key <= ?", arguments: [last])
    return true
  }
}
