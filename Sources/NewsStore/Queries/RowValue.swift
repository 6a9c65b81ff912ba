import GRDB

extension Row {
  /// A column's value. Throws where a damaged database holds a value of another kind, for which GRDB's subscript traps.
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: Int) throws -> Value {
    try decode(Value.self, atIndex: column)
  }

  /// A number of documents, stories, sources or problems, or a place in a text.
  func plausibleCount(_ column: Int) throws -> Int {
    try plausible(value(column))
  }
}

extension RepeatedStatement.Columns {
  /// The same.
  func plausibleCount(_ column: Int32) throws -> Int { try plausible(Int(integer(column))) }
}

private func plausible(_ count: Int) throws -> Int {
  // The highest is beyond any archive, and sums of such numbers stay far from the end of 64 bits.
  guard (0...1 << 40).contains(count) else {
    throw ImplausibleValue(reason: "\(count) is neither a count nor a place in a text")
  }
  return count
}
