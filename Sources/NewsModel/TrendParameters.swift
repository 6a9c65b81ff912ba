/// What a pipeline may set about trends.
package struct TrendParameters: Sendable, Equatable, Codable {
  /// What shares and tests count. Near-duplicates are not independent, so stories are the honest unit.
  package enum Unit: String, Sendable, CaseIterable, Codable {
    case documents, stories
  }
  package var unit: Unit
  /// A week is compared with the last complete weeks before it: at most so many.
  package var baselineWeeks: Int
  /// With fewer complete weeks before it a week is compared with nothing.
  package var minimumBaselineWeeks: Int
  /// Below this count, this week and expected, a series has too few to say.
  package var minimumCount: Int
  /// Of all series called rising or falling in a week, at most this share is so by chance.
  package var falseDiscoveryRate: Double
  /// Of the interval of a change.
  package var confidence: Double
  /// How much faster than usual a burst is, and what entering one costs: Kleinberg's s and gamma.
  package var burstRatio: Double
  package var burstCost: Double
  /// Weeks without a series before its return is one.
  package var backAfterWeeks: Int
  /// Complete weeks without a usual series before it has gone quiet.
  package var quietAfterWeeks: Int
  /// The weeks that a slope is read from.
  package var slopeWeeks: Int
  /// Documents of the week with both names before they are a pair.
  package var minimumPairCount: Int

  /// The defaults of a pipeline. s = 2 and gamma = 1 are Kleinberg's own; 12 weeks are a quarter of a year.
  package init(
    unit: Unit = .stories, baselineWeeks: Int = 12, minimumBaselineWeeks: Int = 3, minimumCount: Int = 3,
    falseDiscoveryRate: Double = 0.05, confidence: Double = 0.95, burstRatio: Double = 2, burstCost: Double = 1,
    backAfterWeeks: Int = 8, quietAfterWeeks: Int = 4, slopeWeeks: Int = 12, minimumPairCount: Int = 3
  ) {
    self.unit = unit
    self.baselineWeeks = baselineWeeks
    self.minimumBaselineWeeks = minimumBaselineWeeks
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
