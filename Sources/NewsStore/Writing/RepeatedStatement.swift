import GRDB
import GRDBSQLite
import TextScanning

/// A statement that runs many times per document. It is bound and stepped directly, because GRDB's boxes for arguments
/// cost more than the insertion itself. All text passes through here, so that no control character reaches the
/// database.
struct RepeatedStatement {
  private let statement: Statement
  private var pointer: OpaquePointer { statement.sqliteStatement }

  init(_ db: Database, _ sql: String) throws { statement = try db.cachedStatement(sql: sql) }

  func bind(_ index: Int32, _ number: Int64) { sqlite3_bind_int64(pointer, index, number) }

  func bind(_ index: Int32, _ number: Int) { sqlite3_bind_int64(pointer, index, Int64(number)) }

  func bind(_ index: Int32, _ number: Double) { sqlite3_bind_double(pointer, index, number) }

  func bind(_ index: Int32, _ number: Double?) {
    if let number { bind(index, number) } else { bindNull(index) }
  }

  func bind(_ index: Int32, _ truth: Bool) { sqlite3_bind_int64(pointer, index, truth ? 1 : 0) }

  func bindNull(_ index: Int32) { sqlite3_bind_null(pointer, index) }

  func bind(_ index: Int32, _ text: String?) {
    guard var text else { return bindNull(index) }
    if let clean = StoredText.withoutControls(text) { text = clean }
    text.withUTF8 { bindBytes(index, $0) }
  }

  /// Binds a name or title in normal form C.
  func bind(_ index: Int32, name: String?) { bind(index, name.map(StoredText.composed)) }

  func bind(_ index: Int32, blob: [UInt64]) {
    blob.map(\.littleEndian).withUnsafeBytes { bytes in
      _ = sqlite3_bind_blob(pointer, index, bytes.baseAddress, Int32(bytes.count), copied)
    }
  }

  private func bindBytes(_ index: Int32, _ bytes: UnsafeBufferPointer<UInt8>) {
    // An empty buffer may have no address, which SQLite would treat as NULL.
    if bytes.isEmpty { _ = sqlite3_bind_text(pointer, index, "", 0, copied) }
    bytes.withMemoryRebound(to: CChar.self) { characters in
      guard let address = characters.baseAddress, !characters.isEmpty else { return }
      _ = sqlite3_bind_text(pointer, index, address, Int32(characters.count), copied)
    }
  }

  /// Runs a statement that returns no rows.
  func run() throws {
    let code = sqlite3_step(pointer)
    sqlite3_reset(pointer)
    guard code == SQLITE_DONE else { throw failure(code) }
  }

  /// Runs an insertion; returns false if a conflict prevented it.
  func inserts() throws -> Bool {
    try run()
    return sqlite3_changes(sqlite3_db_handle(pointer)) > 0
  }

  /// Returns the integer in the first column of the first row; nil if there is no row.
  func integer() throws -> Int64? {
    defer { sqlite3_reset(pointer) }
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return sqlite3_column_int64(pointer, 0)
    case SQLITE_DONE: return nil
    case let code: throw failure(code)
    }
  }

  /// Runs a query and passes each row to `body`.
  func eachRow(_ body: (Columns) throws -> Void) throws {
    defer { sqlite3_reset(pointer) }
    while true {
      switch sqlite3_step(pointer) {
      case SQLITE_ROW: try body(Columns(pointer: pointer))
      case SQLITE_DONE: return
      case let code: throw failure(code)
      }
    }
  }

  /// The current row of a statement.
  struct Columns {
    fileprivate let pointer: OpaquePointer

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(pointer, column) == SQLITE_NULL }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

    /// Adds the text of a column and its length to a hash.
    func hash(_ column: Int32, into hash: inout ByteHash) {
      let start = sqlite3_column_text(pointer, column)
      let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column)))
      hash.add(bytes)
      hash.add(number: UInt64(bytes.count))
    }

    /// Returns the text of a column; empty for NULL.
    func text(_ column: Int32) -> String {
      let start = sqlite3_column_text(pointer, column)
      return String(
        decoding: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column))), as: UTF8.self)
    }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: String(cString: sqlite3_errmsg(sqlite3_db_handle(pointer))), sql: statement.sql)
  }

  /// `SQLITE_TRANSIENT`, a cast in a C macro.
  private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
