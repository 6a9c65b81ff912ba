import GRDB
import NewsModel

extension NewsStore {
  /// Returns a query for mentions, with the newest documents first. It covers only zones that count unless the filter
  /// names another. If the filter names the type facility, the rows also contain the country, the coordinates and the
  /// operator on the document's day.
  ///
  /// - Parameter rejected: true for the rejected matches, with the reason, instead of mentions. The rules of a document
  ///   rejected them, or a decision about the archive.
  package func mentions(_ unchecked: QueryFilter, rejected: Bool = false) throws -> NewsQuery {
    try reading { db in
      let filter = try unchecked.checked(in: db)
      let parts = try (rejected ? [.rejection, .noName] : [.mention]).map { try Self.part($0, filter, in: db) }
      let hidden = ["week", "id", "surface_id"]
      return NewsQuery(
        """
        SELECT \(Self.columns(filter, rejected: rejected).joined(separator: ", ")) FROM (
          \(parts.map(\.sql).joined(separator: " UNION ALL "))
        )
        ORDER BY \(hidden[0]) DESC, published DESC, \(hidden[1]) DESC, zone, start, "end", \(hidden[2])\(rejected ? ", rejected" : "")
        LIMIT ?
        """, parts.reduce(StatementArguments()) { $0 + $1.arguments } + [filter.limit ?? -1])
    }
  }

  private static func columns(_ filter: QueryFilter, rejected: Bool) -> [String] {
    ["published", "source", "zone", "start", "\"end\"", "surface", "type", "entity", "name", "rule"]
      + (filter.type == .facility ? ["country", "latitude", "longitude", "operator"] : [])
      + (rejected ? ["rejected", "detail", "step"] : [])
  }

  /// The rows of one kind of matches, with the columns that order them.
  private static func part(
    _ matches: DocumentConditions.Matches, _ filter: QueryFilter, in db: Database
  ) throws -> NewsQuery {
    let documents = try DocumentConditions(filter, matches: matches, in: db)
    let names = try NameConditions(filter, matches, in: db)
    let facts =
      filter.type == .facility
      ? ", entity.country, \(FacilityColumns.place), "
        + FacilityColumns.operators(of: "entity.id", on: "document.published") + " AS operator" : ""
    let (reason, join) =
      switch matches {
      case .mention: ("", "")
      case .rejection: (", match.kind AS rejected, match.detail, match.step", "")
      case .noName:
        (
          ", '\(Mention.Rejection.Kind.noName.rawValue)' AS rejected, identity.reason AS detail, identity.step",
          "CROSS JOIN identity ON identity.id = surface.identity"
        )
      }
    return NewsQuery(
      """
      SELECT document.published, document.source, match.zone, match.start_byte AS start, match.end_byte AS "end",
        surface.surface, entity.type, entity.id AS entity, entity.name, surface.rule\(facts)\(reason),
        document.week, document.id, match.surface AS surface_id
      FROM document
        CROSS JOIN \(matches.table) AS match ON match.document = document.id
        CROSS JOIN surface ON surface.id = match.surface
        CROSS JOIN entity ON entity.id = \(matches.entity)
        \(join)
      WHERE \((documents.sql + names.sql).joined(separator: " AND "))
      """, documents.arguments + names.arguments)
  }
}
