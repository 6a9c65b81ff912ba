import Foundation
package import GRDB

/// The database: one connection, for one run that writes or for questions that only read.
///
/// Writing is in `Writing` (documents, one at a time) and `Sweep` (what only the whole archive tells), reading in
/// `Queries`, one file a question.
package final class NewsStore: Sendable {
  package let path: String
  package let database: DatabaseQueue
  private let lock: DatabaseLock?
  let knownSurfaces: KnownKeys
  let knownPublishers: KnownKeys

  /// Opens a database for writing and makes it where there is none.
  package static func forWriting(path: String) throws -> NewsStore {
    // Before the lock, so that a file that is none gets no lock file beside it.
    _ = try DatabaseHeader.read(path)
    let lock = try DatabaseLock(database: path)
    if try DatabaseHeader.read(path) == .none { try NewDatabase(path: path).make() }
    return try StoreError.naming(path) {
      var queue = try DatabaseQueue(path: path, configuration: .writing)
      // Opening ends what an interrupted process left unfinished. Where that was the making of the schema, nothing is left.
      if try queue.inDatabase({ db in try Int.fetchOne(db, sql: "PRAGMA page_count") }) == 0 {
        try queue.close()
        try NewDatabase(path: path).make()
        queue = try DatabaseQueue(path: path, configuration: .writing)
      }
      NewDatabase(path: path).removeDraft()
      try queue.inDatabase { db in
        try Schema.check(db, of: path)
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
      }
      return NewsStore(path: path, database: queue, lock: lock)
    }
  }

  /// Opens a database for questions, also while a run writes it.
  package static func forReading(path: String) throws -> NewsStore {
    guard try DatabaseHeader.read(path) == .ours else { throw StoreError.missing(path: path) }
    return try StoreError.naming(path) {
      let queue: DatabaseQueue
      do {
        queue = try DatabaseQueue(path: path, configuration: .reading)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
        // An interrupted process left a journal, which only a connection that may write can roll back.
        try DatabaseQueue(path: path, configuration: .mending).close()
        queue = try DatabaseQueue(path: path, configuration: .reading)
      }
      try queue.inDatabase { db in try Schema.check(db, of: path) }
      return NewsStore(path: path, database: queue, lock: nil)
    }
  }

  private init(path: String, database: DatabaseQueue, lock: DatabaseLock?) {
    self.path = path
    self.database = database
    self.lock = lock
    knownSurfaces = KnownKeys()
    knownPublishers = KnownKeys()
  }

  /// Ends a run's writing: the write-ahead log goes into the database, which is a single file from then on.
  package func finish() throws {
    try StoreError.naming(path) {
      try database.inDatabase { db in
        _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        // Refused while somebody reads: then the log stays beside the database, and the next run ends it.
        _ = try? String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
      }
    }
  }

  package func close() throws { try StoreError.naming(path) { try database.close() } }
}

/// All reading and writing passes through here, so that every error of SQLite's names the database's file.
extension NewsStore {
  func reading<Value>(_ work: (Database) throws -> Value) throws -> Value {
    try StoreError.naming(path, of: database) { try database.read(work) }
  }

  /// In one transaction.
  func writing<Value>(_ work: (Database) throws -> Value) throws -> Value {
    try StoreError.naming(path, of: database) { try database.write(work) }
  }
}
