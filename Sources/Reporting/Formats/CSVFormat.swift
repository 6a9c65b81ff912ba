package import NewsModel

/// Comma-separated values (RFC 4180): lines end in CRLF, and a cell is quoted only if necessary.
///
/// By default the values are exact, so that they can be read back unchanged. Report files are opened in spreadsheets;
/// for them, a text cell that a spreadsheet would run as a formula is neutralised.
package struct CSVFormat: RowFormat {
  package var neutralisesFormulas: Bool

  package init(neutralisesFormulas: Bool = false) {
    self.neutralisesFormulas = neutralisesFormulas
  }

  package mutating func begin(_ columns: [String], into bytes: inout [UInt8]) {
    append(columns.map { .text($0) }, into: &bytes)
  }

  package mutating func append(_ row: [Cell], into bytes: inout [UInt8]) {
    for (i, cell) in row.enumerated() {
      if i > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text) where neutralisesFormulas: appendText(CSVFormat.neutralised(text), into: &bytes)
      case .text(let text): appendText(text, into: &bytes)
      case .null, .integer, .real: bytes.append(contentsOf: cell.plain.utf8)
      }
    }
    // Most readers would not take an empty line for a row of a table with one column.
    if row.count == 1, case .null = row[0] { bytes.append(contentsOf: "\"\"".utf8) }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  package mutating func end(into bytes: inout [UInt8]) {}

  private func appendText(_ text: String, into bytes: inout [UInt8]) {
    let needsQuotes =
      text.isEmpty
      || text.utf8.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
      } || text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ")
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Returns the text on one line, with control characters shown as escapes. A text that a spreadsheet would treat as a
  /// formula, even after white space, gets an apostrophe.
  ///
  /// Source: OWASP, "CSV Injection".
  static func neutralised(_ text: String) -> String {
    let visible = text.visiblyEscaped
    guard let first = visible.unicodeScalars.first(where: { !$0.properties.isWhitespace && $0.value != 0x200B }) else {
      return visible
    }
    switch first {
    // The full-width forms are included, because some spreadsheets treat them alike.
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return "'" + visible
    default: return visible
    }
  }
}
