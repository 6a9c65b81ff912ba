import GRDB
import NewsModel

extension NewsStore {
  /// Returns a query for entities, ordered by the number of documents that name them in counted zones, most first; a
  /// country counts the documents that are about or from it. `country` is here the entity's own. If the filter
  /// names the type facility, the rows also contain coordinates, ids and the operator on the last day of the requested
  /// time.
  package func entities(_ unchecked: QueryFilter) throws -> NewsQuery {
    try reading { db in
      let filter = try unchecked.checked(in: db)
      var clauses: [String] = []
      var arguments = StatementArguments()
      func add(_ clause: String, _ argument: String) {
        clauses.append(clause)
        arguments += [argument]
      }
      if let type = filter.type { add("entity.type = ?", type.rawValue) }
      if let kind = filter.kind { add("entity.kind = ?", kind) }
      if let country = filter.country { add("entity.country = ?", country) }
      if let typed = filter.entity {
        let ids = try NameLookup(db: db).entities(typed, zones: NameConditions.zones(filter))
        clauses.append("entity.id IN (\(DocumentConditions.marks(ids.count)))")
        arguments += StatementArguments(ids)
      }
      let counts = try Self.entityCounts(filter, in: db)
      let lastDay = filter.weeks?.upperBound.sunday.description ?? FacilityColumns.lastDay
      let facts =
        filter.type == .facility
        ? ", \(FacilityColumns.place), " + FacilityColumns.operators(of: "entity.id", on: "'\(lastDay)'")
          + " AS operator, \(FacilityColumns.identifiers) AS ids" : ""
      return NewsQuery(
        """
        WITH counts AS (\(counts.sql))
        SELECT entity.id AS entity, entity.type, entity.kind, entity.name, entity.country, counts.documents,
          counts.first_week, counts.last_week\(facts)
        FROM counts CROSS JOIN entity ON entity.id = counts.entity
        \(clauses.isEmpty ? "" : "WHERE " + clauses.joined(separator: " AND "))
        ORDER BY counts.documents DESC, entity.id
        LIMIT ?
        """, counts.arguments + arguments + [filter.limit ?? -1])
    }
  }

  /// Returns a query with the columns entity, documents, first_week and last_week. It reads the weekly numbers if they
  /// suffice and counts mentions otherwise.
  private static func entityCounts(_ filter: QueryFilter, in db: Database) throws -> NewsQuery {
    let ofDocuments = filter.topic != nil || filter.source != nil || filter.zone != nil || !filter.isWholeWeeks
    if ofDocuments { return try countedEntities(filter, in: db) }
    // A country's series is replaced by the country's entity.
    let key = """
      CASE dimension WHEN 'country' THEN (
        SELECT id FROM entity WHERE type = 'country' AND country = series ORDER BY id LIMIT 1) ELSE series END
      """
    let entities = "dimension NOT IN ('topic', 'source')"
    if let weeks = filter.weeks {
      return NewsQuery(
        """
        SELECT \(key) AS entity, sum(documents) AS documents, min(week) AS first_week, max(week) AS last_week
        FROM weekly_series WHERE week BETWEEN ? AND ? AND \(entities) GROUP BY dimension, series
        """, [weeks.lowerBound.description, weeks.upperBound.description])
    }
    return NewsQuery("SELECT \(key) AS entity, documents, first_week, last_week FROM series WHERE \(entities)")
  }

  private static func countedEntities(_ filter: QueryFilter, in db: Database) throws -> NewsQuery {
    var ofDocuments = filter
    ofDocuments.country = nil  // Here it is the entity's country, not the document's.
    ofDocuments.limit = nil
    let documents = try DocumentConditions(ofDocuments, matches: nil, in: db)
    let names = try NameConditions(filter, in: db)
    return NewsQuery(
      """
      SELECT surface.means, count(DISTINCT document.id) AS documents, min(document.week) AS first_week,
        max(document.week) AS last_week
      FROM document
        CROSS JOIN mention AS match ON match.document = document.id
        CROSS JOIN surface ON surface.id = match.surface
        CROSS JOIN entity ON entity.id = surface.means
      WHERE \((documents.sql + names.sql).joined(separator: " AND "))
      GROUP BY surface.means
      """, documents.arguments + names.arguments)
  }
}

extension QueryFilter {
  /// The weeks that the filter selects; nil for all.
  var weeks: ClosedRange<Week>? {
    if let week { return week...week }
    if from == nil && to == nil { return nil }
    let first = from.map(Week.init) ?? Week(Day(year: 1, month: 1, day: 8)!)
    let last = to.map(Week.init) ?? Week(Day(year: 9999, month: 12, day: 20)!)
    return first...max(first, last)
  }

  /// Whether the selected days begin and end with a week, so that the weekly numbers suffice.
  var isWholeWeeks: Bool {
    (week == nil || (from == nil && to == nil)) && (from.map { $0 == Week($0).monday } ?? true)
      && (to.map { $0 == Week($0).sunday } ?? true)
  }
}
