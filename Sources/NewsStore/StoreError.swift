/// The reasons why a database cannot be used.
package enum StoreError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file to be read is missing or empty.
  case missing(path: String)
  /// Another process is writing.
  case busy(path: String)
  /// Another program is using the database and did not release it in time.
  case held(path: String)
  /// The file is not SQLite, or it is another program's database.
  case notOurs(path: String)
  /// The database was made by a version of the program with another schema.
  case otherVersion(path: String, found: Int)
  /// The file is a database of this program but contains values that the program does not write.
  case damaged(path: String, reason: String)
  /// The file exists but cannot be read.
  case cannotRead(path: String, reason: String)
  /// A file cannot be written.
  case cannotWrite(path: String, reason: String)
  /// The folder of a database to be created does not exist.
  case noFolder(of: String)

  package var description: String {
    switch self {
    case .missing(let path): "\(path): no database here"
    case .busy(let path): "\(path): another run is writing this database"
    case .held(let path): "\(path): another program is using this database; try again when it has finished"
    case .notOurs(let path): "\(path): not a dateline database"
    case .otherVersion(let path, let found):
      "\(path): "
        + (found < Schema.version
          ? "an earlier version of dateline made this database; delete it and run its pipeline again"
          : "a later version of dateline made this database; use that version")
        + " (its schema is \(found), that of this version \(Schema.version))"
    case .damaged(let path, let reason):
      "\(path): this database is damaged: \(reason); delete it and run its pipeline again"
    case .cannotRead(let path, let reason): "\(path): cannot be read: \(reason)"
    case .cannotWrite(let path, let reason): "\(path): cannot be written: \(reason)"
    case .noFolder(let path): "\(path): cannot be created: its folder does not exist"
    }
  }
}
