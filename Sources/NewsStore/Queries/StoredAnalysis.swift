import GRDB
package import NewsModel

extension NewsStore {
  /// Returns the sources that `name` can mean: a complete source, or the end of one (`a.html`, `2013/a.html`, `#17`).
  /// Returns only the complete source if there is one, otherwise at most ten in order.
  package func sources(meantBy name: String) throws -> [String] {
    try reading { db in
      if let whole = try String.fetchOne(db, sql: "SELECT source FROM document WHERE source = ?", arguments: [name]) {
        return [whole]
      }
      return try String.fetchAll(
        db, sql: "SELECT source FROM document WHERE substr(source, -length(?1)) = ?1 ORDER BY source LIMIT 10",
        arguments: [name])
    }
  }

  /// Returns a document with its stored analysis; nil if the source is unknown.
  package func analysis(of source: String) throws -> AnalysedDocument? {
    try reading { db in
      guard let id = try Int64.fetchOne(db, sql: "SELECT id FROM document WHERE source = ?", arguments: [source]),
        let document = try DocumentReader(db).document(id: id)
      else { return nil }
      return AnalysedDocument(
        document: document, mentions: try Self.mentions(of: id, in: db), countries: try Self.countries(of: id, in: db),
        topics: try Self.topics(of: id, in: db))
    }
  }

  private static func mentions(of id: Int64, in db: Database) throws -> [Mention] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT entity.type, entity.id, CASE WHEN surface.identity IS NULL OR found.kind IS NOT NULL THEN surface.name
            ELSE entity.name END, surface.surface, found.start_byte, found.end_byte, found.zone,
          CASE WHEN surface.identity IS NULL OR found.kind IS NOT NULL THEN surface.rule
            ELSE surface.rule || '; found as ' || surface.entity || ', ' || identity.step || ': ' || identity.reason END,
          surface.country, found.kind, found.detail, found.step
        FROM (
          SELECT mention.surface, zone, start_byte, end_byte, NULL AS kind, NULL AS detail, NULL AS step
          FROM mention JOIN surface ON surface.id = mention.surface WHERE document = ?1 AND means IS NOT NULL
          UNION ALL SELECT surface, zone, start_byte, end_byte, kind, detail, step FROM v_rejections WHERE document = ?1
        ) AS found JOIN surface ON surface.id = found.surface LEFT JOIN identity ON identity.id = surface.identity
          JOIN entity ON entity.id = CASE WHEN found.kind IS NULL THEN surface.means ELSE surface.entity END
        ORDER BY found.zone, found.start_byte, found.end_byte, surface.id, found.kind
        """, arguments: [id])
    return try rows.compactMap { row in
      guard let type = try EntityType(rawValue: row.value(0)), let zone = try Zone(rawValue: row.value(6)) else {
        return nil
      }
      let rejection = try (row.value(9) as String?).flatMap { Mention.Rejection.Kind(rawValue: $0) }.map {
        try Mention.Rejection(kind: $0, detail: row.value(10), step: row.value(11))
      }
      return try Mention(
        type: type, entity: row.value(1), name: row.value(2), surface: row.value(3), start: row.plausibleCount(4),
        end: row.plausibleCount(5), zone: zone, rule: MentionRule(.stored(row.value(7))),
        country: row.value(8), rejection: rejection)
    }
  }

  private static func countries(of id: Int64, in db: Database) throws -> [CountryScore] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT country, score, mentions, is_about FROM document_country WHERE document = ? ORDER BY score DESC, country
        """, arguments: [id]
    ).map {
      try CountryScore(code: $0.value(0), score: $0.value(1), mentions: $0.plausibleCount(2), isAbout: $0.value(3))
    }
  }

  private static func topics(of id: Int64, in db: Database) throws -> [TopicAssignment] {
    let evidence = try Dictionary(
      grouping: Row.fetchAll(
        db,
        sql: """
          SELECT topic, term, weight, start_byte, end_byte, zone FROM evidence WHERE document = ? ORDER BY topic, position
          """, arguments: [id]), by: { try $0.value(0) as String })
    return try Row.fetchAll(
      db, sql: "SELECT topic, score, threshold, modality FROM assignment WHERE document = ? ORDER BY topic",
      arguments: [id]
    ).map { row in
      try TopicAssignment(
        id: row.value(0), score: row.value(1), threshold: row.value(2), modality: row.value(3),
        evidence: (evidence[row.value(0)] ?? []).compactMap { row in
          try Zone(rawValue: row.value(5)).map {
            try .init(
              term: row.value(1), weight: row.value(2), start: row.plausibleCount(3), end: row.plausibleCount(4),
              zone: $0)
          }
        })
    }
  }
}
