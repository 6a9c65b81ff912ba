import GRDB
package import NewsModel

/// The trends of all series of a week.
package struct WeekTrends: Sendable {
  package var week: Week
  package var status: WeekStatus
  /// One for each series that has documents in the week, and for series without documents that were expected.
  package var trends: [Trend]

  package init(week: Week, status: WeekStatus, trends: [Trend]) {
    self.week = week
    self.status = status
    self.trends = trends
  }
}

/// The second sweep, trends: statistics of the weekly numbers, stored beside them in `weekly_series`.
extension NewsStore {
  /// Replaces the trends of weeks in one transaction. A series without documents gets a row with zero documents.
  ///
  /// The rows of a week are far apart in the table, so a transaction for each week would write most of its pages again and
  /// again.
  package func replaceTrends(of weeks: [WeekTrends]) throws {
    try writing { db in
      let status = try db.cachedStatement(sql: "UPDATE week SET status = ? WHERE week = ?")
      let removal = try db.cachedStatement(sql: "DELETE FROM weekly_series WHERE week = ? AND documents = 0")
      let row = try RepeatedStatement(
        db,
        """
        INSERT INTO weekly_series (dimension, series, week, documents, stories, sources, share, expected, change,
          change_low, change_high, p, q, label, burst)
        VALUES (?, ?, ?, 0, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET share = excluded.share, expected = excluded.expected, change = excluded.change,
          change_low = excluded.change_low, change_high = excluded.change_high, p = excluded.p, q = excluded.q,
          label = excluded.label, burst = excluded.burst
        """)
      for week in weeks {
        try status.execute(arguments: [Self.text(week.status), week.week.description])
        try removal.execute(arguments: [week.week.description])
        for trend in week.trends { try Self.write(trend, to: row) }
      }
    }
  }

  private static func write(_ trend: Trend, to row: RepeatedStatement) throws {
    let comparison = trend.comparison
    row.bind(1, trend.key.dimension.rawValue)
    row.bind(2, trend.key.id)
    row.bind(3, trend.week.description)
    row.bind(4, trend.share)
    row.bind(5, comparison?.expected)
    row.bind(6, comparison?.change)
    row.bind(7, comparison?.low)
    row.bind(8, comparison?.high)
    row.bind(9, comparison?.p)
    row.bind(10, comparison?.q)
    row.bind(11, trend.label?.rawValue)
    row.bind(12, trend.burst?.weight)
    try row.run()
  }

  private static func text(_ status: WeekStatus) -> String {
    switch status {
    case .complete: "complete"
    case .incomplete(let how): how
    case .empty: "empty"
    }
  }
}
