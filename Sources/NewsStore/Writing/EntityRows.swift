import GRDB
import NewsModel
import Synchronization

/// The entities of the dictionaries, by id, of which those are stored that the archive names.
final class EntityDefinitions: Sendable {
  private let byID = Mutex<[String: Entity]>([:])

  var entities: [String: Entity] { byID.withLock { $0 } }

  func replace(_ entities: [Entity]) {
    let all = Dictionary(entities.lazy.map { (StoredText.composed($0.id), $0) }, uniquingKeysWith: { _, last in last })
    byID.withLock { $0 = all }
  }
}

/// Inserts entities, with the operators of facilities.
struct EntityRows {
  private let definitions: [String: Entity]
  private let listed, unlisted, changed, operators: RepeatedStatement

  init(_ db: Database, definitions: [String: Entity]) throws {
    self.definitions = definitions
    let insert = """
      INSERT INTO entity (id, type, kind, name, country, valid_from, valid_to, origin, attributes, latitude, longitude)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO
      """
    listed = try RepeatedStatement(db, insert + " NOTHING")
    changed = try RepeatedStatement(
      db,
      insert + """
         UPDATE SET type = excluded.type, kind = excluded.kind, name = excluded.name,
          country = excluded.country, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
          origin = excluded.origin, attributes = excluded.attributes,
          latitude = excluded.latitude, longitude = excluded.longitude
        """)
    unlisted = try RepeatedStatement(
      db,
      """
      INSERT INTO entity (id, type, kind, name, country, origin, attributes) VALUES (?, ?, '', ?, ?, '', '{}')
      ON CONFLICT DO NOTHING
      """)
    operators = try RepeatedStatement(
      db, "INSERT INTO operator VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
  }

  /// Inserts an entity that a document names: with its line of a dictionary, or else with what the rule said.
  func insert(_ id: String, type: EntityType, name: String, country: String?) throws {
    if try insertListed(id) { return }
    unlisted.bind(1, name: id)
    unlisted.bind(2, type.rawValue)
    unlisted.bind(3, name: name)
    unlisted.bind(4, country)
    try unlisted.run()
  }

  /// Inserts an entity of the dictionaries; returns false if they have none with this id.
  @discardableResult
  func insertListed(_ id: String) throws -> Bool {
    guard let entity = definitions[StoredText.composed(id)] else { return false }
    try write(entity, listed)
    try writeOperators(of: entity)
    return true
  }

  /// Writes an entity that is stored anew; returns false if the dictionaries have none with this id.
  func update(_ id: String) throws -> Bool {
    guard let entity = definitions[id] else { return false }
    try write(entity, changed)
    try writeOperators(of: entity)
    return true
  }

  private func write(_ entity: Entity, _ row: RepeatedStatement) throws {
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

  private func writeOperators(of facility: Entity) throws {
    for (position, found) in facility.operators.enumerated() {
      if let organisation = found.organisation { try insertListed(organisation) }
      operators.bind(1, name: facility.id)
      operators.bind(2, position)
      operators.bind(3, name: found.name)
      operators.bind(4, name: found.organisation)
      operators.bind(5, found.validFrom?.description)
      operators.bind(6, found.validTo?.description)
      operators.bind(7, found.origin)
      try operators.run()
    }
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
