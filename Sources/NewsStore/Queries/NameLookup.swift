import GRDB

/// Names that people type to ids.
struct NameLookup {
  let db: Database

  /// The entities meant by an id, a name or a surface; capitals do not matter in the last two.
  func entities(_ typed: String) throws -> [String] {
    let typed = StoredText.composed(typed)
    let questions = [
      "SELECT id FROM entity WHERE id = ?",
      "SELECT id FROM entity WHERE name = ? COLLATE NOCASE ORDER BY id",
      "SELECT DISTINCT entity FROM surface WHERE surface = ? COLLATE NOCASE ORDER BY entity",
    ]
    for sql in questions {
      let ids = try String.fetchAll(db, sql: sql, arguments: [typed])
      if !ids.isEmpty { return ids }
    }
    throw QueryFilter.Unknown(what: "entity", name: typed, similar: try similar(to: typed, in: "entity"))
  }

  /// The topic meant by an id or a name, and all below it.
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

  /// The topic meant by an id or a name.
  func topic(_ typed: String) throws -> String {
    let sql = "SELECT id FROM topic WHERE id = ?1 OR name = ?1 COLLATE NOCASE ORDER BY id <> ?1, id LIMIT 1"
    if let id = try String.fetchOne(db, sql: sql, arguments: [StoredText.composed(typed)]) { return id }
    throw QueryFilter.Unknown(what: "topic", name: typed, similar: try similar(to: typed, in: "topic"))
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
