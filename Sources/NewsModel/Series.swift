/// The subject of a weekly series.
package struct SeriesKey: Sendable, Hashable, Comparable {
  package enum Dimension: String, Sendable, CaseIterable, Codable {
    case topic, organisation, country, facility, place, person, group, vessel, source
  }
  package var dimension: Dimension
  /// The id of the topic or entity, the code of the country, or the name of the source.
  package var id: String

  package init(_ dimension: Dimension, _ id: String) {
    self.dimension = dimension
    self.id = id
  }

  package static func < (a: SeriesKey, b: SeriesKey) -> Bool {
    (a.dimension.rawValue, a.id) < (b.dimension.rawValue, b.id)
  }
}

/// The documents, stories and sources of a week in which something occurred.
package struct WeeklyCount: Sendable, Equatable {
  package var week: Week
  package var documents: Int
  /// Near-duplicates count once.
  package var stories: Int
  package var sources: Int

  package init(week: Week, documents: Int, stories: Int, sources: Int) {
    self.week = week
    self.documents = documents
    self.stories = stories
    self.sources = sources
  }
}

/// The totals of a week's corpus.
package struct WeekTotals: Sendable, Equatable, Codable {
  package var week: Week
  package var documents: Int
  package var stories: Int
  package var sources: Int
  /// Documents on each day, Monday first; seven numbers.
  package var daily: [Int]
  /// A hash of the documents of the week and of everything that they count for: it changes if the week's report may.
  package var content: UInt64

  package init(week: Week, documents: Int, stories: Int, sources: Int, daily: [Int], content: UInt64 = 0) {
    self.week = week
    self.documents = documents
    self.stories = stories
    self.sources = sources
    self.daily = daily
    self.content = content
  }

  package init(emptyWeek week: Week) {
    self.init(week: week, documents: 0, stories: 0, sources: 0, daily: [Int](repeating: 0, count: 7))
  }
}

/// The number of a week's documents with both of two series, and with each.
package struct PairCount: Sendable, Equatable {
  package var first: SeriesKey
  package var second: SeriesKey
  package var documents: Int
  package var firstDocuments: Int
  package var secondDocuments: Int

  package init(first: SeriesKey, second: SeriesKey, documents: Int, firstDocuments: Int, secondDocuments: Int) {
    self.first = first
    self.second = second
    self.documents = documents
    self.firstDocuments = firstDocuments
    self.secondDocuments = secondDocuments
  }
}
