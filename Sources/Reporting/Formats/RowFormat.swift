package import NewsModel

/// Writes rows as they come: once the column names, then each row, then the end.
package protocol RowFormat {
  mutating func begin(_ columns: [String], into bytes: inout [UInt8])
  /// As many cells as there are columns.
  mutating func append(_ row: [Cell], into bytes: inout [UInt8])
  mutating func end(into bytes: inout [UInt8])
}

/// The formats by the names that `--format` takes.
package enum RowFormatName: String, Sendable, CaseIterable {
  case table, csv, tsv, json, jsonl, markdown

  /// - Parameter width: columns of the terminal, which a table is cut to; nil for no limit.
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

  /// All rows at once.
  package func bytes(_ columns: [String], _ rows: [[Cell]], width: Int? = nil) -> [UInt8] {
    var format = format(width: width)
    var bytes: [UInt8] = []
    format.begin(columns, into: &bytes)
    for row in rows { format.append(row, into: &bytes) }
    format.end(into: &bytes)
    return bytes
  }
}
