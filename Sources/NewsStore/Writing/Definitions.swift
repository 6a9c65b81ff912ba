import GRDB
package import NewsModel

extension NewsStore {
  /// Stores the entities and topics of the dictionaries and topic packs. Those that are no longer defined lose their
  /// description, and are deleted at the end of the run unless documents still refer to them.
  package func replaceDefinitions(entities: [Entity], topics: [Topic]) throws {
    try writing { db in
      let someAreGone = try Self.write(entities, in: db)
      if try Self.write(topics, in: db) || someAreGone { try Pending(db).add(.unused, "") }
    }
  }

  /// Returns whether some are no longer defined.
  private static func write(_ entities: [Entity], in db: Database) throws -> Bool {
    let row = try RepeatedStatement(
      db,
      """
      INSERT INTO entity (id, type, kind, name, country, valid_from, valid_to, origin, attributes, latitude, longitude)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET type = excluded.type, kind = excluded.kind, name = excluded.name,
        country = excluded.country, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
        origin = excluded.origin, attributes = excluded.attributes,
        latitude = excluded.latitude, longitude = excluded.longitude
      """)
    for entity in entities {
      row.bind(1, name: entity.id)
      row.bind(2, entity.type.rawValue)
      row.bind(3, entity.kind)
      row.bind(4, name: entity.name)
      row.bind(5, entity.country)
      row.bind(6, entity.validFrom?.description)
      row.bind(7, entity.validTo?.description)
      row.bind(8, entity.origin)
      row.bind(9, JSONObject.text(entity.attributes, without: ["latitude", "longitude"]))
      row.bind(10, entity.attributes["latitude"].flatMap(Double.init))
      row.bind(11, entity.attributes["longitude"].flatMap(Double.init))
      try row.run()
    }
    try writeOperators(of: entities, in: db)
    let defined = Set(entities.lazy.filter { !$0.origin.isEmpty }.map { StoredText.composed($0.id) })
    // All defined entities are in the table now, so if the counts are equal, every entity in it is defined.
    if try Int.fetchOne(db, sql: "SELECT count(*) FROM entity WHERE origin <> ''") == defined.count { return false }
    for id in try String.fetchAll(db, sql: "SELECT id FROM entity WHERE origin <> ''") where !defined.contains(id) {
      try db.execute(
        sql: """
          UPDATE entity SET kind = '', origin = '', attributes = '{}', latitude = NULL, longitude = NULL, valid_from = NULL,
            valid_to = NULL
          WHERE id = ?
          """,
        arguments: [id])
    }
    return true
  }

  private static func writeOperators(of entities: [Entity], in db: Database) throws {
    try db.execute(sql: "DELETE FROM operator")
    let row = try RepeatedStatement(
      db,
      """
      INSERT INTO operator (facility, position, operator, organisation, valid_from, valid_to, origin)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    for entity in entities {
      for (position, found) in entity.operators.enumerated() {
        row.bind(1, name: entity.id)
        row.bind(2, position)
        row.bind(3, name: found.name)
        row.bind(4, name: found.organisation)
        row.bind(5, found.validFrom?.description)
        row.bind(6, found.validTo?.description)
        row.bind(7, found.origin)
        try row.run()
      }
    }
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

/// Writes a JSON object of strings, with its keys in byte order.
private enum JSONObject {
  static func text(_ members: [String: String], without left: [String]) -> String {
    var text = "{"
    for (key, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    where !left.contains(key) {
      if text.utf8.count > 1 { text += "," }
      append(key, to: &text)
      text += ":"
      append(value, to: &text)
    }
    return text + "}"
  }

  private static func append(_ value: String, to text: inout String) {
    // Nearly all values take this path.
    if value.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      text += "\""
      text += value
      text += "\""
    } else {
      text += quoted(value)
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case let other where other.value < 0x20: quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
