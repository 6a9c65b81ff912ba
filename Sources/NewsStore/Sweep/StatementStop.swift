import GRDB
import GRDBSQLite

/// Ends statements that are under way when somebody wants the run to stop. What a transaction has done is taken back; the
/// next run does it again.
extension NewsStore {
  /// From now on, statements throw an error that `isStop` tells when `isAsked` says so; it is asked many times a second.
  package func stopStatements(when isAsked: @escaping @Sendable () -> Bool) {
    database.inDatabase { db in
      // Lives as long as the connection, and that is as long as the program: never released.
      let question = Unmanaged.passRetained(StopQuestion(isAsked: isAsked))
      sqlite3_progress_handler(
        db.sqliteConnection, Self.stepsBetween,
        { Unmanaged<StopQuestion>.fromOpaque($0!).takeUnretainedValue().isAsked() ? 1 : 0 }, question.toOpaque())
    }
  }

  /// Nothing ends statements any more.
  package func letStatementsEnd() {
    database.inDatabase { db in sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
  }

  /// Steps of SQLite's machine between two questions: some hundred microseconds.
  private static let stepsBetween: Int32 = 10_000

  package static func isStop(_ error: any Error) -> Bool {
    (error as? DatabaseError)?.resultCode == .SQLITE_INTERRUPT
  }
}

private final class StopQuestion: Sendable {
  let isAsked: @Sendable () -> Bool

  init(isAsked: @escaping @Sendable () -> Bool) { self.isAsked = isAsked }
}
