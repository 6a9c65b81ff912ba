package import NewsModel

/// A table for a terminal, with aligned columns and right-aligned numbers, cut to the terminal's width. It requires all
/// rows before it writes the first.
package struct TableFormat: RowFormat {
  /// The width of the terminal; nil for no limit.
  package var width: Int?
  private var columns: [String] = []
  private var rows: [[String]] = []
  private var isNumeric: [Bool] = []

  /// The smallest width to which a column is cut.
  private static let narrowest = 6
  private static let gap = "  "

  package init(width: Int? = nil) { self.width = width }

  package mutating func begin(_ columns: [String], into bytes: inout [UInt8]) {
    self.columns = columns.map(\.visiblyEscaped)
    isNumeric = columns.map { _ in true }
  }

  package mutating func append(_ row: [Cell], into bytes: inout [UInt8]) {
    for (i, cell) in row.enumerated() {
      if case .text = cell { isNumeric[i] = false }
    }
    rows.append(row.map { $0.plain.visiblyEscaped })
  }

  package mutating func end(into bytes: inout [UInt8]) {
    var widths = columns.map(\.terminalWidth)
    for row in rows {
      for (i, cell) in row.enumerated() { widths[i] = max(widths[i], cell.terminalWidth) }
    }
    if let width { fit(&widths, to: width) }
    write(columns, widths, into: &bytes)
    write(widths.map { String(repeating: "─", count: $0) }, widths, into: &bytes)
    for row in rows { write(row, widths, into: &bytes) }
  }

  /// Narrows the widest columns first, down to the smallest width.
  private func fit(_ widths: inout [Int], to width: Int) {
    var excess = widths.reduce(0, +) + TableFormat.gap.count * max(0, widths.count - 1) - width
    while excess > 0, let widest = widths.indices.filter({ !isNumeric[$0] }).max(by: { widths[$0] < widths[$1] }),
      widths[widest] > TableFormat.narrowest
    {
      let next = widths.indices.filter { !isNumeric[$0] && widths[$0] < widths[widest] }.map { widths[$0] }.max() ?? 0
      let cut = min(excess, max(1, widths[widest] - max(next, TableFormat.narrowest)))
      widths[widest] -= cut
      excess -= cut
    }
  }

  private func write(_ row: [String], _ widths: [Int], into bytes: inout [UInt8]) {
    var line = ""
    for (i, cell) in row.enumerated() {
      if i > 0 { line += TableFormat.gap }
      let cut = cell.cut(toTerminalWidth: widths[i])
      let padding = String(repeating: " ", count: max(0, widths[i] - cut.terminalWidth))
      line += isNumeric[i] ? padding + cut : cut + padding
    }
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    bytes.append(contentsOf: line.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }
}
