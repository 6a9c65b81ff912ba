import GRDB
package import NewsModel

extension NewsStore {
  /// The most spellings of a name that are read.
  private static let mostSpellings = 5

  /// Returns the names of a type with the most documents, the most frequent first. For countries, there are none.
  package func frequentNames(of type: EntityType, count: Int) throws -> [FrequentName] {
    try reading { db in
      let zones = Zone.allCases.filter(\.isCounted).sqlList
      let names = try Row.fetchAll(
        db,
        sql: """
          SELECT series.series, entity.name, series.documents FROM series JOIN entity ON entity.id = series.series
          WHERE series.dimension = ? AND entity.type = ? ORDER BY series.documents DESC, series.series LIMIT ?
          """, arguments: [type.rawValue, type.rawValue, count])
      return try names.map { row in
        let entity: String = try row.value(0)
        let spellings = try String.fetchAll(
          db,
          sql: """
            SELECT surface.surface FROM surface JOIN mention ON mention.surface = surface.id
            WHERE surface.means = ? AND mention.zone IN (\(zones))
            GROUP BY surface.surface ORDER BY count(*) DESC, surface.surface LIMIT \(Self.mostSpellings)
            """, arguments: [entity])
        return try FrequentName(
          type: type, entity: entity, name: row.value(1), documents: row.plausibleCount(2), spellings: spellings,
          example: Self.example(of: entity, zones: zones, in: db))
      }
    }
  }

  /// Returns a mention that does not depend on the order in which documents were stored.
  private static func example(of entity: String, zones: String, in db: Database) throws -> AuditItem? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT document.source, mention.zone, mention.start_byte, mention.end_byte
        FROM surface JOIN mention ON mention.surface = surface.id JOIN document ON document.id = mention.document
        WHERE surface.means = ? AND mention.zone IN (\(zones))
        ORDER BY mention.zone = 'title', mention.document, mention.start_byte LIMIT 1
        """, arguments: [entity])
    guard let row, let zone = try Zone(rawValue: row.value(1)) else { return nil }
    return try AuditItem(
      document: row.value(0),
      subject: .mention(entity: entity, zone: zone, start: row.plausibleCount(2), end: row.plausibleCount(3)))
  }
}
