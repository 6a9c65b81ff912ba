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
    _ = try inspect(path: path, mustExist: false)
    let lock = try DatabaseLock(database: path)
    let isNew = try inspect(path: path, mustExist: false) == .empty
    let queue = try DatabaseQueue(path: path, configuration: .writing)
    if isNew { try queue.writeWithoutTransaction { db in try makeAnew(db) } }
    try queue.inDatabase { db in _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") }
    return NewsStore(path: path, database: queue, lock: lock)
  }

  /// Opens a database for questions, also while a run writes it.
  package static func forReading(path: String) throws -> NewsStore {
    _ = try inspect(path: path, mustExist: true)
    return NewsStore(path: path, database: try DatabaseQueue(path: path, configuration: .reading), lock: nil)
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
    try database.inDatabase { db in
      _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      // Refused while somebody reads: then the log stays beside the database, and the next run ends it.
      _ = try? String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
    }
  }

  package func close() throws { try database.close() }
}

extension NewsStore {
  private enum Found { case empty, ours }

  /// Reads the 100 bytes of the file's header, so that a file that is not ours is never opened, let alone changed.
  /// Layout: https://www.sqlite.org/fileformat2.html, section 1.3.
  private static func inspect(path: String, mustExist: Bool) throws(StoreError) -> Found {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      if errno == ENOENT, !mustExist { return .empty }
      throw errno == ENOENT ? .missing(path: path) : .notOurs(path: path)
    }
    defer { Foundation.close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = read(descriptor, &header, header.count)
    if count == 0 {
      if mustExist { throw .missing(path: path) }
      return .empty
    }
    func number(at offset: Int) -> Int { header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    guard count == 100, header.starts(with: Array("SQLite format 3\0".utf8)), number(at: 68) == Schema.applicationID
    else { throw .notOurs(path: path) }
    let version = number(at: 60)
    guard version == Schema.version else { throw .otherVersion(path: path, found: version) }
    return .ours
  }

  /// The whole schema is one transaction: a database that is ours has all of it.
  private static func makeAnew(_ db: Database) throws {
    // A larger page suits rows of some kilobytes of text.
    try db.execute(sql: "PRAGMA page_size = 8192")
    try db.inTransaction {
      try Schema.create(in: db)
      return .commit
    }
  }
}

extension Configuration {
  /// One connection writes; keys are right by construction and tested, so that SQLite need not look each one up.
  fileprivate static var writing: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = false
    configuration.label = "writer"
    configuration.prepareDatabase { db in
      // NORMAL: a killed process loses nothing; a power cut at most the last transactions, which the next run repeats.
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
      try db.execute(sql: "PRAGMA cache_size = -65536")  // 64 MiB of the budget of 512
      try db.execute(sql: "PRAGMA secure_delete = OFF")
      // 64 MiB of log before it is copied: pages that change again and again are copied once.
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 8192")
    }
    return configuration
  }

  fileprivate static var reading: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    configuration.label = "reader"
    return configuration
  }
}
