import GRDB
import NewsModel

/// Finds the ids of names that people type.
struct NameLookup {
  let db: Database

  /// Returns the entities that an id, a name or a surface can mean; case is ignored in names and surfaces.
  ///
  /// Entities with matches in `zones` are preferred to those without, and entities of a dictionary to names that are in
  /// no dictionary.
  func entities(_ typed: String, zones: [Zone] = Zone.allCases.filter(\.isCounted)) throws -> [String] {
    let typed = StoredText.composed(typed)
    let named = "SELECT id FROM entity WHERE name = ?1 COLLATE NOCASE"
    let written = "SELECT means FROM surface WHERE surface = ?1 COLLATE NOCASE"
    let isNamed = "EXISTS (\(Self.surfaces("surface.means = entity.id", .mention, zones)))"
    let isWrittenSo =
      "EXISTS (\(Self.surfaces("surface.means = entity.id AND surface.surface = ?1 COLLATE NOCASE", .mention, zones)))"
    let joined = "SELECT means FROM identity WHERE entity = ?1 AND spelling IS NULL AND scope = ''"
    return try first(
      of: [
        (joined, "1"),
        ("SELECT id FROM entity WHERE id = ?1", "1"),
        (named, "origin <> '' AND \(isNamed)"), (written, "origin <> '' AND \(isWrittenSo)"),
        (named, isNamed), (written, isWrittenSo),
        (named, "origin <> ''"), (named, "1"), (written, "1"),
      ], typed)
  }

  /// Returns the entities of rejected matches: all that an id, a name or a surface can mean.
  func rejectedEntities(_ typed: String, zones: [Zone]) throws -> [String] {
    let typed = StoredText.composed(typed)
    let all = """
      SELECT id FROM entity WHERE name = ?1 COLLATE NOCASE
      UNION SELECT entity FROM surface WHERE surface = ?1 COLLATE NOCASE
      """
    return try first(
      of: [
        ("SELECT id FROM entity WHERE id = ?1", "1"),
        (
          all,
          [DocumentConditions.Matches.rejection, .noName]
            .map { "EXISTS (\(Self.surfaces("surface.entity = entity.id", $0, zones)))" }.joined(separator: " OR ")
        ), (all, "1"),
      ], typed)
  }

  /// Returns the number of documents counted for each entity, by id.
  func documents(of ids: [String]) throws -> [String: Int] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT entity.id, series.documents FROM entity JOIN series ON dimension = entity.type
          AND series = CASE entity.type WHEN 'country' THEN coalesce(entity.country, entity.id) ELSE entity.id END
        WHERE entity.id IN (\(DocumentConditions.marks(ids.count)))
        """, arguments: StatementArguments(ids))
    return try Dictionary(rows.map { try ($0.value(0), $0.plausibleCount(1)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the ids of the first query that has any.
  private func first(of questions: [(ids: String, condition: String)], _ typed: String) throws -> [String] {
    for (ids, condition) in questions {
      let sql = "SELECT id FROM entity WHERE id IN (\(ids)) AND (\(condition)) ORDER BY id"
      let found = try String.fetchAll(db, sql: sql, arguments: [typed])
      if !found.isEmpty { return found }
    }
    throw QueryFilter.Unknown(what: "entity", name: typed, similar: try similar(to: typed, in: "entity"))
  }

  /// Returns a query for surfaces that satisfy a condition and have a match in the zones.
  private static func surfaces(
    _ condition: String, _ matches: DocumentConditions.Matches, _ zones: [Zone]
  ) -> String {
    """
    SELECT 1 FROM surface CROSS JOIN \(matches.table) AS match ON match.surface = surface.id
    WHERE \(([condition] + [matches.condition].compactMap(\.self)).joined(separator: " AND ")) AND match.zone IN (\(zones.sqlList))
    """
  }

  /// Returns the topic that an id or a name means, and all narrower topics.
  func topics(_ typed: String) throws -> [String] {
    let typed = StoredText.composed(typed)
    let sql = """
      WITH RECURSIVE below (id) AS (
        SELECT id FROM topic WHERE id = ?1 OR name = ?1 COLLATE NOCASE
        UNION SELECT topic.id FROM topic JOIN below ON topic.broader = below.id
      )
      SELECT id FROM below ORDER BY id
      """
    let ids = try String.fetchAll(db, sql: sql, arguments: [typed])
    if ids.isEmpty {
      throw QueryFilter.Unknown(what: "topic", name: typed, similar: try similar(to: typed, in: "topic"))
    }
    return ids
  }

  /// Returns the topic that an id or a name means.
  func topic(_ typed: String) throws -> String {
    let sql = "SELECT id FROM topic WHERE id = ?1 OR name = ?1 COLLATE NOCASE ORDER BY id <> ?1, id LIMIT 1"
    if let id = try String.fetchOne(db, sql: sql, arguments: [StoredText.composed(typed)]) { return id }
    throw QueryFilter.Unknown(what: "topic", name: typed, similar: try similar(to: typed, in: "topic"))
  }

  /// Returns the publisher with this name, ignoring case.
  func source(_ typed: String) throws -> String {
    let typed = StoredText.composed(typed)
    let sql = "SELECT name FROM source WHERE name = ?1 COLLATE NOCASE ORDER BY name <> ?1, name LIMIT 1"
    if let name = try String.fetchOne(db, sql: sql, arguments: [typed]) { return name }
    let similar = try String.fetchAll(
      db, sql: "SELECT name FROM source WHERE instr(lower(name), lower(?1)) ORDER BY length(name), name LIMIT 5",
      arguments: [typed])
    throw QueryFilter.Unknown(what: "source", name: typed, similar: similar)
  }

  private func similar(to typed: String, in table: String) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT id FROM \(table) WHERE instr(lower(id), lower(?1)) OR instr(lower(name), lower(?1))
        ORDER BY length(id), id LIMIT 5
        """, arguments: [typed])
  }
}
