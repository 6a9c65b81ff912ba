/// Why a database cannot be used.
package enum StoreError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no file, or an empty one, where a database was to be read.
  case missing(path: String)
  /// Another process is writing.
  case busy(path: String)
  /// The file is something else: not SQLite, or another program's database.
  case notOurs(path: String)
  /// Made by a version of the program with another schema.
  case otherVersion(path: String, found: Int)
  /// A file that must be written cannot be.
  case cannotWrite(path: String, reason: String)
  /// The folder that the database would be made in does not exist.
  case noFolder(of: String)

  package var description: String {
    switch self {
    case .missing(let path): "\(path): no database here"
    case .busy(let path): "\(path): another run is writing this database"
    case .notOurs(let path): "\(path): not a dateline database"
    case .otherVersion(let path, let found):
      "\(path): schema version \(found), this program reads version \(Schema.version): make the database anew from its archive"
    case .cannotWrite(let path, let reason): "\(path): cannot be written: \(reason)"
    case .noFolder(let path): "\(path): cannot be made: its folder does not exist"
    }
  }
}
