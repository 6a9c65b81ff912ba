import GRDB
package import NewsModel

/// The columns shown for a facility beside its name, as SQL over `entity`.
enum FacilityColumns {
  static let place = "entity.latitude, entity.longitude"

  /// The facility's ids in external registers, separated by `; `. Not for views, because a user's own statement may not
  /// call JSON functions through a view.
  static let identifiers = """
    (SELECT group_concat(key || ' ' || value, '; ') FROM (
      SELECT key, value FROM json_each(entity.attributes)
      WHERE key IN ('gppd', 'iata', 'icao', 'pris', 'unlocode', 'wikidata') ORDER BY key))
    """

  /// Returns an expression for the operators of a facility on a day, separated by `; `. Without a day it gives only an
  /// operator without dates, because no other is known to apply.
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

  /// The day that `operators` takes to find the current operators: no day is later.
  static let lastDay = "9999-12-31"
}

extension NewsStore {
  /// Returns the facts of each facility that a document names, by the facility's id, as of the document's day.
  package func facilities(in source: String) throws -> [String: FacilityFacts] {
    try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT entity.id, \(FacilityColumns.place),
            \(FacilityColumns.operators(of: "entity.id", on: "document.published")), \(FacilityColumns.identifiers)
          FROM document
            JOIN (SELECT document, surface FROM mention) AS found
              ON found.document = document.id
            JOIN surface ON surface.id = found.surface
            JOIN entity ON entity.id = surface.means
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
