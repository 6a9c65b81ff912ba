import GRDB
import NewsModel

extension NewsStore {
  /// Returns a query for mentions, with the newest documents first. It covers only zones that count unless the filter
  /// names another. If the filter names the type facility, the rows also contain the country, the coordinates and the
  /// operator on the document's day.
  ///
  /// - Parameter rejected: true for the rejected matches, with the reason, instead of mentions.
  package func mentions(_ unchecked: QueryFilter, rejected: Bool = false) throws -> NewsQuery {
    try reading { db in
      let filter = try unchecked.checked(in: db)
      let matches = rejected ? DocumentConditions.Matches.rejection : .mention
      let documents = try DocumentConditions(filter, matches: matches, in: db)
      let names = try NameConditions(filter, matches, in: db)
      let day = "document.published"
      let facts =
        filter.type == .facility
        ? ", entity.country, \(FacilityColumns.place), "
          + FacilityColumns.operators(of: "entity.id", on: day) + " AS operator" : ""
      return NewsQuery(
        """
        SELECT document.published, document.source, match.zone, match.start_byte AS start, match.end_byte AS "end",
          surface.surface, entity.type, entity.id AS entity, entity.name, surface.rule\(facts)
          \(rejected ? ", match.kind AS rejected, match.detail, match.step" : "")
        FROM document
          CROSS JOIN \(matches.rawValue) AS match ON match.document = document.id
          CROSS JOIN surface ON surface.id = match.surface
          CROSS JOIN entity ON entity.id = \(matches.entity)
        WHERE \((documents.sql + names.sql).joined(separator: " AND "))
        ORDER BY document.week DESC, document.published DESC, document.id DESC, match.zone, match.start_byte,
          match.end_byte, match.surface\(rejected ? ", match.kind" : "")
        LIMIT ?
        """, documents.arguments + names.arguments + [filter.limit ?? -1])
    }
  }
}
