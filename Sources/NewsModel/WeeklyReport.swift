/// Everything that the report of one week says: rendered without another look at the database.
package struct WeeklyReport: Sendable, Equatable {
  /// The pipeline's name.
  package var archive: String
  package var week: Week
  package var status: WeekStatus
  package var totals: WeekTotals
  /// The nearest weeks that have a report too.
  package var previous: Week?
  package var next: Week?
  package var parameters: TrendParameters
  /// What the numbers were made from: hashes of archive, dictionaries and rules, the program's version. In the order of printing.
  package var provenance: [Fact]
  /// This week last, and at most so many before it as charts have room for; no gap, empty weeks included.
  package var history: [WeekInHistory]
  package var problems: [ProblemTally]
  /// A table a dimension, in the order of printing.
  package var tables: [SeriesTable]
  /// What rose and what fell, the strongest first.
  package var changes: [SeriesRow]
  /// Series that would be unusual if each were looked at alone, and are not beyond chance among so many.
  package var unusual: [SeriesRow]
  /// Series of the week that have documents enough to be unusual.
  package var compared: Int
  /// Names that are new, back, or have gone quiet.
  package var comings: [SeriesRow]
  /// Why some of the changes came about, in their order.
  package var movements: [Movement]
  package var pairs: [PairRow]
  package var stories: [StoryRow]
  /// What the numbers do not hold, and how much of it there is.
  package var leftOut: [LeftOut]
  /// Every document that a row points at, in order of day and source; rows hold positions in this list.
  package var documents: [DocumentReference]

  package init(
    archive: String, week: Week, status: WeekStatus, totals: WeekTotals, previous: Week? = nil, next: Week? = nil,
    parameters: TrendParameters,
    provenance: [Fact] = [],
    history: [WeekInHistory] = [], problems: [ProblemTally] = [], tables: [SeriesTable] = [], changes: [SeriesRow] = [],
    unusual: [SeriesRow] = [], compared: Int = 0, comings: [SeriesRow] = [], movements: [Movement] = [],
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
    self.problems = problems
    self.tables = tables
    self.changes = changes
    self.unusual = unusual
    self.compared = compared
    self.comings = comings
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

  /// Problems of the archive by kind.
  package struct ProblemTally: Sendable, Equatable {
    package var kind: Problem.Kind
    package var count: Int
    /// The first source that has it.
    package var example: String

    package init(kind: Problem.Kind, count: Int, example: String) {
      self.kind = kind
      self.count = count
      self.example = example
    }
  }

  /// Something that is in the archive or its pages and counts in no number of the report.
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
