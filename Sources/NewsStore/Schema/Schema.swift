import GRDB

/// The shape of the database, and how a file is known to be ours.
package enum Schema {
  /// `DTLN`, in the header of every database of ours: `PRAGMA application_id`.
  package static let applicationID = 0x4454_4C4E
  /// `PRAGMA user_version`. A database with another one is not read: it is made anew from its archive.
  package static let version = 3

  static func create(in db: Database) throws {
    try db.execute(
      sql: Tables.archive + Tables.extraction + Tables.wholeArchive + Indexes.fullText + Views.all + Indexes.ofInputs)
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// Makes the first of the indexes that questions go by, where it is not there yet.
  static func createIndexOfPublishers(in db: Database) throws {
    let exists = try db.indexes(on: "document").contains { $0.name == "document_by_publisher" }
    if !exists { try db.execute(sql: Indexes.ofPublishers) }
  }

  /// Makes the indexes that questions go by, where they are not there yet.
  static func createIndexes(in db: Database) throws {
    try createIndexOfPublishers(in: db)
    let exists = try db.indexes(on: "document").contains { $0.name == "document_by_week" }
    if !exists { try db.execute(sql: Indexes.ofQuestions) }
  }
}
