import GRDB
import NewsModel

/// Removes documents with all their rows, including their entries in the full-text index.
struct DocumentRemoval {
  private let unindex: RepeatedStatement
  private let rows: [RepeatedStatement]
  private let pending: Pending
  private let about: Statement

  /// The tables with rows of a document; tables that others refer to come last.
  private static let tables = [
    "block", "date_candidate", "tag", "mention", "rejection", "document_country", "evidence", "assignment", "signature",
    "document_text",
  ]

  init(_ db: Database) throws {
    // An external content index requires the old text in order to delete it. Documents that are not indexed yet are
    // skipped.
    unindex = try RepeatedStatement(
      db,
      """
      INSERT INTO search (search, rowid, title, text)
      SELECT 'delete', id, title, text FROM search_content
      WHERE id = ?1 AND EXISTS (SELECT 1 FROM search_docsize WHERE id = ?1)
      """)
    rows =
      try Self.tables.map { try RepeatedStatement(db, "DELETE FROM \($0) WHERE document = ?") }
      + [
        RepeatedStatement(db, "DELETE FROM document WHERE id = ?")
      ]
    pending = try Pending(db)
    about = try db.cachedStatement(sql: "SELECT week, publisher, story FROM document WHERE id = ?")
  }

  func remove(_ ids: [Int64]) throws {
    for id in ids {
      guard let row = try Row.fetchOne(about, arguments: [id]) else { continue }
      try pending.addDocument(week: row.value(0), publisher: row.value(1))
      unindex.bind(1, id)
      if try unindex.inserts() { try pending.add(.search, "") }
      for statement in rows {
        statement.bind(1, id)
        try statement.run()
      }
    }
    if !ids.isEmpty { try pending.add(.unused, "") }
  }
}
