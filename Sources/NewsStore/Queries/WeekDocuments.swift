import GRDB
package import NewsModel

/// A document of a week, with everything a report counts it for.
package struct WeekDocument: Sendable {
  /// Its key.
  package var id: Int64
  package var reference: DocumentReference
  /// The source it counts for.
  package var publisher: String
  /// The story it belongs to; a key of its own when it has no near-duplicates.
  package var story: Int64
  /// In order; topics with those above them.
  package var series: [SeriesKey]
}

extension NewsStore {
  /// The documents of a week, in order of day and source.
  package func documents(in week: Week) throws -> [WeekDocument] {
    try database.read { db in
      var counting = try WeeklyCounting(db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, source, title, publisher, published, url, coalesce(story, id) FROM document WHERE week = ?
          ORDER BY published, source
          """, arguments: [week.description])
      return try rows.map { row in
        let publisher: String = row[3]
        return WeekDocument(
          id: row[0],
          reference: DocumentReference(
            source: row[1], title: row[2], publisher: publisher, day: (row[4] as String?).flatMap { Day(iso: $0) },
            url: row[5]),
          publisher: publisher, story: row[6],
          series: try counting.seriesOf(document: row[0], publisher: publisher))
      }
    }
  }

  /// How a report names a series: the topic's, entity's or country's name; its id where the database knows none.
  package func seriesNames() throws -> [SeriesKey: String] {
    try database.read { db in
      var names: [SeriesKey: String] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT id, name FROM topic") { names[SeriesKey(.topic, row[0])] = row[1] }
      let entities = try RepeatedStatement(
        db,
        """
        SELECT type, id, name, country FROM entity
        WHERE origin = '' OR type = 'country' OR EXISTS (SELECT 1 FROM series WHERE dimension = entity.type AND series = entity.id)
        """)
      try entities.eachRow { row in
        guard let dimension = SeriesKey.Dimension(rawValue: row.text(0)) else { return }
        let (id, name) = (row.text(1), row.text(2))
        if dimension == .country {
          let code = row.text(3)
          if !row.isNull(3), id == "country.\(code.lowercased())" { names[SeriesKey(.country, code)] = name }
        } else {
          names[SeriesKey(dimension, id)] = name
        }
      }
      return names
    }
  }

  /// Names that no dictionary holds.
  package func unlistedSeries() throws -> Set<SeriesKey> {
    try database.read { db in
      var unlisted: Set<SeriesKey> = []
      let rows = try RepeatedStatement(db, "SELECT type, id FROM entity WHERE origin = '' AND type <> 'country'")
      try rows.eachRow { row in
        if let dimension = SeriesKey.Dimension(rawValue: row.text(0)) {
          unlisted.insert(SeriesKey(dimension, row.text(1)))
        }
      }
      return unlisted
    }
  }

  /// Problems by kind, in order of kind, each with the first source that has it.
  package func problemTallies() throws -> [WeeklyReport.ProblemTally] {
    try database.read { db in
      try Row.fetchAll(db, sql: "SELECT kind, count(*), min(source) FROM problem GROUP BY kind ORDER BY kind")
        .compactMap { row in
          Problem.Kind(rawValue: row[0]).map { WeeklyReport.ProblemTally(kind: $0, count: row[1], example: row[2]) }
        }
    }
  }

  /// Mentions of a week that count nowhere, by the zone they stand in, in order of zone.
  package func uncountedMentions(in week: Week) throws -> [(zone: Zone, count: Int)] {
    try database.read { db in
      let counts = try Row.fetchAll(
        db,
        sql: """
          SELECT zone, count(*) FROM mention JOIN document ON document.id = mention.document
          WHERE week = ? GROUP BY zone ORDER BY zone
          """, arguments: [week.description])
      return counts.compactMap { row in
        Zone(rawValue: row[0]).flatMap { $0.counts ? nil : ($0, row[1]) }
      }
    }
  }
}
