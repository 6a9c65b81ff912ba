/// Reads comma- or tab-separated text according to RFC 4180: fields in double quotes may contain separators, line ends
/// and doubled quotes. A byte-order mark and CRLF line ends are accepted.
enum DelimitedText {
  struct Row {
    /// The line on which the row begins, counted from 1.
    var line: Int
    var fields: [String]
  }

  static func rows(of text: String, separator: UInt8) -> [Row] {
    var rows: [Row] = []
    var line = 1
    var firstLine = 1
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    func take(_ field: inout [UInt8], into row: inout [String]) {
      row.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
    }
    while let byte = bytes.popFirst() {
      if byte == 10 { line += 1 }
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if bytes.first == UInt8(ascii: "\"") {
          field.append(byte)
          bytes = bytes.dropFirst()
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where field.isEmpty && separator != 9:
        isQuoted = true
        wasQuoted = true
      case separator:
        take(&field, into: &row)
        wasQuoted = false
      case 13 where bytes.first == 10 || bytes.isEmpty:
        break
      case 10:
        if !row.isEmpty || !field.isEmpty || wasQuoted {
          take(&field, into: &row)
          rows.append(Row(line: firstLine, fields: row))
        }
        row = []
        firstLine = line
        wasQuoted = false
      default:
        field.append(byte)
      }
    }
    if !row.isEmpty || !field.isEmpty || wasQuoted {
      take(&field, into: &row)
      rows.append(Row(line: firstLine, fields: row))
    }
    return rows
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
