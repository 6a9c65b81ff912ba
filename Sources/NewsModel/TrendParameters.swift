/// The settings of a pipeline for trends.
package struct TrendParameters: Sendable, Equatable, Codable {
  /// The unit that shares and tests count. Stories are the better unit, because near-duplicates are not independent.
  package enum Unit: String, Sendable, CaseIterable, Codable {
    case documents, stories
  }
  package var unit: Unit
  /// The most complete weeks before a week with which it is compared.
  package var baselineWeeks: Int
  /// The least number of complete weeks before a week; with fewer it is not compared.
  package var minimumBaselineWeeks: Int
  /// A week is incomplete if its empty days usually have more than this share of a week's documents, and if chance would
  /// leave these days empty with less than this probability.
  package var missingShare: Double
  package var missingChance: Double
  /// A series whose actual and expected counts are both below this is labelled "too few".
  package var minimumCount: Int
  /// The largest share of the series labelled rising or falling in a week that may be so by chance.
  package var falseDiscoveryRate: Double
  /// The confidence level of the interval of a change.
  package var confidence: Double
  /// How much more frequent than usual a burst is, and the cost of entering one: Kleinberg's s and gamma.
  package var burstRatio: Double
  package var burstCost: Double
  /// The complete weeks that a series must be absent before its return is labelled "back".
  package var backAfterWeeks: Int
  /// The complete weeks that a usual series must be absent before it is labelled "quiet".
  package var quietAfterWeeks: Int
  /// The number of weeks over which a slope is computed.
  package var slopeWeeks: Int
  /// The least number of a week's documents with both names that makes them a pair.
  package var minimumPairCount: Int

  /// The default values are those of a pipeline. s = 2 and gamma = 1 are Kleinberg's own; 12 weeks are a quarter of a
  /// year. With the default chance, documents that arrive independently make about one week in a hundred incomplete, because
  /// a week has many sets of days.
  package init(
    unit: Unit = .stories, baselineWeeks: Int = 12, minimumBaselineWeeks: Int = 3, missingShare: Double = 0.02,
    missingChance: Double = 0.0005, minimumCount: Int = 3, falseDiscoveryRate: Double = 0.05, confidence: Double = 0.95,
    burstRatio: Double = 2, burstCost: Double = 1,
    backAfterWeeks: Int = 8, quietAfterWeeks: Int = 4, slopeWeeks: Int = 12, minimumPairCount: Int = 3
  ) {
    self.unit = unit
    self.baselineWeeks = baselineWeeks
    self.minimumBaselineWeeks = minimumBaselineWeeks
    self.missingShare = missingShare
    self.missingChance = missingChance
    self.minimumCount = minimumCount
    self.falseDiscoveryRate = falseDiscoveryRate
    self.confidence = confidence
    self.burstRatio = burstRatio
    self.burstCost = burstCost
    self.backAfterWeeks = backAfterWeeks
    self.quietAfterWeeks = quietAfterWeeks
    self.slopeWeeks = slopeWeeks
    self.minimumPairCount = minimumPairCount
  }
}

extension WeekTotals {
  package func total(in unit: TrendParameters.Unit) -> Int {
    switch unit {
    case .documents: documents
    case .stories: stories
    }
  }
}

extension WeeklyCount {
  package func count(in unit: TrendParameters.Unit) -> Int {
    switch unit {
    case .documents: documents
    case .stories: stories
    }
  }
}
