import GRDB

/// The size of the archive in a database.
package struct ArchiveCounts: Sendable, Equatable {
  package var documents: Int
  /// Near-duplicates count once.
  package var stories: Int
  package var weeks: Int
  package var undated: Int
  package var problems: Int
}

extension NewsStore {
  package func counts() throws -> ArchiveCounts {
    try reading { db in
      func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      let documents = try number("SELECT count(*) FROM document")
      return ArchiveCounts(
        documents: documents,
        stories: try documents - number("SELECT coalesce(sum(documents - 1), 0) FROM story"),
        weeks: try number("SELECT count(*) FROM week"),
        undated: try number("SELECT count(*) FROM document WHERE week IS NULL"),
        problems: try number("SELECT count(*) FROM problem"))
    }
  }
}
