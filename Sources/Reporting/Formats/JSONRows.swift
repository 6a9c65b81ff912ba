package import NewsModel

/// Rows as JSON objects with the column names as keys, either in one array or one per line.
package struct JSONRows: RowFormat {
  package var lines: Bool
  private var keys: [[UInt8]] = []
  private var isFirst = true

  package init(lines: Bool) { self.lines = lines }

  package mutating func begin(_ columns: [String], into bytes: inout [UInt8]) {
    keys = columns.map { column in
      var json = JSONWriter()
      json.string(column)
      return json.bytes
    }
    if !lines { bytes.append(UInt8(ascii: "[")) }
  }

  package mutating func append(_ row: [Cell], into bytes: inout [UInt8]) {
    if !lines { bytes.append(contentsOf: isFirst ? "\n".utf8 : ",\n".utf8) }
    isFirst = false
    var json = JSONWriter()
    swap(&json.bytes, &bytes)
    json.raw("{")
    for (i, (key, cell)) in zip(keys, row).enumerated() {
      if i > 0 { json.raw(",") }
      json.bytes.append(contentsOf: key)
      json.raw(":")
      switch cell {
      case .null: json.null()
      case .text(let text): json.string(text)
      case .integer(let value): json.integer(value)
      case .real(let value): json.real(value)
      }
    }
    json.raw("}")
    if lines { json.raw("\n") }
    swap(&json.bytes, &bytes)
  }

  package mutating func end(into bytes: inout [UInt8]) {
    if !lines { bytes.append(contentsOf: isFirst ? "]\n".utf8 : "\n]\n".utf8) }
  }
}
