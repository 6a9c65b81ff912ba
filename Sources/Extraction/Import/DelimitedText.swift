/// Reads comma- or tab-separated text as RFC 4180 has it: fields in double quotes may hold separators, line ends and
/// doubled quotes. A byte-order mark and CRLF are taken as what they are.
enum DelimitedText {
  static func rows(of text: String, separator: UInt8) -> [[String]] {
    var rows: [[String]] = []
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
          rows.append(row)
        }
        row = []
        wasQuoted = false
      default:
        field.append(byte)
      }
    }
    if !row.isEmpty || !field.isEmpty || wasQuoted {
      take(&field, into: &row)
      rows.append(row)
    }
    return rows
  }

  /// Rows as dictionaries by the first row's names; missing fields are empty.
  static func records(of text: String, separator: UInt8) -> (columns: [String], records: [[String: String]]) {
    let rows = rows(of: text, separator: separator)
    guard let columns = rows.first else { return ([], []) }
    let records = rows.dropFirst().map { row in
      Dictionary(zip(columns, row), uniquingKeysWith: { first, _ in first })
    }
    return (columns, records)
  }
}
