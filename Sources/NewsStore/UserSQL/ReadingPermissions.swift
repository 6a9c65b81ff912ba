import GRDBSQLite

/// The permissions of a user's statement: it may read the tables and views of the database and call functions that are
/// known to depend only on their arguments. All other functions, including those that later versions of SQLite add, are
/// refused, because some load code and some reveal addresses of the process's memory. The actions:
/// https://www.sqlite.org/c3ref/c_alter_table.html.
final class ReadingPermissions {
  private let tables: Set<String>

  /// - Parameter connection: a connection to the database whose tables may be read.
  init(of connection: OpaquePointer?) {
    var tables = Self.computedTables.union(Self.pragmas.map { "pragma_" + $0 })
    var statement: OpaquePointer?
    sqlite3_prepare_v2(connection, "SELECT name FROM sqlite_schema", -1, &statement, nil)
    while sqlite3_step(statement) == SQLITE_ROW {
      if let name = sqlite3_column_text(statement, 0) { tables.insert(String(cString: name).lowercased()) }
    }
    sqlite3_finalize(statement)
    self.tables = tables
  }

  /// Applies the permissions to every statement that is prepared from now on. They must live as long as the connection.
  func apply(to connection: OpaquePointer?) {
    sqlite3_set_authorizer(
      connection,
      { permissions, action, first, second, _, _ in
        let permissions = Unmanaged<ReadingPermissions>.fromOpaque(permissions!).takeUnretainedValue()
        return permissions.allow(action, first, second) ? SQLITE_OK : SQLITE_DENY
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func allow(_ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?) -> Bool {
    func isIn(_ names: Set<String>, _ name: UnsafePointer<CChar>?) -> Bool {
      name.map { names.contains(String(cString: $0).lowercased()) } ?? false
    }
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return true
    // Without a column, SQLite only counts rows, perhaps of a table that the statement itself defines.
    case SQLITE_READ: return isIn(tables, first) || second?.pointee == 0
    case SQLITE_FUNCTION: return isIn(Self.functions, second)
    // SQLite declares the columns of a virtual table in this way. A user's statement that attempts it is refused
    // because it writes.
    case SQLITE_UPDATE: return isIn(["sqlite_master"], first)
    case SQLITE_PRAGMA: return isIn(Self.pragmas, first)
    default: return false
    }
  }

  /// The pragmas that describe the schema, and the one that the full-text index itself uses.
  private static let pragmas: Set = [
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list",
    "compile_options", "data_version", "function_list",
  ]

  /// Tables that exist in every database without being listed in it: the schema itself, and rows made from JSON.
  private static let computedTables: Set = ["sqlite_schema", "sqlite_master", "json_each", "json_tree"]

  private static let functions = Set(
    """
    abs char coalesce concat concat_ws format glob hex ifnull iif if instr length like likelihood likely lower ltrim match
    max min nullif octet_length printf quote random randomblob replace round rtrim sign soundex substr substring trim typeof
    unhex unicode unistr unistr_quote unlikely upper zeroblob
    sqlite_version sqlite_source_id sqlite_compileoption_get sqlite_compileoption_used changes total_changes
    last_insert_rowid
    avg count group_concat string_agg sum total median percentile percentile_cont percentile_disc
    cume_dist dense_rank first_value lag last_value lead nth_value ntile percent_rank rank row_number
    date time datetime julianday unixepoch strftime timediff current_date current_time current_timestamp
    acos acosh asin asinh atan atan2 atanh ceil ceiling cos cosh degrees exp floor ln log log10 log2 mod pi pow power
    radians sin sinh sqrt tan tanh trunc
    json json_array json_array_length json_error_position json_extract json_group_array json_group_object json_insert
    json_object json_patch json_pretty json_quote json_remove json_replace json_set json_type json_valid -> ->>
    bm25 highlight snippet
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
