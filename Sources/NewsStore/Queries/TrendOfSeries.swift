import GRDB
package import NewsModel

extension NewsStore {
  /// Returns the series that a filter names by topic, entity, country or source; nil if it names none or several.
  package func series(_ filter: QueryFilter) throws -> SeriesKey? {
    guard [filter.topic, filter.entity, filter.country, filter.source].count(where: { $0 != nil }) == 1 else {
      return nil
    }
    return try reading { db in
      let lookup = NameLookup(db: db)
      if let country = filter.country { return SeriesKey(.country, try lookup.country(country)) }
      if let source = filter.source { return SeriesKey(.source, try lookup.source(source)) }
      if let topic = filter.topic { return SeriesKey(.topic, try lookup.topic(topic)) }
      let ids = try lookup.entities(filter.entity ?? "")
      guard ids.count == 1 else {
        let counts = try lookup.documents(of: ids)
        throw QueryFilter.Unknown(
          what: "single entity", name: filter.entity ?? "",
          similar: ids.map { ($0, counts[$0] ?? 0) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { id, count in
            "\(id) (\(count) document\(count == 1 ? "" : "s"))"
          })
      }
      let row = try Row.fetchOne(db, sql: "SELECT type, country FROM entity WHERE id = ?", arguments: [ids[0]])
      guard let row, let dimension = try SeriesKey.Dimension(rawValue: row.value(0)) else { return nil }
      return SeriesKey(dimension, dimension == .country ? try row.value(1) ?? ids[0] : ids[0])
    }
  }

  /// Returns the number of documents of a series that have no day and so belong to no week.
  package func undatedDocuments(of key: SeriesKey) throws -> Int {
    try reading { db in
      try Int.fetchOne(
        db, sql: "SELECT undated FROM series WHERE dimension = ? AND series = ?",
        arguments: [key.dimension.rawValue, key.id]) ?? 0
    }
  }

  /// Returns a query for a series in every week that has documents, in order. With a limit it returns the last weeks,
  /// and nothing if the series does not occur in the archive.
  package func trend(of key: SeriesKey, _ filter: QueryFilter = QueryFilter()) -> NewsQuery {
    var clauses = ["EXISTS (SELECT 1 FROM series WHERE dimension = ?1 AND series = ?2)"]
    var arguments: StatementArguments = [key.dimension.rawValue, key.id]
    if let weeks = filter.weeks {
      clauses.append("week.week BETWEEN ?3 AND ?4")
      arguments += [weeks.lowerBound.description, weeks.upperBound.description]
    }
    return NewsQuery(
      """
      SELECT * FROM (
      SELECT week.week, coalesce(s.documents, 0) AS documents, coalesce(s.stories, 0) AS stories,
        coalesce(s.sources, 0) AS sources, coalesce(s.share, 0.0) AS share,
        coalesce(s.expected, a.expected) AS expected, coalesce(s.change, a.change) AS change,
        coalesce(s.change_low, a.change_low) AS change_low, coalesce(s.change_high, a.change_high) AS change_high,
        coalesce(s.q, a.q) AS q, coalesce(s.label, a.label) AS label,
        CASE week.status WHEN 'complete' THEN burst.weight END AS burst, week.documents AS week_documents,
        week.status AS week_status
      FROM week LEFT JOIN weekly_series AS s ON s.dimension = ?1 AND s.series = ?2 AND s.week = week.week
        LEFT JOIN weekly_absence AS a ON a.dimension = ?1 AND a.series = ?2 AND a.week = week.week
        LEFT JOIN burst ON burst.dimension = ?1 AND burst.series = ?2
          AND week.week BETWEEN burst.first_week AND burst.last_week
      WHERE \(clauses.joined(separator: " AND "))
      ORDER BY week.week DESC
      LIMIT \(filter.limit ?? -1)
      ) ORDER BY week
      """, arguments)
  }
}
