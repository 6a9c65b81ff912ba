import NewsModel

/// How reports name a series.
struct SeriesNames {
  private let names: [SeriesKey: String]
  private let unlisted: Set<SeriesKey>

  /// - Parameter unlisted: names that no dictionary holds.
  init(_ names: [SeriesKey: String], unlisted: Set<SeriesKey>) {
    self.names = names
    self.unlisted = unlisted
  }

  func isListed(_ key: SeriesKey) -> Bool { !unlisted.contains(key) }

  subscript(key: SeriesKey) -> String { names[key] ?? key.id }
}
