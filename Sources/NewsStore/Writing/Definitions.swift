import GRDB
package import NewsModel

extension NewsStore {
  /// Sets the entities of the dictionaries and the topics of the topic packs. Topics and countries are stored at once; any
  /// other entity is stored when a document names it. Those that are stored and no longer defined lose their description, and are deleted at the
  /// end of the run unless documents still refer to them.
  package func replaceDefinitions(entities: [Entity], topics: [Topic]) throws {
    use(entities)
    try writing { db in
      let someAreGone = try Self.update(definitions.entities, in: db)
      if try Self.write(topics, in: db) || someAreGone { try Pending(db).add(.unused, "") }
    }
  }

  /// Sets the entities of the dictionaries and changes nothing in the database.
  package func use(_ entities: [Entity]) { definitions.replace(entities) }

  /// Updates the entities that are stored. Returns whether some are no longer defined.
  private static func update(_ defined: [String: Entity], in db: Database) throws -> Bool {
    let rows = try EntityRows(db, definitions: defined)
    for (id, entity) in defined where entity.type == .country { try rows.insertListed(id) }
    let stored = try Row.fetchAll(db, sql: "SELECT id, origin FROM entity ORDER BY id")
    try db.execute(sql: "DELETE FROM operator")
    var someAreGone = false
    for row in stored {
      let id: String = try row.value(0)
      if try rows.update(id) { continue }
      guard try row.value(1) as String != "" else { continue }
      someAreGone = true
      try db.execute(
        sql: """
          UPDATE entity SET kind = '', origin = '', attributes = '{}', latitude = NULL, longitude = NULL, valid_from = NULL,
            valid_to = NULL
          WHERE id = ?
          """,
        arguments: [id])
    }
    return someAreGone
  }

  /// Returns whether some are no longer defined.
  private static func write(_ topics: [Topic], in db: Database) throws -> Bool {
    let row = try RepeatedStatement(
      db,
      """
      INSERT INTO topic (id, name, broader, iptc, scope_note, origin) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET name = excluded.name, broader = excluded.broader, iptc = excluded.iptc,
        scope_note = excluded.scope_note, origin = excluded.origin
      """)
    for topic in topics {
      row.bind(1, name: topic.id)
      row.bind(2, name: topic.name)
      row.bind(3, name: topic.broader)
      row.bind(4, topic.iptc)
      row.bind(5, topic.scopeNote)
      row.bind(6, topic.origin)
      try row.run()
    }
    let defined = Set(topics.map { StoredText.composed($0.id) })
    let gone = try String.fetchAll(db, sql: "SELECT id FROM topic WHERE origin <> ''").filter { !defined.contains($0) }
    for id in gone {
      try db.execute(
        sql: "UPDATE topic SET broader = NULL, iptc = NULL, scope_note = '', origin = '' WHERE id = ?", arguments: [id])
    }
    return !gone.isEmpty
  }
}
