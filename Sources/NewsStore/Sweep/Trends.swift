import GRDB
package import NewsModel

/// The second sweep, trends: statistics of the weekly numbers, stored beside them in `attention`.
extension NewsStore {
  /// Replaces all trends.
  ///
  /// - Parameter each: passes the trends of each of the given weeks, which are all weeks with documents, to `write`; it
  ///   must not use the store.
  package func replaceTrends(
    status: (Week) -> WeekStatus, each: (_ weeks: [Week], _ write: ([Trend]) throws -> Void) throws -> Void
  ) throws {
    let weeks = try weeklyTotals().map(\.week)
    try writing { db in
      // A series that was expected in a week but did not occur has a row with zero documents.
      try db.execute(
        sql: """
          DELETE FROM attention WHERE documents = 0;
          UPDATE attention SET share = NULL, expected = NULL, change = NULL, change_low = NULL, change_high = NULL,
            p = NULL, q = NULL, label = NULL, burst = NULL
          WHERE share IS NOT NULL;
          """)
      let row = try RepeatedStatement(
        db,
        """
        INSERT INTO attention (dimension, series, week, documents, stories, sources, share, expected, change, change_low,
          change_high, p, q, label, burst)
        VALUES (?, ?, ?, 0, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET share = excluded.share, expected = excluded.expected, change = excluded.change,
          change_low = excluded.change_low, change_high = excluded.change_high, p = excluded.p, q = excluded.q,
          label = excluded.label, burst = excluded.burst
        """)
      let head = try RepeatedStatement(db, "UPDATE week SET status = ? WHERE week = ?")
      for week in weeks {
        head.bind(1, Self.text(status(week)))
        head.bind(2, week.description)
        try head.run()
      }
      try each(weeks) { trends in for trend in trends { try Self.write(trend, to: row) } }
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
