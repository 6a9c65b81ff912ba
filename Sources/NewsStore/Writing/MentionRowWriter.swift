import GRDB
import NewsModel

/// Inserts mentions and rejections, with the surfaces and entities that they point to.
struct MentionRowWriter {
  private let mention, rejection, surface: RepeatedStatement
  private let entities: EntityRows
  private let known: KnownKeys

  init(_ db: Database, entities: EntityRows, known: KnownKeys) throws {
    self.entities = entities
    self.known = known
    mention = try RepeatedStatement(db, "INSERT INTO mention VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
    rejection = try RepeatedStatement(
      db, "INSERT INTO rejection VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
    surface = try RepeatedStatement(
      db,
      "INSERT INTO surface (id, entity, name, surface, rule, country, means) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?2) ON CONFLICT DO NOTHING"
    )
  }

  func insert(_ mentions: [Mention], of document: Document, id: Int64) throws {
    let offsets = TitleOffsets(title: document.title)
    for it in mentions {
      let key = try self.key(of: it)
      let row = it.rejection == nil ? mention : rejection
      row.bind(1, id)
      row.bind(2, it.zone.rawValue)
      row.bind(3, it.zone == .title ? offsets.stored(it.start) : it.start)
      row.bind(4, it.zone == .title ? offsets.stored(it.end) : it.end)
      row.bind(5, key)
      if let reason = it.rejection {
        row.bind(6, reason.kind.rawValue)
        row.bind(7, reason.detail)
        row.bind(8, reason.step)
      }
      try row.run()
    }
  }

  private func key(of it: Mention) throws -> Int64 {
    let key = StableKey.of(it.entity, it.name, it.surface, it.rule.description, it.country ?? "")
    guard known.isNew(key) else { return key }
    surface.bind(1, key)
    surface.bind(2, name: it.entity)
    surface.bind(3, name: it.name)
    surface.bind(4, it.surface)
    surface.bind(5, it.rule.description)
    surface.bind(6, it.country)
    try surface.run()
    try entities.insert(it.entity, type: it.type, name: it.name, country: it.country)
    return key
  }
}

/// Converts offsets into a title to its stored form, normal form C. They change only if the title came in another form.
private struct TitleOffsets {
  private let decomposed: [UInt8]?

  init(title: String?) {
    guard let title, !title.utf8.elementsEqual(StoredText.composed(title).utf8) else {
      decomposed = nil
      return
    }
    decomposed = Array(title.utf8)
  }

  func stored(_ offset: Int) -> Int {
    guard let decomposed, offset <= decomposed.count else { return offset }
    return StoredText.composed(String(decoding: decomposed[..<offset], as: UTF8.self)).utf8.count
  }
}
