import GRDB
package import NewsModel

/// A query: one statement that returns the rows of the answer. Every statement ends in an ORDER BY that determines the
/// order of all rows.
package struct NewsQuery: Sendable {
  let sql: String
  let arguments: StatementArguments

  init(_ sql: String, _ arguments: StatementArguments = StatementArguments()) {
    self.sql = sql
    self.arguments = arguments
  }
}

extension NewsStore {
  /// Runs a query. Passes the names of the columns to `columns`, then each row to `row`, which must not use the store.
  package func answer(
    _ query: NewsQuery, columns: ([String]) throws -> Void, row: ([Cell]) throws -> Void
  ) throws {
    try reading { db in
      let statement = try db.makeStatement(sql: query.sql)
      try columns(statement.columnNames)
      let rows = try Row.fetchCursor(statement, arguments: query.arguments)
      while let found = try rows.next() { try row(found.databaseValues.map(Cell.init)) }
    }
  }

  /// Returns SQLite's plan for a query: the lines of EXPLAIN QUERY PLAN.
  package func plan(of query: NewsQuery) throws -> [String] {
    try reading { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + query.sql, arguments: query.arguments).map { try $0.value(3) }
    }
  }

  /// Runs a query and returns all its rows, for short answers.
  package func answer(_ query: NewsQuery) throws -> (columns: [String], rows: [[Cell]]) {
    var columns: [String] = []
    var rows: [[Cell]] = []
    try answer(query) {
      columns = $0
    } row: {
      rows.append($0)
    }
    return (columns, rows)
  }
}

extension Cell {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(Int(number))
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let bytes): self = Cell(bytes: bytes)
    }
  }

  /// Writes bytes as in SQL: `x'00ff'`.
  init(bytes: some Sequence<UInt8>) {
    let digits = Array("0123456789abcdef".utf8)
    let hexadecimal = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    self = .text("x'" + String(decoding: hexadecimal, as: UTF8.self) + "'")
  }
}
