import TextScanning

/// Tables of the user's own, read with `DelimitedRows`. A byte order mark is skipped, and empty lines are left out.
enum DelimitedText {
  struct Row {
    /// The line on which the row begins, counted from 1.
    var line: Int
    var fields: [String]
  }

  static func rows(of text: String, separator: UInt8) -> [Row] {
    // In a table with tabs, a quote is a character as any other.
    var rows = DelimitedRows(ArrayBytes(Array(text.utf8)), .init(separator: separator, hasQuotes: separator != 9))
    var all: [Row] = []
    while let row = rows.next() {
      if row.values == [[]] { continue }
      all.append(Row(line: row.line, fields: row.values.map { String(decoding: $0, as: UTF8.self) }))
    }
    return all
  }

  struct Record {
    var line: Int
    /// The fields by column, without those that the row does not have.
    var fields: [String: String]

    subscript(column: String) -> String { fields[column] ?? "" }
  }

  /// Reads rows, with the first row as column names. Rows with more fields than there are columns are returned
  /// separately.
  static func records(
    of text: String, separator: UInt8, name: (String) -> String = { $0 }
  ) -> (columns: [String], records: [Record], tooLong: [Row]) {
    let rows = rows(of: text, separator: separator)
    guard let columns = rows.first?.fields.map(name) else { return ([], [], []) }
    let fits: (Row) -> Bool = { $0.fields.count <= columns.count }
    let records = rows.dropFirst().filter(fits).map { row in
      Record(line: row.line, fields: Dictionary(zip(columns, row.fields), uniquingKeysWith: { first, _ in first }))
    }
    return (columns, records, rows.dropFirst().filter { !fits($0) })
  }
}
