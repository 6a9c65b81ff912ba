package import NewsModel

/// Which trends of a week a report prints, and in which order.
package struct WeekSelection: Sendable, Equatable {
  /// Significant changes: all rises, the strongest first, then all falls.
  package var changes: [Trend]
  /// New, then back, then quiet; in each those with the most documents, or the longest known, first.
  package var comings: [Trend]
  /// Of a dimension those that occur this week or changed significantly, the most documents first.
  package let tables: [SeriesKey.Dimension: [Trend]]

  /// - Parameters:
  ///   - trends: of one week.
  ///   - limit: of changes in each direction, and of comings of each kind.
  package init(_ trends: [Trend], limit: Int) {
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
    comings = [Trend.Label.new, .back, .quiet].flatMap { label in
      trends.filter { $0.label == label }.sorted { a, b in
        (-a.documents, -(a.comparison?.expected ?? 0), a.key) < (-b.documents, -(b.comparison?.expected ?? 0), b.key)
      }.prefix(limit)
    }
    tables = Dictionary(
      grouping: trends.filter { $0.documents > 0 || $0.comparison?.isSignificant == true }, by: \.key.dimension
    )
    .mapValues { trends in
      trends.sorted { (-$0.documents, -$0.sources, $0.key) < (-$1.documents, -$1.sources, $1.key) }
    }
  }
}
