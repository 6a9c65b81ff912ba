import GRDB

extension NewsStore {
  /// Returns the main text of a document; empty if no document has this key.
  package func mainText(of document: Int64) throws -> String {
    try reading { db in
      let statement = try db.cachedStatement(sql: "SELECT text FROM document_text WHERE document = ?")
      return try String.fetchOne(statement, arguments: [document]) ?? ""
    }
  }
}
