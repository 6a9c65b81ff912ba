import GRDB

extension Configuration {
  /// How long a connection waits for other programs, in seconds.
  private static let writerPatience = 10.0
  private static let readerPatience = 5.0

  /// One connection writes; keys are right by construction and tested, so that SQLite need not look each one up.
  static var writing: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(writerPatience)
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

  /// For a file that nobody else sees, and that is thrown away when it is not finished.
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

  /// Only ends what an interrupted process left unfinished.
  static var mending: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(readerPatience)
    configuration.label = "mender"
    return configuration
  }
}
