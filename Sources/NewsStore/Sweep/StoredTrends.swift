import GRDB
package import NewsModel

/// The trends of all series of a week.
package struct WeekTrends: Sendable {
  package var week: Week
  package var status: WeekStatus
  /// One for each series that has documents in the week, and for series without documents that were expected.
  package var trends: [Trend]
  /// The hash of everything that they were computed from.
  package var inputs: UInt64

  package init(week: Week, status: WeekStatus, trends: [Trend], inputs: UInt64) {
    self.week = week
    self.status = status
    self.trends = trends
    self.inputs = inputs
  }
}

/// The second sweep, trends: statistics of the weekly numbers, stored beside them in `weekly_series`.
extension NewsStore {
  /// Replaces the trends of weeks in one transaction. A series without documents has no row in `weekly_series`; it gets
  /// one in `weekly_absence` if its absence is news.
  ///
  /// The rows of a week are far apart in the table, so a transaction for each week would write most of its pages again and
  /// again.
  package func replaceTrends(of weeks: [WeekTrends]) throws {
    try writing { db in
      let row = try TrendRows(db)
      for week in weeks { try row.replace(week, status: Self.text(week.status)) }
    }
  }

  /// Replaces the bursts of all series.
  package func replaceBursts(_ bursts: [(key: SeriesKey, burst: Trend.Burst)]) throws {
    try writing { db in
      try db.execute(sql: "DELETE FROM burst")
      let row = try RepeatedStatement(db, "INSERT INTO burst VALUES (?, ?, ?, ?, ?)")
      for (key, burst) in bursts {
        row.bind(1, key.dimension.rawValue)
        row.bind(2, key.id)
        row.bind(3, burst.first.description)
        row.bind(4, burst.last.description)
        row.bind(5, burst.weight)
        try row.run()
      }
    }
  }

  /// Whether no week waits for its trends.
  package func hasTrendsOfAllWeeks() throws -> Bool {
    try reading { db in
      try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM week WHERE inputs IS NULL)")!
    }
  }

  /// Returns what the stored trends of each week were computed from (`WeekTrends.inputs`); a week without trends is missing.
  package func inputsOfTrends() throws -> [Week: UInt64] {
    try reading { db in
      var inputs: [Week: UInt64] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT week, inputs FROM week WHERE inputs IS NOT NULL") {
        if let week = try Week(iso: row.value(0) as String) { inputs[week] = UInt64(bitPattern: try row.value(1)) }
      }
      return inputs
    }
  }

  private static func text(_ status: WeekStatus) -> String {
    switch status {
    case .complete: "complete"
    case .incomplete(let how): how
    case .empty: "empty"
    }
  }
}

/// Stores the trends of weeks.
private struct TrendRows {
  private let status, removal: Statement
  private let presence, absence: RepeatedStatement

  init(_ db: Database) throws {
    status = try db.cachedStatement(sql: "UPDATE week SET status = ?, inputs = ? WHERE week = ?")
    removal = try db.cachedStatement(sql: "DELETE FROM weekly_absence WHERE week = ?")
    presence = try RepeatedStatement(
      db,
      """
      UPDATE weekly_series SET share = ?4, expected = ?5, change = ?6, change_low = ?7, change_high = ?8, p = ?9, q = ?10,
        label = ?11
      WHERE dimension = ?1 AND series = ?2 AND week = ?3
      """)
    absence = try RepeatedStatement(
      db, "INSERT INTO weekly_absence VALUES (?1, ?2, ?3, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
  }

  func replace(_ week: WeekTrends, status text: String) throws {
    try status.execute(arguments: [text, Int64(bitPattern: week.inputs), week.week.description])
    try removal.execute(arguments: [week.week.description])
    for trend in week.trends {
      if trend.documents > 0 {
        try write(trend, to: presence)
      } else if trend.isNews {
        try write(trend, to: absence)
      }
    }
  }

  private func write(_ trend: Trend, to row: RepeatedStatement) throws {
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
    try row.run()
  }
}

extension Trend {
  /// Whether a series without documents belongs in a report: it fell, is unusual, or has gone quiet.
  fileprivate var isNews: Bool {
    label == .quiet || comparison.map { $0.isSignificant || $0.p <= Self.unusualBelow } ?? false
  }
}
