import GRDB
package import NewsModel

/// The second sweep, weeks: numbers of the whole and of each series.
extension NewsStore {
  /// Counts the weeks anew whose documents, mentions, topics or stories changed.
  package func countPendingWeeks() throws {
    let weeks = try database.read { db in
      try String.fetchAll(db, sql: "SELECT key FROM pending WHERE kind = 'week' ORDER BY key")
    }
    // Some weeks a transaction: the series table is shared, and the log stays small.
    for portion in stride(from: 0, to: weeks.count, by: 16).map({ weeks[$0..<min($0 + 16, weeks.count)] }) {
      try database.write { db in
        var counting = try WeeklyCounting(db)
        for week in portion.compactMap({ Week(iso: $0) }) {
          try Self.write(counting.count(week), week: week.description, in: db)
        }
      }
    }
    if !weeks.isEmpty { try database.write { db in try Self.sum(in: db) } }
  }

  /// The whole archive's series, from those of the weeks and the documents without one.
  private static func sum(in db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM series;
        INSERT INTO series SELECT dimension, series, sum(documents), 0, count(*), min(week), max(week) FROM attention
          WHERE documents > 0 GROUP BY dimension, series;
        DELETE FROM pending WHERE kind = 'week';
        """)
    var counting = try WeeklyCounting(db)
    let row = try RepeatedStatement(
      db,
      """
      INSERT INTO series VALUES (?1, ?2, ?3, ?3, 0, NULL, NULL)
      ON CONFLICT DO UPDATE SET documents = documents + excluded.documents, undated = excluded.undated
      """)
    for (key, tally) in try counting.count(nil).series.sorted(by: { $0.key < $1.key }) {
      row.bind(1, key.dimension.rawValue)
      row.bind(2, key.id)
      row.bind(3, tally.documents)
      try row.run()
    }
  }

  private static func write(_ counts: WeekCounts, week: String, in db: Database) throws {
    for table in ["attention", "pair", "week"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE week = ?", arguments: [week])
    }
    guard counts.whole.documents > 0 else { return }
    let head = [counts.whole.documents, counts.whole.stories.count, counts.whole.sources.count] + counts.daily
    try db.execute(
      sql: "INSERT INTO week VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
      arguments: [week] + StatementArguments(head))
    let attention = try RepeatedStatement(
      db,
      """
      INSERT INTO attention (dimension, series, week, documents, stories, sources) VALUES (?, ?, ?, ?, ?, ?)
      """)
    for (key, tally) in counts.series.sorted(by: { $0.key < $1.key }) {
      attention.bind(1, key.dimension.rawValue)
      attention.bind(2, key.id)
      attention.bind(3, week)
      attention.bind(4, tally.documents)
      attention.bind(5, tally.stories.count)
      attention.bind(6, tally.sources.count)
      try attention.run()
    }
    try write(counts.pairs, week: week, in: db)
  }

  /// Pairs in fewer documents of a week are chance.
  private static let leastPairDocuments = 3

  private static func write(_ pairs: [WeekCounts.Pair: Int], week: String, in db: Database) throws {
    let row = try RepeatedStatement(db, "INSERT INTO pair VALUES (?, ?, ?, ?, ?, ?)")
    let kept = pairs.filter { $0.value >= leastPairDocuments }
    for (pair, documents) in kept.sorted(by: { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }) {
      row.bind(1, week)
      row.bind(2, pair.first.dimension.rawValue)
      row.bind(3, pair.first.id)
      row.bind(4, pair.second.dimension.rawValue)
      row.bind(5, pair.second.id)
      row.bind(6, documents)
      try row.run()
    }
  }

  /// Every week that has documents, in order.
  package func weeklyTotals() throws -> [WeekTotals] {
    try database.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM week ORDER BY week").compactMap { row in
        Week(iso: row[0] as String).map {
          WeekTotals(
            week: $0, documents: row[1], stories: row[2], sources: row[3], daily: (4..<11).map { row[$0] })
        }
      }
    }
  }

  /// The series of a dimension, each with its weeks in order; weeks without a document of it are left out. Topics count
  /// the documents of the topics below them.
  package func weeklyCounts(_ dimension: SeriesKey.Dimension) throws -> [SeriesKey: [WeeklyCount]] {
    try database.read { db in
      var counts: [SeriesKey: [WeeklyCount]] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT series, week, documents, stories, sources FROM attention
          WHERE dimension = ? AND documents > 0 ORDER BY series, week
          """, arguments: [dimension.rawValue])
      while let row = try rows.next() {
        guard let week = Week(iso: row[1] as String) else { continue }
        counts[SeriesKey(dimension, row[0]), default: []].append(
          WeeklyCount(week: week, documents: row[2], stories: row[3], sources: row[4]))
      }
      return counts
    }
  }
}
