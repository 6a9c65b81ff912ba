/// Why a database cannot be used.
package enum StoreError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no file, or an empty one, where a database was to be read.
  case missing(path: String)
  /// Another process is writing.
  case busy(path: String)
  /// Another program than this one reads or writes it, and did not let go in time.
  case held(path: String)
  /// The file is something else: not SQLite, or another program's database.
  case notOurs(path: String)
  /// Made by a version of the program with another schema.
  case otherVersion(path: String, found: Int)
  /// The file is ours and does not hold what this program writes.
  case damaged(path: String, reason: String)
  /// The file is there and cannot be read.
  case cannotRead(path: String, reason: String)
  /// A file that must be written cannot be.
  case cannotWrite(path: String, reason: String)
  /// The folder that the database would be made in does not exist.
  case noFolder(of: String)

  package var description: String {
    switch self {
    case .missing(let path): "\(path): no database here"
    case .busy(let path): "\(path): another run is writing this database"
    case .held(let path): "\(path): another program is using this database; try again when it has finished"
    case .notOurs(let path): "\(path): not a dateline database"
    case .otherVersion(let path, let found):
      "\(path): schema version \(found), this program reads version \(Schema.version): make the database anew from its archive"
    case .damaged(let path, let reason):
      "\(path): this database is damaged: \(reason); make it anew from its archive"
    case .cannotRead(let path, let reason): "\(path): cannot be read: \(reason)"
    case .cannotWrite(let path, let reason): "\(path): cannot be written: \(reason)"
    case .noFolder(let path): "\(path): cannot be made: its folder does not exist"
    }
  }
}
