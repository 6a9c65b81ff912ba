import GRDB

extension NewsStore {
  /// A document's main text; empty for a key that is no document's.
  package func mainText(of document: Int64) throws -> String {
    try reading { db in
      let statement = try db.cachedStatement(sql: "SELECT text FROM document_text WHERE document = ?")
      return try String.fetchOne(statement, arguments: [document]) ?? ""
    }
  }
}
