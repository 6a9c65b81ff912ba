/// The complete content of one week's report, which is rendered without another look at the database.
package struct WeeklyReport: Sendable, Equatable {
  /// The pipeline's name.
  package var archive: String
  package var week: Week
  package var status: WeekStatus
  package var totals: WeekTotals
  /// The nearest earlier and later weeks that have a report.
  package var previous: Week?
  package var next: Week?
  package var parameters: TrendParameters
  /// The basis of the numbers: the database, the hashes of dictionaries and rules, and the program's version, in the order
  /// of printing. What concerns the archive as a whole is in `ArchiveFacts`, because a page changes only with its week.
  package var provenance: [Fact]
  /// This week and the weeks before it that fit into the charts, oldest first and without gaps: empty weeks are
  /// included.
  package var history: [WeekInHistory]
  /// One table per dimension, in the order of printing.
  package var tables: [SeriesTable]
  /// The series that rose or fell, the strongest first.
  package var changes: [SeriesRow]
  /// Series that would be unusual if each were tested alone, but are within chance among so many series.
  package var unusual: [SeriesRow]
  /// The number of the week's series that have enough documents to be found unusual.
  package var compared: Int
  /// Series that are new, are back, or have gone quiet.
  package var presenceChanges: [SeriesRow]
  /// The reasons for some of the changes, in the order of the changes.
  package var movements: [Movement]
  package var pairs: [PairRow]
  package var stories: [StoryRow]
  /// The kinds of things that the numbers exclude, with the count of each.
  package var leftOut: [LeftOut]
  /// Every document that a row refers to, in order of day and source; rows hold positions in this list.
  package var documents: [DocumentReference]

  package init(
    archive: String, week: Week, status: WeekStatus, totals: WeekTotals, previous: Week? = nil, next: Week? = nil,
    parameters: TrendParameters,
    provenance: [Fact] = [],
    history: [WeekInHistory] = [], tables: [SeriesTable] = [], changes: [SeriesRow] = [],
    unusual: [SeriesRow] = [], compared: Int = 0, presenceChanges: [SeriesRow] = [], movements: [Movement] = [],
    pairs: [PairRow] = [], stories: [StoryRow] = [],
    leftOut: [LeftOut] = [], documents: [DocumentReference] = []
  ) {
    self.archive = archive
    self.week = week
    self.status = status
    self.totals = totals
    self.previous = previous
    self.next = next
    self.parameters = parameters
    self.provenance = provenance
    self.history = history
    self.tables = tables
    self.changes = changes
    self.unusual = unusual
    self.compared = compared
    self.presenceChanges = presenceChanges
    self.movements = movements
    self.pairs = pairs
    self.stories = stories
    self.leftOut = leftOut
    self.documents = documents
  }

  package struct Fact: Sendable, Equatable {
    /// `archive`, `dictionaries`, `rules`, `program`: lower-case letters.
    package var name: String
    package var value: String

    /// The name of the fact that holds the path of the database, relative to the folder of the page.
    package static let database = "database"

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package struct WeekInHistory: Sendable, Equatable {
    package var totals: WeekTotals
    package var status: WeekStatus

    package init(totals: WeekTotals, status: WeekStatus) {
      self.totals = totals
      self.status = status
    }
  }

  /// Something in the archive or its pages that no number of the report includes.
  package struct LeftOut: Sendable, Equatable {
    /// `documents without a date`, `near-duplicates`, `mentions in teasers`.
    package var what: String
    package var count: Int

    package init(what: String, count: Int) {
      self.what = what
      self.count = count
    }
  }
}
