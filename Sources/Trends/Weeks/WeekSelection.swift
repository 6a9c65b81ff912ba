package import NewsModel

/// The trends of a week that a report prints, in order.
package struct WeekSelection: Sendable, Equatable {
  /// Significant changes: first all rises, then all falls, in each those with the largest certain change first.
  package var changes: [Trend]
  /// Series that would be unusual if tested alone, but not among all series of the week: topics, countries,
  /// facilities, then the others, in each those with the largest certain change first.
  package var unusual: [Trend]
  /// New, then back, then quiet series. In each group, those with the most documents or the highest expected count come
  /// first.
  package var presenceChanges: [Trend]
  /// For each dimension, the series that occur this week or changed significantly. Those with the most documents come
  /// first, and among equals those with the larger increase.
  package let tables: [SeriesKey.Dimension: [Trend]]

  /// - Parameters:
  ///   - trends: the trends of one week.
  ///   - limit: the most changes in each direction, and the most new, back and quiet series each.
  ///   - isKnown: false for a name that is in no dictionary; such names come last among the unusual.
  package init(_ trends: [Trend], limit: Int, isKnown: (SeriesKey) -> Bool = { _ in true }) {
    let significant = trends.filter { $0.comparison?.isSignificant == true }
    func strongest(_ trends: [Trend]) -> [Trend] {
      trends.sorted(limit: limit) { trend in
        trend.comparison.map { (-$0.certainChange, $0.p, 0) } ?? (0, 1, 0)
      }
    }
    changes =
      strongest(significant.filter { $0.comparison!.change > 0 })
      + strongest(significant.filter { $0.comparison!.change < 0 })
    unusual = WeekSelection.unusual(trends, isKnown: isKnown)
    presenceChanges = [Trend.Label.new, .back, .quiet].flatMap { label in
      trends.filter { $0.label == label }.sorted(limit: limit) { trend in
        (-Double(trend.documents), -(trend.comparison?.expected ?? 0), 0)
      }
    }
    tables = Dictionary(
      grouping: trends.filter { $0.documents > 0 || $0.comparison?.isSignificant == true }, by: \.key.dimension
    )
    .mapValues { trends in
      trends.sorted { trend in
        (-Double(trend.documents), -(trend.comparison?.change ?? 0), -Double(trend.sources))
      }
    }
  }

  /// The most rows per dimension.
  private static let mostUnusual = 8
  package static let order: [SeriesKey.Dimension] = [
    .topic, .country, .facility, .organisation, .person, .place, .group, .vessel,
  ]

  private static func unusual(_ trends: [Trend], isKnown: (SeriesKey) -> Bool) -> [Trend] {
    let candidates = trends.filter { trend in
      trend.comparison.map { !$0.isSignificant && $0.p <= Trend.unusualBelow } ?? false
    }.sorted { trend in trend.comparison.map { (-$0.certainChange, $0.p, 0) } ?? (0, 1, 0) }
    let keys = Set(candidates.map(\.key))
    // A unit of a plant is dropped if the plant itself is listed.
    let whole = candidates.filter { trend in
      let parts = trend.key.id.split(separator: "#", maxSplits: 1)
      return parts.count < 2 || !keys.contains(SeriesKey(trend.key.dimension, String(parts[0])))
    }
    let known = whole.filter { isKnown($0.key) }
    let unknown = whole.filter { !isKnown($0.key) }
    return order.flatMap { dimension in known.filter { $0.key.dimension == dimension }.prefix(mostUnusual) }
      + unknown.prefix(mostUnusual)
  }
}

extension [Trend] {
  /// Returns the first trends, ordered by three numbers and then by key.
  ///
  /// Positions are sorted instead of trends, because a trend has some 300 bytes and strings with reference counts.
  fileprivate func sorted(limit: Int = .max, by numbers: (Trend) -> (Double, Double, Double)) -> [Trend] {
    let places = indices.map { (numbers: numbers(self[$0]), place: $0) }
    return places.sorted { a, b in
      a.numbers != b.numbers ? a.numbers < b.numbers : self[a.place].key < self[b.place].key
    }
    .prefix(limit).map { self[$0.place] }
  }
}
