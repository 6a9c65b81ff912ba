import NewsModel
import TextScanning

/// The text of a sheet that a person fills in with an editor or a spreadsheet: lines that begin with `#`, a row of column
/// names, and rows of cells separated by tabs.
enum SheetText {
  /// The column into which the judgement is written. It is the first one, so that it is seen in a narrow window.
  static let markColumn = "mark"

  static func text(comments: [String], columns: [String], rows: [[String]]) -> String {
    (comments.map { "# " + $0 } + [columns.joined(separator: "\t")]
      + rows.map { $0.map(cell).joined(separator: "\t") })
      .map { $0 + "\n" }.joined()
  }

  /// Returns a text as a cell: on one line, quoted if it contains quotes, and with an apostrophe if a spreadsheet would
  /// treat it as a formula.
  static func cell(_ text: String) -> String {
    let pieces = text.unicodeScalars.split(whereSeparator: isBlank)
    var line = pieces.map { String($0) }.joined(separator: " ")
    if let first = line.unicodeScalars.first, "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first) {
      line = "'" + line
    }
    let quoted = line.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    return quoted == line ? line : "\"\(quoted)\""
  }

  /// White space, control characters, and marks that change the direction of text.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: scalar.properties.isWhitespace
    }
  }

  struct Record {
    /// The line on which the row begins, counted from 1.
    var line: Int
    var cells: [String: String]

    subscript(column: String) -> String { cells[column] ?? "" }
  }

  /// Reads a sheet back. Tabs, semicolons or commas may separate the cells, because spreadsheets save them so.
  ///
  /// Throws `DefinitionErrors` with every row that is not a row of the sheet.
  static func records(of bytes: [UInt8], file: String, required: [String]) throws -> [Record] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw DefinitionErrors([.init(file: file, reason: "is not UTF-8")])
    }
    var columns: [String] = []
    var records: [Record] = []
    var faults: [DefinitionErrors.Fault] = []
    var rows = DelimitedRows(ArrayBytes(bytes), .init(separator: separator(of: bytes), endsRowsAtCR: true))
    while let row = rows.next() {
      var cells = row.values.map { String(decoding: $0, as: UTF8.self) }
      if row.ending == .unclosedQuotes {
        faults.append(.init(file: file, line: row.line, reason: "a quotation mark is not closed"))
        break
      }
      if cells.allSatisfy(\.isEmpty) || columns.isEmpty && cells[0].hasPrefix("#") { continue }
      while cells.count > columns.count, cells.last?.isEmpty == true { cells.removeLast() }
      if columns.isEmpty {
        columns = cells.map { $0.lowercased() }
        if columns.contains(markColumn) { continue }
        columns = []
        break
      }
      if cells.count == columns.count {
        records.append(
          Record(line: row.line, cells: Dictionary(zip(columns, cells), uniquingKeysWith: { first, _ in first })))
      } else {
        faults.append(
          .init(
            file: file, line: row.line, reason: "has \(cells.count) cells, but the sheet has \(columns.count) columns"))
      }
    }
    if columns.isEmpty {
      faults.append(
        .init(file: file, reason: "has no row of column names with '\(markColumn)'; is this a sheet of 'audit'?"))
    }
    for name in required where !columns.isEmpty && !columns.contains(name) {
      faults.append(.init(file: file, reason: "has no column '\(name)'"))
    }
    if !faults.isEmpty { throw DefinitionErrors(faults) }
    return records
  }

  /// The first of tab, semicolon and comma that the row of column names contains. That row is the first that is no comment.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let header = bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }).first { line in
      let start = line.drop { $0 == UInt8(ascii: "\"") || byteOrderMark.contains($0) }
      return start.first != UInt8(ascii: "#")
    }
    let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
    return candidates.first { candidate in header?.contains(candidate) ?? false } ?? candidates[0]
  }
}
