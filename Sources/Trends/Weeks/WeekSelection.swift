package import NewsModel

/// Which trends of a week a report prints, and in which order.
package struct WeekSelection: Sendable, Equatable {
  /// Significant changes: all rises, the strongest first, then all falls.
  package var changes: [Trend]
  /// What would be unusual if it were the only series, and is not beyond chance among so many: topics, countries,
  /// facilities, then the others; in each the least likely first.
  package var unusual: [Trend]
  /// New, then back, then quiet; in each those with the most documents, or the longest known, first.
  package var comings: [Trend]
  /// Of a dimension those that occur this week or changed significantly, the most documents first, and of equal ones
  /// those that changed most.
  package let tables: [SeriesKey.Dimension: [Trend]]

  /// - Parameters:
  ///   - trends: of one week.
  ///   - limit: of changes in each direction, and of comings of each kind.
  ///   - isKnown: false for a name that no dictionary holds; such names come last among the unusual.
  package init(_ trends: [Trend], limit: Int, isKnown: (SeriesKey) -> Bool = { _ in true }) {
    let significant = trends.filter { $0.comparison?.isSignificant == true }
    func strongest(_ trends: [Trend]) -> [Trend] {
      trends.sorted(limit: limit) { trend in
        let place = trend.comparison.map { ($0.p, -abs($0.change)) } ?? (1, 0)
        return (place.0, place.1, 0)
      }
    }
    changes =
      strongest(significant.filter { $0.comparison!.change > 0 })
      + strongest(significant.filter { $0.comparison!.change < 0 })
    unusual = WeekSelection.unusual(trends, isKnown: isKnown)
    comings = [Trend.Label.new, .back, .quiet].flatMap { label in
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

  /// By itself, a week in a hundred has it.
  package static let unusualBelow = 0.01
  /// Rows of a dimension.
  private static let mostUnusual = 8
  private static let order: [SeriesKey.Dimension] = [.topic, .country, .facility, .organisation, .person, .place]

  private static func unusual(_ trends: [Trend], isKnown: (SeriesKey) -> Bool) -> [Trend] {
    let candidates = trends.filter { trend in
      trend.comparison.map { !$0.isSignificant && $0.p <= unusualBelow } ?? false
    }.sorted { trend in (trend.comparison?.p ?? 1, -Double(trend.documents), 0) }
    let keys = Set(candidates.map(\.key))
    // A unit says no more than its plant.
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
  /// The first ones by three numbers, then by key.
  ///
  /// A trend is some 300 bytes with text to be counted, so places are sorted and not trends.
  fileprivate func sorted(limit: Int = .max, by numbers: (Trend) -> (Double, Double, Double)) -> [Trend] {
    let places = indices.map { (numbers: numbers(self[$0]), place: $0) }
    return places.sorted { a, b in
      a.numbers != b.numbers ? a.numbers < b.numbers : self[a.place].key < self[b.place].key
    }
    .prefix(limit).map { self[$0.place] }
  }
}
