import NewsModel

/// How reports name a series.
struct SeriesNames {
  private let names: [SeriesKey: String]

  init(_ names: [SeriesKey: String]) { self.names = names }

  subscript(key: SeriesKey) -> String { names[key] ?? key.id }
}
