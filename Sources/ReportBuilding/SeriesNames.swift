import NewsModel

/// The names of series, as reports print them.
struct SeriesNames {
  private let names: [SeriesKey: String]
  private let unlisted: Set<SeriesKey>

  /// - Parameter unlisted: the series whose names are in no dictionary.
  init(_ names: [SeriesKey: String], unlisted: Set<SeriesKey>) {
    self.names = names
    self.unlisted = unlisted
  }

  func isListed(_ key: SeriesKey) -> Bool { !unlisted.contains(key) }

  /// Returns the id of a series that has no name.
  subscript(key: SeriesKey) -> String { names[key] ?? key.id }
}
