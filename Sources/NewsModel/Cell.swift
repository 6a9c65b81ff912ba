/// A value in a row of output.
package enum Cell: Sendable, Equatable {
  case null
  case text(String)
  case integer(Int)
  case real(Double)

  /// The value as it is printed without escapes; empty for null and for a real number that is not finite.
  package var plain: String {
    switch self {
    case .null: ""
    case .text(let text): text
    case .integer(let value): String(value)
    case .real(let value): value.isFinite ? String(value) : ""
    }
  }

  /// Whether the value is right-aligned in a column.
  package var isNumber: Bool {
    switch self {
    case .integer, .real: true
    case .null, .text: false
    }
  }
}
