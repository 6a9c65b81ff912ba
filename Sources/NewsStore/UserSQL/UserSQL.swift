import GRDB
import GRDBSQLite
package import NewsModel

/// Runs a user's SQL on a connection of its own that can only read this database: it cannot attach or write another
/// file or change anything, no row is longer than 10 MB, and a statement ends at its time limit. It writes no temporary
/// file; sorting happens in memory, which `boundMemory` limits.
package final class UserSQL {
  /// A fault of the statement, described by SQLite or by this program.
  package struct Failure: Error, Equatable, CustomStringConvertible {
    package var description: String
  }

  private let path: String
  private var connection: OpaquePointer?
  private let clock = StatementClock()
  private let permissions: ReadingPermissions

  /// The most bytes of a value or a row.
  private static let longestRow: Int32 = 10_000_000
  /// The memory that SQLite may use, of the 512 MiB that the program may use.
  private static let mostMemory: Int64 = 384 << 20
  /// The time to wait for another program, in milliseconds.
  private static let patience: Int32 = 5000

  /// Limits the memory of SQLite in this process, for all connections together.
  package static func boundMemory() { sqlite3_hard_heap_limit64(mostMemory) }

  /// - Parameter path: a database that `NewsStore.forReading` can open; its `StoreError` is thrown otherwise.
  package init(path: String) throws {
    try NewsStore.forReading(path: path).close()
    self.path = path
    let code = sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
    permissions = ReadingPermissions(of: connection)
    guard code == SQLITE_OK else { throw failure(code) }
    sqlite3_busy_timeout(connection, Self.patience)
    sqlite3_exec(
      connection, "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA temp_store = MEMORY", nil, nil, nil)
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Self.longestRow)
    permissions.apply(to: connection)
    // Called every thousand steps of SQLite's virtual machine, which take some microseconds each.
    sqlite3_progress_handler(
      connection, 1000, { Unmanaged<StatementClock>.fromOpaque($0!).takeUnretainedValue().isOver ? 1 : 0 },
      Unmanaged.passUnretained(clock).toOpaque())
  }

  deinit { sqlite3_close_v2(connection) }

  /// Runs one statement. Passes the names of the columns to `columns`, then each row to `row`, which returns whether to
  /// continue. Throws `Failure` if the statement is wrong, does not only read, or takes longer than `seconds`, and
  /// `StoreError` if the database cannot be read.
  ///
  /// - Parameter stuck: called from another thread if the statement exceeds its time inside a single function, which
  ///   only the end of the process can stop. Nothing is being written then, so nothing is lost.
  package func answer(
    _ sql: String, seconds: Double, columns: ([String]) throws -> Void, row: ([Cell]) throws -> Bool,
    stuck: @escaping @Sendable (Failure) -> Void = { _ in }
  ) throws {
    let tooLong = Failure(description: "stopped after \(seconds) s")
    clock.start(limit: .seconds(seconds))
    clock.watch { stuck(tooLong) }
    let statement = try prepare(sql)
    defer { sqlite3_finalize(statement) }
    let count = sqlite3_column_count(statement)
    try columns((0..<count).map { String(cString: sqlite3_column_name(statement, $0)) })
    while true {
      let code = clock.inside { sqlite3_step(statement) }
      if clock.isOver { throw tooLong }
      guard code == SQLITE_ROW else {
        if code == SQLITE_DONE { return }
        throw failure(code)
      }
      // Several cells of a row may share one value, which SQLite stores once but the caller receives several times.
      let length = (0..<count).reduce(0) { $0 + Int(sqlite3_column_bytes(statement, $1)) }
      guard length <= Self.longestRow else {
        throw Failure(description: "a row is longer than \(Self.longestRow) bytes")
      }
      let goesOn = try clock.outside { try row((0..<count).map { Self.cell(statement, $0) }) }
      if !goesOn { return }
      if clock.isOver { throw tooLong }
    }
  }

  private func prepare(_ sql: String) throws -> OpaquePointer {
    guard !sql.utf8.contains(0) else { throw Failure(description: "the statement contains a zero byte") }
    var statement: OpaquePointer?
    var code = SQLITE_OK
    let rest = sql.withCString { text -> String in
      var tail: UnsafePointer<CChar>?
      code = clock.inside { sqlite3_prepare_v2(connection, text, -1, &statement, &tail) }
      return tail.map { String(cString: $0) } ?? ""
    }
    guard code == SQLITE_OK else { throw failure(code) }
    guard let statement else { throw Failure(description: "the statement is empty") }
    do {
      guard sqlite3_stmt_readonly(statement) != 0 else {
        throw Failure(description: "only statements that read are allowed")
      }
      // 1 is EXPLAIN, which reveals addresses of the process's memory; 2 is EXPLAIN QUERY PLAN.
      guard sqlite3_stmt_isexplain(statement) != 1 else {
        throw Failure(description: "EXPLAIN is not allowed; EXPLAIN QUERY PLAN is")
      }
      // The rest may contain only blanks and comments.
      var next: OpaquePointer?
      let isMore = clock.inside { sqlite3_prepare_v2(connection, rest, -1, &next, nil) } != SQLITE_OK || next != nil
      sqlite3_finalize(next)
      if isMore { throw Failure(description: "only one statement is allowed") }
    } catch {
      sqlite3_finalize(statement)
      throw error
    }
    return statement
  }

  /// Converts an error code to a fault of the statement or of the database file.
  private func failure(_ code: Int32) -> any Error {
    let words = String(cString: sqlite3_errmsg(connection))
    switch code & 0xff {  // the primary result code
    case SQLITE_NOMEM:
      return Failure(description: "the statement needs more than \(Self.mostMemory >> 20) MiB of memory")
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_FULL:
      let error = DatabaseError(resultCode: ResultCode(rawValue: code), message: words)
      return StoreError(error, path: path, systemCode: sqlite3_system_errno(connection))
    default: return Failure(description: words)
    }
  }

  private static func cell(_ statement: OpaquePointer, _ column: Int32) -> Cell {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, column)))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT, SQLITE_BLOB:
      let isText = sqlite3_column_type(statement, column) == SQLITE_TEXT
      let start = sqlite3_column_blob(statement, column)
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
      return isText ? .text(String(decoding: bytes, as: UTF8.self)) : Cell(bytes: bytes)
    default: return .null
    }
  }
}
