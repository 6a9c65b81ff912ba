import GRDB
import NewsModel

extension QueryFilter {
  /// Returns the filter with the country and publisher in the spelling of the database. Throws `Unknown` for a country,
  /// publisher or kind that the database does not know. Topics and entities are looked up where they are used.
  func checked(in db: Database) throws -> QueryFilter {
    let lookup = NameLookup(db: db)
    var checked = self
    checked.country = try country.map(lookup.country)
    checked.source = try source.map(lookup.publisherOrPath)
    try kind.map(lookup.check(kind:))
    return checked
  }
}

extension NameLookup {
  /// Returns the code of a country given by its code, its name or another spelling, ignoring case.
  func country(_ typed: String) throws -> String {
    let typed = StoredText.composed(typed)
    let questions = [
      "SELECT country FROM entity WHERE type = 'country' AND country = ?1 COLLATE NOCASE",
      "SELECT series FROM series WHERE dimension = 'country' AND series = ?1 COLLATE NOCASE",
      // A country that documents only name has no series, and perhaps no mention of its own name.
      "SELECT country FROM document_country WHERE country = upper(?1)",
      "SELECT country FROM entity WHERE type = 'country' AND name = ?1 COLLATE NOCASE AND country IS NOT NULL",
      """
      SELECT entity.country FROM surface JOIN entity ON entity.id = surface.entity
      WHERE entity.type = 'country' AND surface.surface = ?1 COLLATE NOCASE AND entity.country IS NOT NULL
      """,
    ]
    for question in questions {
      if let code = try String.fetchOne(db, sql: question + " ORDER BY 1 LIMIT 1", arguments: [typed]) { return code }
    }
    // Suggest names that contain the typed one, or else names that begin alike, as most mistyped names do.
    let condition = ["instr(lower(name), lower(?1))", "name LIKE substr(?1, 1, 2) || '%'"]
    for condition in condition {
      let similar = try String.fetchAll(
        db,
        sql: """
          SELECT name || ' (' || country || ')' FROM entity
          WHERE type = 'country' AND country IS NOT NULL AND \(condition) ORDER BY length(name), name LIMIT 5
          """, arguments: [typed])
      if !similar.isEmpty { throw QueryFilter.Unknown(what: "country", name: typed, similar: similar) }
    }
    throw QueryFilter.Unknown(what: "country", name: typed, similar: [])
  }

  /// Returns the path of a document or the name of a publisher; a pattern with `*` is returned as it is.
  fileprivate func publisherOrPath(_ typed: String) throws -> String {
    if typed.contains("*") { return typed }
    let isThere = "SELECT 1 FROM document WHERE source = ?1 OR publisher = ?1 LIMIT 1"
    return try Int.fetchOne(db, sql: isThere, arguments: [typed]) == nil ? source(typed) : typed
  }

  fileprivate func check(kind: String) throws {
    if try Int.fetchOne(db, sql: "SELECT 1 FROM entity WHERE kind = ? LIMIT 1", arguments: [kind]) != nil { return }
    let similar = try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT kind FROM entity WHERE kind <> '' AND (instr(lower(kind), lower(?1)) OR instr(lower(?1), kind))
        ORDER BY length(kind), kind LIMIT 5
        """, arguments: [kind])
    throw QueryFilter.Unknown(what: "kind", name: kind, similar: similar)
  }
}
