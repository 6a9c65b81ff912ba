import GRDB
import GRDBSQLite

/// Interrupts running statements when the run is asked to stop. SQLite rolls back their transaction, and the next run
/// repeats it.
extension NewsStore {
  /// From now on, statements throw an error that `isStop` recognises once `isAsked` returns true. `isAsked` is called
  /// many times a second.
  package func stopStatements(when isAsked: @escaping @Sendable () -> Bool) {
    database.inDatabase { db in
      // Never released: it lives as long as the connection, which is as long as the program.
      let question = Unmanaged.passRetained(StopQuestion(isAsked: isAsked))
      sqlite3_progress_handler(
        db.sqliteConnection, Self.stepsBetween,
        { Unmanaged<StopQuestion>.fromOpaque($0!).takeUnretainedValue().isAsked() ? 1 : 0 }, question.toOpaque())
    }
  }

  /// Statements are no longer interrupted.
  package func letStatementsEnd() {
    database.inDatabase { db in sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
  }

  /// The number of steps of SQLite's virtual machine between two calls: some hundred microseconds.
  private static let stepsBetween: Int32 = 10_000

  package static func isStop(_ error: any Error) -> Bool {
    (error as? DatabaseError)?.resultCode == .SQLITE_INTERRUPT
  }
}

private final class StopQuestion: Sendable {
  let isAsked: @Sendable () -> Bool

  init(isAsked: @escaping @Sendable () -> Bool) { self.isAsked = isAsked }
}
