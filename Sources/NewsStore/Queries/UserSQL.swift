package import NewsModel
import GRDBSQLite

/// SQL that a user typed, on a connection of its own that can do nothing but read this database: no other file is attached
/// or written, nothing is changed, no row is longer than 10 MB, and it ends after its time.
package final class UserSQL {
  /// What is wrong with the statement, in SQLite's words or ours.
  package struct Failure: Error, Equatable, CustomStringConvertible {
    package var description: String
  }

  private var connection: OpaquePointer?
  private let deadline = Deadline()

  /// - Parameter path: of a database that `NewsStore.forReading` opens; throws its `StoreError` otherwise.
  package init(path: String) throws {
    try NewsStore.forReading(path: path).close()
    guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK else {
      defer { sqlite3_close_v2(connection) }
      throw Failure(description: String(cString: sqlite3_errmsg(connection)))
    }
    sqlite3_busy_timeout(connection, 5000)
    sqlite3_exec(connection, "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON", nil, nil, nil)
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 10_000_000)
    sqlite3_set_authorizer(
      connection, { _, action, first, second, _, _ in mayRead(action, first, second) ? SQLITE_OK : SQLITE_DENY }, nil)
    // Called every thousand steps of SQLite's machine, some microseconds each.
    sqlite3_progress_handler(
      connection, 1000, { Unmanaged<Deadline>.fromOpaque($0!).takeUnretainedValue().isOver ? 1 : 0 },
      Unmanaged.passUnretained(deadline).toOpaque())
  }

  deinit { sqlite3_close_v2(connection) }

  /// Runs one statement: first the names of the columns, then each row. Throws `Failure` when the statement is wrong, is not
  /// one that only reads, or takes longer than `seconds`. `row` says
  /// whether to go on.
  package func answer(
    _ sql: String, seconds: Double, columns: ([String]) throws -> Void, row: ([Cell]) throws -> Bool
  ) throws {
    deadline.end = .now + .seconds(seconds)
    let statement = try prepare(sql)
    defer { sqlite3_finalize(statement) }
    let count = sqlite3_column_count(statement)
    try columns((0..<count).map { String(cString: sqlite3_column_name(statement, $0)) })
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: if try !row((0..<count).map({ Self.cell(statement, $0) })) { return }
      case SQLITE_DONE: return
      case SQLITE_INTERRUPT: throw Failure(description: "stopped after \(seconds) s")
      default: throw failure
      }
    }
  }

  private func prepare(_ sql: String) throws -> OpaquePointer {
    guard !sql.utf8.contains(0) else { throw Failure(description: "the statement holds a zero byte") }
    var statement: OpaquePointer?
    let rest = sql.withCString { text -> String? in
      var tail: UnsafePointer<CChar>?
      guard sqlite3_prepare_v2(connection, text, -1, &statement, &tail) == SQLITE_OK else { return nil }
      return tail.map { String(cString: $0) } ?? ""
    }
    guard let rest else { throw failure }
    guard let statement else { throw Failure(description: "no statement") }
    do {
      guard sqlite3_stmt_readonly(statement) != 0 else { throw Failure(description: "only statements that read") }
      // What follows may be blanks and comments alone.
      var next: OpaquePointer?
      let isMore = sqlite3_prepare_v2(connection, rest, -1, &next, nil) != SQLITE_OK || next != nil
      sqlite3_finalize(next)
      if isMore { throw Failure(description: "one statement at a time") }
    } catch {
      sqlite3_finalize(statement)
      throw error
    }
    return statement
  }

  private var failure: Failure { Failure(description: String(cString: sqlite3_errmsg(connection))) }

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

  private final class Deadline {
    var end = ContinuousClock.now
    var isOver: Bool { .now > end }
  }
}

/// What a statement may do: https://www.sqlite.org/c3ref/c_alter_table.html lists the actions.
private func mayRead(_ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?) -> Bool {
  switch action {
  case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: true
  case SQLITE_FUNCTION: second.map { String(cString: $0).lowercased() != "load_extension" } ?? false
  // A virtual table's columns are declared in this way; a statement that tries it itself is refused as one that writes.
  case SQLITE_UPDATE: first.map { String(cString: $0) == "sqlite_master" } ?? false
  case SQLITE_PRAGMA: first.map { readingPragmas.contains(String(cString: $0).lowercased()) } ?? false
  default: false
  }
}

/// Those that tell the schema, and the one that the full text index asks itself.
private let readingPragmas: Set = [
  "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list",
  "compile_options", "data_version", "function_list",
]
