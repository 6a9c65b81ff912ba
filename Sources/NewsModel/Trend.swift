/// One series in one week, set against the weeks before.
package struct Trend: Sendable, Equatable {
  package var key: SeriesKey
  package var week: Week
  package var documents: Int
  package var stories: Int
  package var sources: Int
  /// Attention: the share of the week's documents or stories, as the parameters say; nil in a week without any.
  package var share: Double?
  /// Nil where nothing can be compared: an empty or incomplete week, or too few complete weeks before.
  package var comparison: Comparison?
  /// Nil in an empty or incomplete week.
  package var label: Label?
  package var burst: Burst?
  /// The first week of the archive that the series occurs in; nil when that is later than this week.
  package var firstSeen: Week?
  /// Weeks with documents, without the series, since it was last seen; nil when it was seen lately or never, or is not seen now.
  package var backAfter: Int?
  /// Complete weeks, this one included, without a series that was there in most of the weeks before; nil for none.
  package var quietFor: Int?
  /// Over the last weeks; nil with too few of them.
  package var slope: Slope?

  package init(
    key: SeriesKey, week: Week, documents: Int = 0, stories: Int = 0, sources: Int = 0, share: Double? = nil,
    comparison: Comparison? = nil, label: Label? = nil, burst: Burst? = nil, firstSeen: Week? = nil,
    backAfter: Int? = nil,
    quietFor: Int? = nil, slope: Slope? = nil
  ) {
    self.key = key
    self.week = week
    self.documents = documents
    self.stories = stories
    self.sources = sources
    self.share = share
    self.comparison = comparison
    self.label = label
    self.burst = burst
    self.firstSeen = firstSeen
    self.backAfter = backAfter
    self.quietFor = quietFor
    self.slope = slope
  }

  /// The word that a reader gets.
  package enum Label: String, Sendable, CaseIterable, Codable {
    case rising, falling, steady, new, back, quiet
    case tooFew = "too few"
  }

  /// The week's share of the corpus against that of the baseline weeks.
  package struct Comparison: Sendable, Equatable {
    package var baselineWeeks: Int
    /// The series and the whole corpus over the baseline weeks, in the unit that shares count.
    package var baselineCount: Int
    package var baselineTotal: Int
    /// What this week would have at the baseline's share.
    package var expected: Double
    /// Difference of the shares, this week's less the baseline's.
    package var change: Double
    /// Interval of the change at the confidence of the parameters.
    package var low: Double
    package var high: Double
    /// Two-sided exact test of equal shares.
    package var p: Double
    /// The same, controlled over all series of the week; nil when the test could not have found anything whatever the count.
    package var q: Double?
    /// At most the promised rate of false alarms.
    package var isSignificant: Bool

    package init(
      baselineWeeks: Int, baselineCount: Int, baselineTotal: Int, expected: Double, change: Double, low: Double,
      high: Double,
      p: Double, q: Double?, isSignificant: Bool
    ) {
      self.baselineWeeks = baselineWeeks
      self.baselineCount = baselineCount
      self.baselineTotal = baselineTotal
      self.expected = expected
      self.change = change
      self.low = low
      self.high = high
      self.p = p
      self.q = q
      self.isSignificant = isSignificant
    }
  }

  /// A run of weeks in which the series came faster than over the whole range.
  package struct Burst: Sendable, Hashable {
    package var first: Week
    package var last: Week
    /// How much cheaper the run is with the burst than without: larger is stronger.
    package var weight: Double

    package init(first: Week, last: Week, weight: Double) {
      self.first = first
      self.last = last
      self.weight = weight
    }
  }

  /// A monotone tendency of the share over the last weeks.
  package struct Slope: Sendable, Equatable {
    package var weeks: Int
    /// -1, always less, to 1, always more.
    package var tau: Double
    package var p: Double

    package init(weeks: Int, tau: Double, p: Double) {
      self.weeks = weeks
      self.tau = tau
      self.p = p
    }
  }
}

/// Whether a week can be read as one.
package enum WeekStatus: Sendable, Hashable {
  case complete
  /// The archive begins or ends inside it; says how: `no documents before Thursday`.
  case incomplete(String)
  /// No document at all.
  case empty
}

/// Two series in one document more often than chance would have them.
package struct PairTrend: Sendable, Equatable {
  package var first: SeriesKey
  package var second: SeriesKey
  package var week: Week
  /// Documents of the week with both.
  package var documents: Int
  /// Normalised pointwise mutual information: -1 never together, 0 by chance, 1 always together.
  package var npmi: Double

  package init(first: SeriesKey, second: SeriesKey, week: Week, documents: Int, npmi: Double) {
    self.first = first
    self.second = second
    self.week = week
    self.documents = documents
    self.npmi = npmi
  }
}
