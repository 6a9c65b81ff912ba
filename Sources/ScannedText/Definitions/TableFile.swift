import Foundation
package import NewsModel
import TextScanning

/// A tab-separated file, shipped or the user's own. Lines that begin with `#` are comments, and the first other line
/// names the columns. A byte-order mark and CRLF line ends are accepted. Fields are byte ranges, so nothing is copied.
package struct TableFile: Sendable {
  /// The name in rules: the path relative to the dictionary folder.
  package let name: String
  /// The name in error messages: a path that the user can open.
  package let path: String
  package let bytes: [UInt8]
  package let columns: [String]
  package let rows: [Row]

  package struct Row: Sendable {
    /// Counted from 1.
    package var line: Int32
    /// The index in `bounds` of the row's first field.
    package var first: Int32
    var count: Int32
  }
  /// For each field its start, and its end where the tab or line end is.
  private let bounds: [(start: Int32, end: Int32)]

  package init(path: String, name: String, faults: inout [DefinitionErrors.Fault]) {
    let bytes = DefinitionFile.bytes(of: path)
    if bytes == nil { faults.append(.init(file: path, reason: "cannot be read")) }
    self.init(bytes: bytes ?? [], path: path, name: name, faults: &faults)
  }

  package init(bytes: [UInt8], path: String, name: String, faults: inout [DefinitionErrors.Fault]) {
    self.bytes = bytes
    self.path = path
    self.name = name
    var columns: [String] = []
    var rows: [Row] = []
    var bounds: [(start: Int32, end: Int32)] = []
    bounds.reserveCapacity(bytes.count / 8)
    var wrong: [DefinitionErrors.Fault] = []
    var position = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    var line: Int32 = 0
    while position < bytes.count {
      line += 1
      let start = position
      let first = bounds.count
      var field = position
      while position < bytes.count, bytes[position] != 10 {
        if bytes[position] == 9 {
          bounds.append((Int32(field), Int32(position)))
          field = position + 1
        }
        position += 1
      }
      var end = position
      position += 1
      if end > start, bytes[end - 1] == 13 { end -= 1 }
      if end == start || bytes[start] == UInt8(ascii: "#") {
        bounds.removeLast(bounds.count - first)
        continue
      }
      bounds.append((Int32(min(field, end)), Int32(end)))
      let count = bounds.count - first
      if columns.isEmpty {
        columns = bounds[first...].map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
        bounds.removeLast(count)
        continue
      }
      if count > columns.count {
        wrong.append(
          .init(file: path, line: Int(line), reason: "\(count) fields, but the header names \(columns.count) columns")
        )
      }
      rows.append(Row(line: line, first: Int32(first), count: Int32(count)))
    }
    faults.append(contentsOf: wrong)
    if columns.isEmpty, !bytes.isEmpty {
      faults.append(.init(file: path, reason: "has no line that names its columns"))
    }
    self.columns = columns
    self.rows = rows
    self.bounds = bounds
  }

  package func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// The byte range of a field; empty if the file or the row does not have the column.
  package func range(_ row: Row, _ column: Int?) -> Range<Int> {
    guard let column, column < Int(row.count) else { return 0..<0 }
    let bound = bounds[Int(row.first) + column]
    return Int(bound.start)..<Int(bound.end)
  }

  package func text(_ row: Row, _ column: Int?) -> String {
    String(decoding: bytes[range(row, column)], as: UTF8.self)
  }

  /// The day in a field. Returns nil if the field is empty, and nil with an error if it is not a day.
  package func day(_ row: Row, _ column: Int?, faults: inout [DefinitionErrors.Fault]) -> Day? {
    let text = text(row, column)
    if text.isEmpty { return nil }
    if let day = Day(iso: text) { return day }
    faults.append(fault(row, "“\(text)” is not a day (yyyy-mm-dd)"))
    return nil
  }

  package func fault(_ row: Row, _ reason: String) -> DefinitionErrors.Fault {
    .init(file: path, line: Int(row.line), reason: reason)
  }
}
