import GRDB
package import NewsModel

/// What is shown of a facility beside its name, as SQL over `entity`.
enum FacilityColumns {
  static let place = "entity.latitude, entity.longitude"

  /// The ids that registers outside give it, several parted by `; `. Not for views: what a user's own statement runs may not use JSON.
  static let identifiers = """
    (SELECT group_concat(key || ' ' || value, '; ') FROM (
      SELECT key, value FROM json_each(entity.attributes)
      WHERE key IN ('gppd', 'iata', 'icao', 'pris', 'unlocode', 'wikidata') ORDER BY key))
    """

  /// Who ran a facility on a day, several parted by `; `. Where there is no day, only an operator that never changed is told:
  /// of the others none can be known to have held.
  ///
  /// - Parameters:
  ///   - facility: an expression for the facility's id.
  ///   - day: an expression for the day, in ISO 8601.
  static func operators(of facility: String, on day: String) -> String {
    """
    (SELECT group_concat(operator, '; ') FROM (
      SELECT operator.operator FROM operator
      WHERE operator.facility = \(facility) AND (valid_from IS NULL OR valid_from <= \(day))
        AND (valid_to IS NULL OR valid_to >= \(day))
      ORDER BY position))
    """
  }

  /// As `operators`, of those who run it now: no day comes after this one.
  static let lastDay = "9999-12-31"
}

extension NewsStore {
  /// The facts of each facility that a document names, by its id, as of the document's day.
  package func facilities(in source: String) throws -> [String: FacilityFacts] {
    try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT entity.id, \(FacilityColumns.place),
            \(FacilityColumns.operators(of: "entity.id", on: "document.published")), \(FacilityColumns.identifiers)
          FROM document
            JOIN (SELECT document, surface FROM mention UNION SELECT document, surface FROM rejection) AS found
              ON found.document = document.id
            JOIN surface ON surface.id = found.surface
            JOIN entity ON entity.id = surface.entity
          WHERE document.source = ? AND entity.type = 'facility'
          ORDER BY entity.id
          """, arguments: [source])
      return try Dictionary(
        rows.map { row in
          try (
            row.value(0),
            FacilityFacts(
              latitude: row.value(1), longitude: row.value(2), operatorThen: row.value(3), identifiers: row.value(4))
          )
        }, uniquingKeysWith: { first, _ in first })
    }
  }
}
