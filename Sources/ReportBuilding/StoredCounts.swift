package import NewsModel
package import NewsStore
package import Trends

extension TrendAnalysis {
  /// Analyses the weekly counts that a store holds, of all series.
  package init(of store: NewsStore, parameters: TrendParameters) throws {
    var counts: [SeriesKey: [WeeklyCount]] = [:]
    for dimension in SeriesKey.Dimension.allCases {
      counts.merge(try store.weeklyCounts(dimension), uniquingKeysWith: { first, _ in first })
    }
    self.init(totals: try store.weeklyTotals(), series: counts, parameters: parameters)
  }
}
