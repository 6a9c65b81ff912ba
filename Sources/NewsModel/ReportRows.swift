/// The series of one dimension in a week, ordered by documents, most first.
package struct SeriesTable: Sendable, Equatable {
  package var dimension: SeriesKey.Dimension
  /// All series; the CSV files contain every one.
  package var rows: [SeriesRow]
  /// The number of rows, from the first, that pages print.
  package var shown: Int

  package init(dimension: SeriesKey.Dimension, rows: [SeriesRow], shown: Int) {
    self.dimension = dimension
    self.rows = rows
    self.shown = shown
  }
}

/// A row of a table of series.
package struct SeriesRow: Sendable, Equatable {
  package var name: String
  package var trend: Trend
  /// The shares in the weeks of the report's history, nil in an empty week; empty for a row that no page prints.
  package var shares: [Double?]
  /// Positions in the report's documents: all, or only the first if there are too many; empty for a row that no page
  /// prints.
  package var documents: [Int]

  package init(name: String, trend: Trend, shares: [Double?] = [], documents: [Int] = []) {
    self.name = name
    self.trend = trend
    self.shares = shares
    self.documents = documents
  }
}

package struct PairRow: Sendable, Equatable {
  package var firstName: String
  package var secondName: String
  package var pair: PairTrend
  /// As in `SeriesRow`.
  package var documents: [Int]

  package init(firstName: String, secondName: String, pair: PairTrend, documents: [Int] = []) {
    self.firstName = firstName
    self.secondName = secondName
    self.pair = pair
    self.documents = documents
  }
}

package struct StoryRow: Sendable, Equatable {
  /// The headline that represents all documents of the story.
  package var headline: String
  package var documentCount: Int
  package var sourceCount: Int
  package var firstDay: Day?
  /// As in `SeriesRow`.
  package var documents: [Int]

  package init(headline: String, documentCount: Int, sourceCount: Int, firstDay: Day?, documents: [Int] = []) {
    self.headline = headline
    self.documentCount = documentCount
    self.sourceCount = sourceCount
    self.firstDay = firstDay
    self.documents = documents
  }
}

/// The reasons why a series changed.
package struct Movement: Sendable, Equatable {
  package var key: SeriesKey
  package var name: String
  package var shift: SourceShift
  /// The number of the series' documents in this week.
  package var documents: Int
  /// The documents of the baseline weeks with which they are compared.
  package var against: Against
  /// The names that they contain more often than those documents, the strongest first.
  package var companions: [Distinction]
  /// The words that they contain more often, the strongest first.
  package var words: [Distinction]
  package var stories: [StoryRow]
  /// Other series that rose in the same documents, those that occur in hardly any others first.
  package var shared: [SharedSeries]

  package init(
    key: SeriesKey, name: String, shift: SourceShift, documents: Int, against: Against, companions: [Distinction],
    words: [Distinction], stories: [StoryRow], shared: [SharedSeries] = []
  ) {
    self.key = key
    self.name = name
    self.shift = shift
    self.documents = documents
    self.against = against
    self.companions = companions
    self.words = words
    self.stories = stories
    self.shared = shared
  }

  package struct SharedSeries: Sendable, Equatable {
    package var key: SeriesKey
    package var name: String
    /// The number of the week's documents or stories, depending on the parameters, with both series.
    package var count: Int

    package init(key: SeriesKey, name: String, count: Int) {
      self.key = key
      self.name = name
      self.count = count
    }
  }

  package enum Against: Sendable, Equatable {
    /// The given number of documents of the series itself.
    case own(Int)
    /// All documents of the baseline weeks, used if the series has too few of its own.
    case all(Int)

    package var documents: Int {
      switch self {
      case .own(let count), .all(let count): count
      }
    }
  }
}

/// The change of a series' documents from the expected number, divided by the behaviour of the sources.
package struct SourceShift: Sendable, Equatable {
  /// The difference from the expected number of documents in sources that had the series before and have it now.
  package var continuing: Double
  /// Documents from sources that did not have the series before.
  package var came: Double
  /// The difference in sources that no longer have the series; never above zero.
  package var went: Double
  /// The sources with the largest differences, the largest first.
  package var sources: [Part]

  package init(continuing: Double, came: Double, went: Double, sources: [Part]) {
    self.continuing = continuing
    self.came = came
    self.went = went
    self.sources = sources
  }

  package struct Part: Sendable, Equatable {
    package var source: String
    package var documents: Int
    package var expected: Double

    package init(source: String, documents: Int, expected: Double) {
      self.source = source
      self.documents = documents
      self.expected = expected
    }
  }
}

/// A name or term that distinguishes a week's documents from those before.
package struct Distinction: Sendable, Equatable {
  package var name: String
  package var documents: Int
  package var documentsBefore: Int
  /// Signed log-likelihood ratio.
  package var strength: Double

  package init(name: String, documents: Int, documentsBefore: Int, strength: Double) {
    self.name = name
    self.documents = documents
    self.documentsBefore = documentsBefore
    self.strength = strength
  }
}

/// A document as it is listed in a report's appendix.
package struct DocumentReference: Sendable, Hashable {
  /// As in `Document.source`.
  package var source: String
  package var title: String?
  package var publisher: String?
  package var day: Day?
  package var url: String?

  package init(source: String, title: String?, publisher: String?, day: Day?, url: String?) {
    self.source = source
    self.title = title
    self.publisher = publisher
    self.day = day
    self.url = url
  }
}
