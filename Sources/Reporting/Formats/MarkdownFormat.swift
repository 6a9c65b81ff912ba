package import NewsModel

/// A pipe table as GitHub and Obsidian read it. The text of cells is escaped, so that it is displayed literally.
package struct MarkdownFormat: RowFormat {
  /// The right-aligned columns.
  package var numericColumns: Set<Int>

  package init(numericColumns: Set<Int> = []) {
    self.numericColumns = numericColumns
  }

  package mutating func begin(_ columns: [String], into bytes: inout [UInt8]) {
    line(columns.map(\.markdownEscaped), into: &bytes)
    line(columns.indices.map { numericColumns.contains($0) ? "---:" : "---" }, into: &bytes)
  }

  package mutating func append(_ row: [Cell], into bytes: inout [UInt8]) {
    line(row.map { $0.isNumber ? $0.plain : $0.plain.markdownEscaped }, into: &bytes)
  }

  package mutating func end(into bytes: inout [UInt8]) {}

  private func line(_ cells: [String], into bytes: inout [UInt8]) {
    bytes.append(contentsOf: "| \(cells.joined(separator: " | ")) |\n".utf8)
  }
}
