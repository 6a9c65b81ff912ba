import GRDB

extension Configuration {
  /// How long a connection waits for other programs, in seconds.
  private static let writerPatience = 10.0
  private static let readerPatience = 5.0

  /// The connection that writes. Foreign keys are not checked: keys are correct by construction and tested, so SQLite
  /// need not look each one up.
  static var writing: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(writerPatience)
    configuration.foreignKeysEnabled = false
    configuration.label = "writer"
    configuration.prepareDatabase { db in
      // With NORMAL, a killed process loses nothing, and a power failure loses at most the last transactions, which the
      // next run repeats.
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
      try db.execute(sql: "PRAGMA cache_size = -65536")  // 64 MiB of the budget of 512
      try db.execute(sql: "PRAGMA secure_delete = OFF")
      // The log grows to 64 MiB before it is copied into the database, so pages that change repeatedly are copied once.
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 8192")
    }
    return configuration
  }

  /// For a draft that no other process uses and that is deleted if it is not completed.
  static var drafting: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.label = "draft"
    configuration.prepareDatabase { db in _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = MEMORY") }
    return configuration
  }

  static var reading: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(readerPatience)
    configuration.label = "reader"
    return configuration
  }

  /// For a connection that only rolls back what an interrupted process left unfinished.
  static var mending: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(readerPatience)
    configuration.label = "mender"
    return configuration
  }
}
