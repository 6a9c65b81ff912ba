import GRDB

extension Row {
  /// Returns the value of a column. Throws if a damaged database holds a value of another type, for which GRDB's
  /// subscript traps.
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: Int) throws -> Value {
    try decode(Value.self, atIndex: column)
  }

  /// Returns a number of documents, stories, sources or problems, or an offset in a text. Throws if it is not
  /// plausible.
  func plausibleCount(_ column: Int) throws -> Int {
    try plausible(value(column))
  }
}

extension RepeatedStatement.Columns {
  /// Same as `Row.plausibleCount`.
  func plausibleCount(_ column: Int32) throws -> Int { try plausible(Int(integer(column))) }
}

private func plausible(_ count: Int) throws -> Int {
  // The limit is beyond any archive, and low enough that sums of such numbers do not overflow 64 bits.
  guard (0...1 << 40).contains(count) else {
    throw ImplausibleValue(reason: "\(count) is neither a count nor a position in a text")
  }
  return count
}
