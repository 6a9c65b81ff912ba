/// A value in a row of output.
package enum Cell: Sendable, Equatable {
  case null
  case text(String)
  case integer(Int)
  case real(Double)

  /// As it is printed where nothing needs an escape; empty for null and for what is no number.
  package var plain: String {
    switch self {
    case .null: ""
    case .text(let text): text
    case .integer(let value): String(value)
    case .real(let value): value.isFinite ? String(value) : ""
    }
  }

  /// Stands to the right in a column.
  package var isNumber: Bool {
    switch self {
    case .integer, .real: true
    case .null, .text: false
    }
  }
}
