import Foundation
package import GRDB

/// The database, with one connection that serves either a run that writes or queries that only read.
///
/// `Writing` stores documents one at a time, `Sweep` computes what depends on the whole archive, and `Queries` reads,
/// with one file per query.
package final class NewsStore: Sendable {
  package let path: String
  package let database: DatabaseQueue
  private let lock: DatabaseLock?
  let definitions = EntityDefinitions()
  let knownSurfaces: KnownKeys
  let knownPublishers: KnownKeys

  /// Opens a database for writing, and creates it if it does not exist.
  package static func forWriting(path: String) throws -> NewsStore {
    // This precedes the lock, so that no lock file is created beside a file that is not a database.
    _ = try DatabaseHeader.read(path)
    let lock = try DatabaseLock(database: path)
    if try DatabaseHeader.read(path) == .none { try NewDatabase(path: path).make() }
    return try StoreError.naming(path) {
      var queue = try DatabaseQueue(path: path, configuration: .writing)
      // Opening rolls back what an interrupted process left unfinished. If that was the creation of the schema, the
      // file is now empty.
      if try queue.inDatabase({ db in try Int.fetchOne(db, sql: "PRAGMA page_count") }) == 0 {
        try queue.close()
        try NewDatabase(path: path).make()
        queue = try DatabaseQueue(path: path, configuration: .writing)
      }
      NewDatabase(path: path).removeDraft()
      try StoreError.naming(path, of: queue) {
        try queue.inDatabase { db in
          try Schema.check(db, of: path)
          _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        }
      }
      return NewsStore(path: path, database: queue, lock: lock)
    }
  }

  /// Opens a database for reading, even while a run writes to it.
  package static func forReading(path: String) throws -> NewsStore {
    guard try DatabaseHeader.read(path) == .ours else { throw StoreError.missing(path: path) }
    return try StoreError.naming(path) {
      let queue: DatabaseQueue
      do {
        queue = try DatabaseQueue(path: path, configuration: .reading)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
        // An interrupted process left a journal, which only a connection with write access can roll back.
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

  /// Ends the writing of a run: merges the write-ahead log into the database, which is a single file afterwards.
  package func finish() throws {
    try StoreError.naming(path, of: database) {
      try database.inDatabase { db in
        _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        // SQLite refuses this while another process reads. The log then remains beside the database until the next run
        // ends.
        _ = try? String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
      }
    }
  }

  package func close() throws { try StoreError.naming(path) { try database.close() } }
}

/// All reading and writing passes through here, so that every SQLite error names the database file.
extension NewsStore {
  func reading<Value>(_ work: (Database) throws -> Value) throws -> Value {
    try StoreError.naming(path, of: database) { try database.read(work) }
  }

  /// Runs `work` in one transaction.
  func writing<Value>(_ work: (Database) throws -> Value) throws -> Value {
    try StoreError.naming(path, of: database) { try database.write(work) }
  }
}
