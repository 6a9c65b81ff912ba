/// The series of one dimension in a week, those with the most documents first.
package struct SeriesTable: Sendable, Equatable {
  package var dimension: SeriesKey.Dimension
  /// All of them; the CSV files have them all.
  package var rows: [SeriesRow]
  /// So many from the first on are printed on pages.
  package var shown: Int

  package init(dimension: SeriesKey.Dimension, rows: [SeriesRow], shown: Int) {
    self.dimension = dimension
    self.rows = rows
    self.shown = shown
  }
}

/// A series as a table prints it.
package struct SeriesRow: Sendable, Equatable {
  package var name: String
  package var trend: Trend
  /// Shares of the weeks of the report's history, nil in an empty week; empty for a row that no page prints.
  package var shares: [Double?]
  /// Positions in the report's documents: all, or the first of them where there are too many; none for a row that no page prints.
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
  /// The one headline that stands for all.
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

/// Why a series moved.
package struct Movement: Sendable, Equatable {
  package var key: SeriesKey
  package var name: String
  package var shift: SourceShift
  /// The series' documents of this week.
  package var documents: Int
  /// The documents of the baseline weeks that they are set against.
  package var against: Against
  /// What they name more than those, the strongest first.
  package var apart: [Distinction]
  /// And the words that they say more.
  package var words: [Distinction]
  package var stories: [StoryRow]

  package init(
    key: SeriesKey, name: String, shift: SourceShift, documents: Int, against: Against, apart: [Distinction],
    words: [Distinction], stories: [StoryRow]
  ) {
    self.key = key
    self.name = name
    self.shift = shift
    self.documents = documents
    self.against = against
    self.apart = apart
    self.words = words
    self.stories = stories
  }

  package enum Against: Sendable, Equatable {
    /// The series' own, so many.
    case own(Int)
    /// All there are, where it has too few of its own.
    case all(Int)

    package var documents: Int {
      switch self {
      case .own(let count), .all(let count): count
      }
    }
  }
}

/// A change of a series' documents against what was expected, split by what the sources did.
package struct SourceShift: Sendable, Equatable {
  /// Documents more or fewer than expected from sources that had the series before and have it now.
  package var continuing: Double
  /// From sources that did not have it before.
  package var came: Double
  /// From sources that have it no more; not above zero.
  package var went: Double
  /// The sources that moved most, first.
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

/// A name or term that sets a week's documents apart from those before.
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

/// A document as a report's appendix names it.
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
