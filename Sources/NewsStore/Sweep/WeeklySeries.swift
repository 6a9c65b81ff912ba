import GRDB
package import NewsModel
import TextScanning

/// The second sweep, weeks: the weekly numbers in total and for each series.
extension NewsStore {
  /// Recounts the weeks in which documents, mentions, topics or stories changed.
  ///
  /// - Parameter leastPairDocuments: the least number of documents of a week in which two names must occur together to
  ///   be a pair.
  package func countPendingWeeks(leastPairDocuments: Int) throws {
    try makeIndexes()
    let weeks = try reading { db in
      try String.fetchAll(db, sql: "SELECT key FROM pending WHERE kind = 'week' ORDER BY key")
    }
    // Several weeks share a transaction and its table of series numbers; a larger group would make the log large.
    for portion in stride(from: 0, to: weeks.count, by: 16).map({ weeks[$0..<min($0 + 16, weeks.count)] }) {
      try writing { db in
        var counting = try WeeklyCounting(db)
        for week in portion.compactMap({ Week(iso: $0) }) {
          try Self.write(counting.count(week), week: week.description, leastPairDocuments, in: db)
        }
      }
    }
    if !weeks.isEmpty { try writing { db in try Self.sum(in: db) } }
  }

  /// Computes the series over the whole archive from the weekly numbers and from the documents without a day.
  private static func sum(in db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM series;
        INSERT INTO series SELECT dimension, series, sum(documents), 0, count(*), min(week), max(week) FROM weekly_series
          GROUP BY dimension, series;
        DELETE FROM pending WHERE kind = 'week';
        """)
    var counting = try WeeklyCounting(db)
    let row = try RepeatedStatement(
      db,
      """
      INSERT INTO series VALUES (?1, ?2, ?3, ?3, 0, NULL, NULL)
      ON CONFLICT DO UPDATE SET documents = documents + excluded.documents, undated = excluded.undated
      """)
    for (key, tally) in try counting.count(nil).series.sorted {
      row.bind(1, key.dimension.rawValue)
      row.bind(2, key.id)
      row.bind(3, tally.documents)
      try row.run()
    }
  }

  /// Marks all weeks for recounting.
  package func forgetWeekCounts() throws {
    try writing { db in
      try db.execute(sql: "INSERT INTO pending SELECT 'week', week FROM week WHERE true ON CONFLICT DO NOTHING")
    }
  }

  private static func write(
    _ counts: WeekCounts, week: String, _ leastPairDocuments: Int, in db: Database
  ) throws {
    try db.execute(
      sql: "DELETE FROM burst WHERE first_week = :week OR last_week = :week", arguments: ["week": week])
    for table in ["weekly_series", "weekly_absence", "pair", "week"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE week = ?", arguments: [week])
    }
    guard counts.whole.documents > 0 else { return }
    var content = counts.content
    content.add(number: UInt64(leastPairDocuments))
    let head =
      [counts.whole.documents, counts.whole.distinctStories, counts.whole.distinctSources] + counts.daily
      + [Int(bitPattern: UInt(content.mixed))]
    try db.execute(
      sql: "INSERT INTO week VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)",
      arguments: [week] + StatementArguments(head))
    let row = try RepeatedStatement(
      db,
      """
      INSERT INTO weekly_series (dimension, series, week, documents, stories, sources) VALUES (?, ?, ?, ?, ?, ?)
      """)
    for (key, tally) in counts.series.sorted {
      row.bind(1, key.dimension.rawValue)
      row.bind(2, key.id)
      row.bind(3, week)
      row.bind(4, tally.documents)
      row.bind(5, tally.distinctStories)
      row.bind(6, tally.distinctSources)
      try row.run()
    }
    try write(counts.pairs(least: leastPairDocuments), week: week, in: db)
  }

  /// Writes the pairs, except those of a name with its own country, which carry no information.
  private static func write(
    _ pairs: [(first: SeriesKey, second: SeriesKey, documents: Int)], week: String, in db: Database
  ) throws {
    let row = try RepeatedStatement(
      db,
      """
      INSERT INTO pair SELECT ?1, ?2, ?3, ?4, ?5, ?6
      WHERE ?2 <> 'country' OR NOT EXISTS (SELECT 1 FROM entity WHERE id = ?5 AND country = ?3)
      """)
    for (first, second, documents) in pairs {
      row.bind(1, week)
      row.bind(2, first.dimension.rawValue)
      row.bind(3, first.id)
      row.bind(4, second.dimension.rawValue)
      row.bind(5, second.id)
      row.bind(6, documents)
      try row.run()
    }
  }

  private static let totals = """
    SELECT week, documents, stories, sources, monday, tuesday, wednesday, thursday, friday, saturday, sunday, content
    FROM week
    ORDER BY week
    """

  /// Returns every week that has documents, in order.
  package func weeklyTotals() throws -> [WeekTotals] {
    try reading { db in
      try Row.fetchAll(db, sql: Self.totals).compactMap { row in
        try Week(iso: row.value(0) as String).map {
          try WeekTotals(
            week: $0, documents: row.plausibleCount(1), stories: row.plausibleCount(2), sources: row.plausibleCount(3),
            daily: (4..<11).map(row.plausibleCount), content: UInt64(bitPattern: try row.value(11)))
        }
      }
    }
  }

  /// Returns the series of a dimension, each with its weeks in order; weeks without a document of the series are
  /// omitted. A topic includes the documents of its narrower topics.
  package func weeklyCounts(_ dimension: SeriesKey.Dimension) throws -> [SeriesKey: [WeeklyCount]] {
    try reading { db in
      var counts: [SeriesKey: [WeeklyCount]] = [:]
      var weeks: [String: Week] = [:]
      let rows = try RepeatedStatement(
        db,
        """
        SELECT series, week, documents, stories, sources FROM weekly_series
        WHERE dimension = ? ORDER BY series, week
        """)
      rows.bind(1, dimension.rawValue)
      var series: (id: String, counts: [WeeklyCount]) = ("", [])
      func endSeries() {
        if !series.counts.isEmpty { counts[SeriesKey(dimension, series.id)] = series.counts }
        series.counts = []
      }
      try rows.eachRow { row in
        let (id, iso) = (row.text(0), row.text(1))
        if id != series.id {
          endSeries()
          series.id = id
        }
        if weeks[iso] == nil { weeks[iso] = Week(iso: iso) }
        guard let week = weeks[iso] else { return }
        series.counts.append(
          try WeeklyCount(
            week: week, documents: row.plausibleCount(2), stories: row.plausibleCount(3),
            sources: row.plausibleCount(4)))
      }
      endSeries()
      return counts
    }
  }
}
