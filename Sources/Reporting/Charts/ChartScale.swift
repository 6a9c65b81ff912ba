package import NewsModel

/// The scale of a chart of shares by week. Incomplete weeks are drawn, but do not determine the scale: a week of one day
/// can have any share.
package enum ChartScale {
  /// Returns the position of the highest share of the complete weeks, the first among equals; of all weeks if none is
  /// complete; nil if there is no share.
  static func highestIndex(_ shares: [Double?], _ statuses: [WeekStatus]) -> Int? {
    func highest(_ isTaken: (Int) -> Bool) -> Int? {
      shares.indices.filter { shares[$0] != nil && isTaken($0) }.max { a, b in
        (shares[a] ?? 0, -a) < (shares[b] ?? 0, -b)
      }
    }
    return highest { statuses[$0] == .complete } ?? highest { _ in true }
  }

  /// Returns the highest share of the complete weeks; of all weeks if none is complete; 0 if there is no share.
  package static func highest(_ shares: [Double?], _ statuses: [WeekStatus]) -> Double {
    highestIndex(shares, statuses).flatMap { shares[$0] } ?? 0
  }
}
