import Foundation
import GRDB
import GRDBSQLite

/// Errors of SQLite and GRDB, converted to the reasons why a database cannot be used.
extension StoreError {
  /// Runs `work` on a database and adds the database's path to the errors it throws.
  ///
  /// - Parameter queue: the connection that supplies the system's error number; nil before there is one.
  static func naming<Value>(_ path: String, of queue: DatabaseQueue? = nil, _ work: () throws -> Value) throws -> Value
  {
    // An interrupted statement is no fault of the database: the run was asked to stop.
    do { return try work() } catch let error as DatabaseError where error.resultCode != .SQLITE_INTERRUPT {
      let last = errno
      let systemCode = queue?.inDatabase { db in sqlite3_system_errno(db.sqliteConnection) } ?? 0
      // SQLite keeps no system error number for a failed commit. `errno` is used then, if it is an error of writing.
      let isOfWriting = [EFBIG, ENOSPC, EDQUOT, EIO, EROFS].contains(last)
      throw StoreError(error, path: path, systemCode: systemCode == 0 && isOfWriting ? last : systemCode)
    } catch is RowDecodingError {
      throw StoreError.damaged(path: path, reason: "a row contains a value of another type than its column")
    } catch let error as ImplausibleValue {
      throw StoreError.damaged(path: path, reason: error.reason)
    }
  }

  /// - Parameter systemCode: `errno` of the last failed read or write of a file; 0 if there was none.
  init(_ error: DatabaseError, path: String, systemCode: Int32) {
    let systemReason = systemCode == 0 ? nil : String(cString: strerror(systemCode))
    let words = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    self =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .held(path: path)
      case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH:
        .damaged(path: path, reason: words)
      case .SQLITE_FULL: .cannotWrite(path: path, reason: String(cString: strerror(ENOSPC)))
      case .SQLITE_READONLY: .cannotWrite(path: path, reason: words)
      case .SQLITE_IOERR where error.extendedResultCode.isOfWriting:
        .cannotWrite(path: path, reason: systemReason ?? words)
      default: .cannotRead(path: path, reason: systemReason ?? words)
      }
  }
}

/// A value that this program never writes.
struct ImplausibleValue: Error {
  var reason: String
}

extension ResultCode {
  fileprivate var isOfWriting: Bool {
    switch self {
    case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_TRUNCATE,
      .SQLITE_IOERR_DELETE, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMOPEN:
      true
    default: false
    }
  }
}
