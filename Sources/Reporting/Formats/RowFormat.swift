package import NewsModel

/// Writes rows as they arrive: the column names once, then each row, then the end.
package protocol RowFormat {
  mutating func begin(_ columns: [String], into bytes: inout [UInt8])
  /// Appends a row, which must have as many cells as there are columns.
  mutating func append(_ row: [Cell], into bytes: inout [UInt8])
  mutating func end(into bytes: inout [UInt8])
}

/// The formats, with the names that `--format` accepts.
package enum RowFormatName: String, Sendable, CaseIterable {
  case table, csv, tsv, json, jsonl, markdown

  /// - Parameter width: the terminal's width, to which a table is cut; nil for no limit.
  package func format(width: Int? = nil) -> any RowFormat {
    switch self {
    case .table: TableFormat(width: width)
    case .csv: CSVFormat()
    case .tsv: TSVFormat()
    case .json: JSONRows(lines: false)
    case .jsonl: JSONRows(lines: true)
    case .markdown: MarkdownFormat()
    }
  }

  /// Formats all rows at once.
  package func bytes(_ columns: [String], _ rows: [[Cell]], width: Int? = nil) -> [UInt8] {
    var format = format(width: width)
    var bytes: [UInt8] = []
    format.begin(columns, into: &bytes)
    for row in rows { format.append(row, into: &bytes) }
    format.end(into: &bytes)
    return bytes
  }
}
