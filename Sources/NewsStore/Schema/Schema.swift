import GRDB

/// The shape of the database, and how a file is known to be ours.
package enum Schema {
  /// `DTLN`, in the header of every database of ours: `PRAGMA application_id`.
  package static let applicationID = 0x4454_4C4E
  /// `PRAGMA user_version`. A database with another one is not read: it is made anew from its archive.
  package static let version = 1

  /// Indexes come last, so that they can be dropped and made again without changing the order of a dump.
  static let sql =
    Tables.archive + Tables.extraction + Tables.wholeArchive + Indexes.fullText + Views.all + Indexes.foreignKeys

  static func create(in db: Database) throws {
    try db.execute(sql: sql)
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }
}
