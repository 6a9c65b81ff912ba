import GRDB

/// The second sweep, full text: documents enter the index in key order, which FTS5 wants (out of order it ends a segment at
/// each document), and in portions that do not depend on how they were stored.
extension NewsStore {
  /// Indexes the documents that are not yet in it.
  package func indexPendingDocuments() throws {
    // As many postings in memory before a segment is written: fewer segments, fewer merges. Beyond 4 MB the
    // table falls out of the processor's caches and gains nothing: measured with 1, 4 and 16 MB.
    try database.write { db in try db.execute(sql: "INSERT INTO search (search, rank) VALUES ('hashsize', 4194304)") }
    var last = Int64.min
    while let end = try database.write({ db in try Self.indexPortion(after: last, in: db) }) { last = end }
  }

  private static let portion = 8192

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
