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
      Array(
        trends.sorted { a, b in
          let first = a.comparison.map { ($0.p, -abs($0.change)) } ?? (1, 0)
          let second = b.comparison.map { ($0.p, -abs($0.change)) } ?? (1, 0)
          return first != second ? first < second : a.key < b.key
        }.prefix(limit))
    }
    changes =
      strongest(significant.filter { $0.comparison!.change > 0 })
      + strongest(significant.filter { $0.comparison!.change < 0 })
    unusual = WeekSelection.unusual(trends, isKnown: isKnown)
    comings = [Trend.Label.new, .back, .quiet].flatMap { label in
      trends.filter { $0.label == label }.sorted { a, b in
        (-a.documents, -(a.comparison?.expected ?? 0), a.key) < (-b.documents, -(b.comparison?.expected ?? 0), b.key)
      }.prefix(limit)
    }
    tables = Dictionary(
      grouping: trends.filter { $0.documents > 0 || $0.comparison?.isSignificant == true }, by: \.key.dimension
    )
    .mapValues { trends in
      trends.sorted { a, b in
        (-a.documents, -(a.comparison?.change ?? 0), -a.sources, a.key)
          < (-b.documents, -(b.comparison?.change ?? 0), -b.sources, b.key)
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
    }.sorted { a, b in
      (a.comparison?.p ?? 1, -a.documents, a.key) < (b.comparison?.p ?? 1, -b.documents, b.key)
    }
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
