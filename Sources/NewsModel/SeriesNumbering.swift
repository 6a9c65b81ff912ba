/// The series of an archive by number. Comparing and counting numbers costs far less than comparing names, of which a report
/// compares millions.
package struct SeriesNumbering: Sendable {
  /// In order; the position is the number.
  package let keys: [SeriesKey]
  private let numbers: [SeriesKey: Int32]

  /// - Parameter keys: in order, without duplicates.
  package init(_ keys: [SeriesKey]) {
    self.keys = keys
    numbers = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, Int32($0)) })
  }

  /// Returns nil for a series that is not in the archive.
  package subscript(key: SeriesKey) -> Int32? { numbers[key] }
}
