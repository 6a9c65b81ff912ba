import NewsModel
import TextScanning

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

  /// A hash of what a report says of a series.
  func hash(of key: SeriesKey) -> UInt64 {
    var hash = ByteHash()
    for part in [key.dimension.rawValue, key.id, self[key]] {
      hash.add(part.utf8)
      hash.add(number: UInt64(part.utf8.count))
    }
    hash.add(isListed(key) ? 1 : 0)
    return hash.mixed
  }

  /// Returns the id of a series that has no name.
  subscript(key: SeriesKey) -> String { names[key] ?? key.id }
}
