/// One series in one week, compared with the weeks before.
package struct Trend: Sendable, Equatable {
  package var key: SeriesKey
  package var week: Week
  package var documents: Int
  package var stories: Int
  package var sources: Int
  /// Attention: the share of the week's documents or stories, depending on the parameters; nil if the week has none.
  package var share: Double?
  /// Nil if the week is empty or incomplete, or has too few complete weeks before it.
  package var comparison: Comparison?
  /// Nil without a comparison.
  package var label: Label?
  package var burst: Burst?
  /// The first week of the archive in which the series occurs, if it is new or back in this week; nil otherwise. If every
  /// week named it, an old document that is found later would change the pages of all weeks after it.
  package var firstSeen: Week?
  /// The number of complete weeks without the series since its last occurrence; nil if the series occurred recently, never
  /// before, or not in this week.
  package var backAfter: Int?
  /// The number of complete weeks, including this one, without a series that occurred in most of the weeks before; nil
  /// if there are none.
  package var quietFor: Int?
  /// The tendency over the last weeks; nil if they are too few.
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

  /// The largest p-value of an unusual series. A single series reaches it by chance in one week of a hundred.
  package static let unusualBelow = 0.01

  /// The verdict on a trend, as reports print it.
  package enum Label: String, Sendable, CaseIterable, Codable {
    case rising, falling, steady, new, back, quiet
    case tooFew = "too few"
  }

  /// The comparison of the week's share of the corpus with that of the baseline weeks.
  package struct Comparison: Sendable, Equatable {
    package var baselineWeeks: Int
    /// The counts of the series and of the whole corpus over the baseline weeks, in the unit of the shares.
    package var baselineCount: Int
    package var baselineTotal: Int
    /// The count that this week would have at the baseline's share.
    package var expected: Double
    /// This week's share minus the baseline's.
    package var change: Double
    /// The confidence interval of the change, at the level of the parameters.
    package var low: Double
    package var high: Double
    /// The size of the change that is certain at the confidence level, by which changes are ordered: the end of the
    /// interval that is nearer to zero, or a negative number if the interval includes zero.
    package var certainChange: Double { Swift.max(low, -high) }
    /// The p-value of a two-sided exact test of equal shares.
    package var p: Double
    /// The smallest p-value that any count of this week could give.
    package var smallestPossibleP: Double
    /// The p-value adjusted for all series of the week; nil if no count could have made the test significant.
    package var q: Double?
    /// Whether `q` is within the false discovery rate of the parameters.
    package var isSignificant: Bool

    package init(
      baselineWeeks: Int, baselineCount: Int, baselineTotal: Int, expected: Double, change: Double, low: Double,
      high: Double, p: Double, smallestPossibleP: Double, q: Double?, isSignificant: Bool
    ) {
      self.baselineWeeks = baselineWeeks
      self.baselineCount = baselineCount
      self.baselineTotal = baselineTotal
      self.expected = expected
      self.change = change
      self.low = low
      self.high = high
      self.p = p
      self.smallestPossibleP = smallestPossibleP
      self.q = q
      self.isSignificant = isSignificant
    }
  }

  /// A run of weeks in which the series was more frequent than over the whole range.
  package struct Burst: Sendable, Hashable {
    package var first: Week
    package var last: Week
    /// The cost saved by explaining the run as a burst; a larger weight means a stronger burst.
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
    /// Kendall's tau, from -1 (always falling) to 1 (always rising).
    package var tau: Double
    package var p: Double

    package init(weeks: Int, tau: Double, p: Double) {
      self.weeks = weeks
      self.tau = tau
      self.p = p
    }
  }
}

/// Whether the archive covers a week completely.
package enum WeekStatus: Sendable, Hashable, Codable {
  case complete
  /// Some days lack documents; the text says which: `no documents before Thursday`.
  case incomplete(String)
  /// The week has no documents.
  case empty
}

/// Two series that occur in the same documents more often than by chance.
package struct PairTrend: Sendable, Equatable {
  package var first: SeriesKey
  package var second: SeriesKey
  package var week: Week
  /// The number of the week's documents with both.
  package var documents: Int
  /// Normalised pointwise mutual information: -1 if never together, 0 if as often as by chance, 1 if always together.
  package var npmi: Double

  package init(first: SeriesKey, second: SeriesKey, week: Week, documents: Int, npmi: Double) {
    self.first = first
    self.second = second
    self.week = week
    self.documents = documents
    self.npmi = npmi
  }
}
