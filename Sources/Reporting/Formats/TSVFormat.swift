package import NewsModel

/// Tab-separated values, one row per line whatever the cells contain. Tab, line feed, carriage return and backslash are
/// written as `\t`, `\n`, `\r` and `\\`, and null as `\N`, as PostgreSQL's COPY and Miller read them.
package struct TSVFormat: RowFormat {
  package init() {}

  package mutating func begin(_ columns: [String], into bytes: inout [UInt8]) {
    append(columns.map { .text($0) }, into: &bytes)
  }

  package mutating func append(_ row: [Cell], into bytes: inout [UInt8]) {
    for (i, cell) in row.enumerated() {
      if i > 0 { bytes.append(UInt8(ascii: "\t")) }
      if case .null = cell {
        bytes.append(contentsOf: "\\N".utf8)
        continue
      }
      for byte in cell.plain.utf8 {
        switch byte {
        case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
        case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
        case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
        case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  package mutating func end(into bytes: inout [UInt8]) {}
}
