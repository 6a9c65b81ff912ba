import GRDB

/// The schema of the database and the marks that identify a file as a database of this program.
package enum Schema {
  /// `DTLN`, stored in the header of every database of this program: `PRAGMA application_id`.
  package static let applicationID = 0x4454_4C4E
  /// `PRAGMA user_version`. A database with another version is not read; it must be made anew from its archive.
  package static let version = 6

  private static let sql =
    Tables.archive + Tables.extraction + Tables.wholeArchive + Indexes.fullText + Views.all + Indexes.ofInputs

  static func create(in db: Database) throws {
    try db.execute(sql: sql)
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// The tables and views that every database of this version has.
  private static let names: [Substring] = sql.split(separator: "\n").compactMap { line in
    let words = line.drop(while: { $0 == " " }).split(separator: " ", maxSplits: 4)
    guard words.first == "CREATE", let kind = words.firstIndex(where: { $0 == "TABLE" || $0 == "VIEW" }) else {
      return nil
    }
    return words.indices.contains(kind + 1) ? words[kind + 1] : nil
  }

  /// Throws `StoreError.damaged` if the database lacks a table or view, so that no query meets a missing one.
  static func check(_ db: Database, of path: String) throws {
    let found = Set(try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"))
    if let missing = names.first(where: { !found.contains(String($0)) }) {
      throw StoreError.damaged(path: path, reason: "it has no table \(missing)")
    }
  }

  /// Creates the index on publishers if it does not exist.
  static func createIndexOfPublishers(in db: Database) throws {
    let exists = try db.indexes(on: "document").contains { $0.name == "document_by_publisher" }
    if !exists { try db.execute(sql: Indexes.ofPublishers) }
  }

  /// Creates the indexes for queries that do not exist yet.
  static func createIndexes(in db: Database) throws {
    try createIndexOfPublishers(in: db)
    let exists = try db.indexes(on: "document").contains { $0.name == "document_by_week" }
    if !exists { try db.execute(sql: Indexes.ofQuestions) }
  }
}
