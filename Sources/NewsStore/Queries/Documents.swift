import GRDB
import NewsModel

extension NewsStore {
  /// Returns a query for documents, newest first and those without a day last.
  ///
  /// - Parameter text: a full-text query in FTS5 syntax: words, "a phrase", NEAR(a b, 5), title: word, AND OR NOT.
  ///   Throws `QueryFilter.WrongText` if the syntax is wrong.
  package func documents(_ filter: QueryFilter, text: String? = nil) throws -> NewsQuery {
    let conditions = try reading { db in
      if let text { try Self.check(text, in: db) }
      return try DocumentConditions(filter.checked(in: db), text: text, in: db)
    }
    return NewsQuery(
      """
      SELECT document.published, document.week, document.publisher, document.title, document.source, document.id
      FROM document
      \(conditions.clause)
      ORDER BY document.week DESC, document.published DESC, document.id DESC
      LIMIT ?
      """, conditions.arguments + [filter.limit ?? -1])
  }

  private static func check(_ text: String, in db: Database) throws {
    do {
      _ = try Int.fetchOne(db, sql: "SELECT 1 FROM search WHERE search MATCH ? LIMIT 1", arguments: [text])
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      throw QueryFilter.WrongText(reason: error.message ?? "")
    }
  }
}
