import GRDB
package import NewsModel

extension NewsStore {
  /// The sources that a document's source, or an end of it (`a.html`, `2013/a.html`, `#17`), can mean: the whole one alone
  /// where there is one; else at most ten, in order.
  package func sources(meantBy name: String) throws -> [String] {
    try database.read { db in
      if let whole = try String.fetchOne(db, sql: "SELECT source FROM document WHERE source = ?", arguments: [name]) {
        return [whole]
      }
      return try String.fetchAll(
        db, sql: "SELECT source FROM document WHERE substr(source, -length(?1)) = ?1 ORDER BY source LIMIT 10",
        arguments: [name])
    }
  }

  /// A document with all that was stored of its analysis; nil for an unknown source.
  package func analysis(of source: String) throws -> AnalysedDocument? {
    try database.read { db in
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
        SELECT entity.type, entity.id, surface.name, surface.surface, found.start_byte, found.end_byte, found.zone,
          surface.rule, surface.country, found.kind, found.detail
        FROM (
          SELECT surface, zone, start_byte, end_byte, NULL AS kind, NULL AS detail FROM mention WHERE document = ?1
          UNION ALL SELECT surface, zone, start_byte, end_byte, kind, detail FROM rejection WHERE document = ?1
        ) AS found JOIN surface ON surface.id = found.surface JOIN entity ON entity.id = surface.entity
        ORDER BY found.zone, found.start_byte, found.end_byte, surface.id, found.kind
        """, arguments: [id])
    return rows.compactMap { row in
      guard let type = EntityType(rawValue: row[0]), let zone = Zone(rawValue: row[6]) else { return nil }
      let rejection = (row[9] as String?).flatMap { Mention.Rejection.Kind(rawValue: $0) }.map {
        Mention.Rejection(kind: $0, detail: row[10])
      }
      return Mention(
        type: type, entity: row[1], name: row[2], surface: row[3], start: row[4], end: row[5], zone: zone, rule: row[7],
        country: row[8], rejection: rejection)
    }
  }

  private static func countries(of id: Int64, in db: Database) throws -> [CountryScore] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT country, score, mentions, is_sure FROM document_country WHERE document = ? ORDER BY score DESC, country
        """, arguments: [id]
    ).map { CountryScore(code: $0[0], score: $0[1], mentions: $0[2], isSure: $0[3]) }
  }

  private static func topics(of id: Int64, in db: Database) throws -> [TopicAssignment] {
    let evidence = Dictionary(
      grouping: try Row.fetchAll(
        db,
        sql: """
          SELECT topic, term, weight, start_byte, end_byte, zone FROM evidence WHERE document = ? ORDER BY topic, position
          """, arguments: [id]), by: { $0[0] as String })
    return try Row.fetchAll(
      db, sql: "SELECT topic, score, threshold, modality FROM assignment WHERE document = ? ORDER BY topic",
      arguments: [id]
    ).map { row in
      TopicAssignment(
        id: row[0], score: row[1], threshold: row[2], modality: row[3],
        evidence: (evidence[row[0]] ?? []).compactMap { row in
          Zone(rawValue: row[5]).map {
            .init(term: row[1], weight: row[2], start: row[3], end: row[4], zone: $0)
          }
        })
    }
  }
}
