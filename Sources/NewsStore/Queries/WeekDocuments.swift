import GRDB
package import NewsModel

/// A document of a week, with everything that a report counts it for.
package struct WeekDocument: Sendable {
  /// The key of the document.
  package var id: Int64
  package var reference: DocumentReference
  /// The source under which it is counted.
  package var publisher: String
  /// The story that it belongs to; its own key if it has no near-duplicates.
  package var story: Int64
  /// The numbers of the document's series in a `SeriesNumbering`, ascending; broader topics are included.
  package var series: [Int32]

  /// Whether the document counts for a series.
  package func counts(for number: Int32) -> Bool {
    var (low, high) = (0, series.count)
    while low < high {
      let middle = (low + high) / 2
      if series[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < series.count && series[low] == number
  }
}

/// Reads the documents of weeks, one after another. It remembers which series each spelling counts for.
package final class WeekDocumentReader {
  private let store: NewsStore
  private let numbering: SeriesNumbering
  private var counting: WeeklyCounting?
  /// The numbers in `numbering` by those of the counting; nil for a series that is in no week.
  private var numbers: [Int32?] = []

  package init(_ store: NewsStore, numbering: SeriesNumbering) {
    self.store = store
    self.numbering = numbering
  }

  /// Returns the documents of a week, in order of day and source.
  package func documents(in week: Week) throws -> [WeekDocument] {
    try store.reading { db in
      var counting = try self.counting ?? WeeklyCounting(db)
      self.counting = nil
      defer { self.counting = counting }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, source, title, publisher, published, url, coalesce(story, id) FROM document WHERE week = ?
          ORDER BY published, source
          """, arguments: [week.description])
      return try rows.map { row in
        let publisher: String = try row.value(3)
        let day = (try row.value(4) as String?).flatMap { Day(iso: $0) }
        guard let day, Week(day) == week else {
          throw ImplausibleValue(reason: "a document of week \(week) has another day or none")
        }
        let series = try counting.series(ofDocument: row.value(0), publisher: publisher)
        for key in counting.keys[numbers.count...] { numbers.append(numbering[key]) }
        return try WeekDocument(
          id: row.value(0),
          reference: DocumentReference(
            source: row.value(1), title: row.value(2), publisher: publisher,
            day: day,
            url: row.value(5)),
          publisher: publisher, story: row.value(6), series: series.compactMap { numbers[Int($0)] }.sorted())
      }
    }
  }
}

extension NewsStore {
  /// Returns the names that a report uses for series: those of topics, entities and countries. A series without a name
  /// in the database is missing here and shown by its id.
  package func seriesNames() throws -> [SeriesKey: String] {
    try reading { db in
      var names: [SeriesKey: String] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT id, name FROM topic") {
        names[SeriesKey(.topic, try row.value(0))] = try row.value(1)
      }
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

  /// Returns the series of names that are in no dictionary.
  package func unlistedSeries() throws -> Set<SeriesKey> {
    try reading { db in
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

  /// Returns the number of documents without a day.
  package func undatedDocuments() throws -> Int {
    try reading { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM document WHERE week IS NULL") ?? 0 }
  }

  /// Returns the number of problems of each kind in order of kind, with the first source that has one.
  package func problemTallies() throws -> [ArchiveFacts.ProblemTally] {
    try reading { db in
      try Row.fetchAll(db, sql: "SELECT kind, count(*), min(source) FROM problem GROUP BY kind ORDER BY kind")
        .compactMap { row in
          try Problem.Kind(rawValue: row.value(0)).map {
            try ArchiveFacts.ProblemTally(kind: $0, count: row.plausibleCount(1), example: row.value(2))
          }
        }
    }
  }

  /// Returns the number of a week's mentions in zones that do not count, by zone and in order of zone.
  package func uncountedMentions(in week: Week) throws -> [(zone: Zone, count: Int)] {
    try reading { db in
      let counts = try Row.fetchAll(
        db,
        sql: """
          SELECT zone, count(*) FROM mention JOIN document ON document.id = mention.document
          WHERE week = ? GROUP BY zone ORDER BY zone
          """, arguments: [week.description])
      return try counts.compactMap { row in
        try Zone(rawValue: row.value(0)).flatMap { $0.isCounted ? nil : ($0, try row.plausibleCount(1)) }
      }
    }
  }
}
