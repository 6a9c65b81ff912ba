import Foundation
import NewsModel

/// A CSV table of a reports folder: its columns, and its rows for a week.
struct TableSchema: Sendable {
  struct Field: Sendable {
    enum Kind: String, Sendable {
      case string, integer, number, date
    }
    var name: String
    var kind: Kind
    var description: String
  }

  var name: String
  var title: String
  var fields: [Field]
  /// The columns of the key: no two rows have equal values in all of them.
  var key: [String]
  var rows: @Sendable (WeeklyReport) -> [[Cell]]

  var path: String { "csv/\(name).csv" }
}

extension TableSchema.Field {
  static func text(_ name: String, _ description: String) -> Self {
    Self(name: name, kind: .string, description: description)
  }
  static func count(_ name: String, _ description: String) -> Self {
    Self(name: name, kind: .integer, description: description)
  }
  static func real(_ name: String, _ description: String) -> Self {
    Self(name: name, kind: .number, description: description)
  }
  static func day(_ name: String, _ description: String) -> Self {
    Self(name: name, kind: .date, description: description)
  }
}

extension Cell {
  static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .null }
  static func optional(_ value: Int?) -> Cell { value.map(Cell.integer) ?? .null }

  /// Rounds to six decimals; more would only show rounding errors of sums.
  static func rounded(_ value: Double?) -> Cell {
    guard let value else { return .null }
    let rounded = (value * 1_000_000).rounded() / 1_000_000
    return .real(rounded == 0 ? 0 : rounded)
  }

  /// Rounds to four significant digits, for small values.
  static func significant(_ value: Double?) -> Cell {
    guard let value else { return .null }
    return .real(Double(String(format: "%.3e", value)) ?? value)
  }
}
