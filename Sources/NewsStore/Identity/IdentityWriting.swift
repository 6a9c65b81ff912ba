import GRDB
package import NewsModel

/// What a new set of decisions changes.
package struct IdentityChange: Sendable, Equatable {
  /// Mentions that count for another entity than before, or no longer, or again.
  package var mentions: Int
  package var documents: Int
  /// The weeks of these documents, which must be counted again.
  package var weeks: Int

  package init(mentions: Int, documents: Int, weeks: Int) {
    self.mentions = mentions
    self.documents = documents
    self.weeks = weeks
  }
}

extension NewsStore {
  /// Replaces all decisions and maps the mentions through them. A later decision wins over an earlier one for the same
  /// name, and one for some documents wins over one for all. Weeks that change are marked for counting.
  ///
  /// - Parameter corrections: the fingerprint of the corrections among the decisions, which the run's description keeps.
  package func replaceIdentity(_ decisions: [IdentityDecision], corrections: String) throws -> IdentityChange {
    try makeIndexes()
    return try writing { db in
      try db.execute(
        sql: "UPDATE run SET value = ? WHERE name = ?", arguments: [corrections, RunDescription.correctionsName])
      return try replaceIdentity(decisions, in: db)
    }
  }

  /// Returns what `replaceIdentity` would change, and changes nothing.
  package func previewIdentity(_ decisions: [IdentityDecision]) throws -> IdentityChange {
    try StoreError.naming(path, of: database) {
      var change: IdentityChange?
      try database.inDatabase { db in
        try db.inTransaction {
          change = try replaceIdentity(decisions, in: db)
          return .rollback
        }
      }
      return change!
    }
  }

  /// Returns the decisions in order of entity and spelling.
  package func identityDecisions() throws -> [IdentityDecision] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT identity.entity, spelling, means, scope, step, reason, identity.origin, entity.type, entity.name
          FROM identity LEFT JOIN entity ON entity.id = means ORDER BY identity.entity, spelling, scope, identity.id
          """
      ).compactMap { row in
        guard let scope = try IdentityDecision.Scope(text: row.value(3)) else { return nil }
        var verdict = IdentityDecision.Verdict.noName
        if let means = try row.value(2) as String?, let type = try EntityType(rawValue: row.value(7)) {
          verdict = .means(.init(id: means, type: type, name: try row.value(8)))
        }
        return try IdentityDecision(
          entity: row.value(0), spelling: row.value(1), verdict: verdict, scope: scope, step: row.value(4),
          reason: row.value(5), origin: row.value(6))
      }
    }
  }

  /// What a correction can refer to.
  package enum Reference: String {
    case publisher = "source WHERE name = ?"
    case document = "document WHERE source = ?"
    /// A name that the rules found, by its id.
    case name = "surface WHERE entity = ?"
  }

  package func contains(_ reference: Reference, _ value: String) throws -> Bool {
    try reading { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM \(reference.rawValue))", arguments: [StoredText.composed(value)])!
    }
  }

  /// Returns the origins of the decisions of a step that apply to no mention, in order.
  package func idleDecisions(of step: String) throws -> [String] {
    try reading { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT origin FROM identity WHERE step = ? AND NOT EXISTS (
            SELECT 1 FROM surface JOIN mention ON mention.surface = surface.id WHERE surface.identity = identity.id)
          ORDER BY origin
          """, arguments: [step])
    }
  }

  private func replaceIdentity(_ decisions: [IdentityDecision], in db: Database) throws -> IdentityChange {
    try db.execute(sql: Self.temporaryTables)
    let rows = try DecisionRows(db, definitions.entities)
    // Corrections come last and know best what an entity of another type is called.
    for decision in decisions.reversed() { try rows.insertTarget(of: decision) }
    for decision in decisions { try rows.insert(decision) }
    try db.execute(sql: Self.everywhere)
    try db.execute(sql: Self.someDocuments)
    let change = try Row.fetchOne(db, sql: Self.countChange)!
    try db.execute(sql: Self.end)
    return try IdentityChange(
      mentions: change.plausibleCount(0), documents: change.plausibleCount(1), weeks: change.plausibleCount(2))
  }

  /// `kept`: the keys of the decisions. `wanted`: what surfaces mean everywhere. `scoped`: the mentions to which a
  /// decision about some documents applies. `changed`: the mentions that count for another entity.
  private static let temporaryTables = """
    CREATE TEMP TABLE IF NOT EXISTS kept (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE IF NOT EXISTS wanted (surface INTEGER PRIMARY KEY, means TEXT, identity INTEGER);
    CREATE TEMP TABLE IF NOT EXISTS scoped (
      document INTEGER, zone TEXT, start_byte INTEGER, end_byte INTEGER, base INTEGER, variant INTEGER,
      PRIMARY KEY (document, zone, start_byte, end_byte, base)
    ) WITHOUT ROWID;
    CREATE TEMP TABLE IF NOT EXISTS changed (document INTEGER, mentions INTEGER);
    DELETE FROM kept; DELETE FROM wanted; DELETE FROM scoped; DELETE FROM changed;
    """

  private static let everywhere = """
    INSERT INTO wanted SELECT id, entity, NULL FROM surface
      WHERE identity IS NOT NULL AND base IS NULL ON CONFLICT DO NOTHING;
    INSERT INTO changed SELECT document, count(*) FROM wanted
      CROSS JOIN surface ON surface.id = wanted.surface CROSS JOIN mention ON mention.surface = surface.id
      WHERE surface.means IS NOT wanted.means GROUP BY document;
    UPDATE surface SET means = wanted.means, identity = wanted.identity FROM wanted
      WHERE wanted.surface = surface.id AND (surface.means IS NOT wanted.means OR surface.identity IS NOT wanted.identity);
    """

  /// Moves mentions between a surface and its copies for some documents.
  private static let someDocuments = """
    INSERT INTO changed SELECT document, count(*) FROM surface CROSS JOIN mention ON mention.surface = surface.id
      WHERE surface.base IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM scoped WHERE scoped.document = mention.document AND scoped.zone = mention.zone
          AND scoped.start_byte = mention.start_byte AND scoped.end_byte = mention.end_byte
          AND scoped.variant = mention.surface)
      GROUP BY document;
    UPDATE mention SET surface = copy.base FROM surface AS copy
      WHERE copy.id = mention.surface AND copy.base IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM scoped WHERE scoped.document = mention.document AND scoped.zone = mention.zone
          AND scoped.start_byte = mention.start_byte AND scoped.end_byte = mention.end_byte
          AND scoped.variant = mention.surface);
    INSERT INTO changed SELECT mention.document, count(*) FROM scoped CROSS JOIN mention
      ON mention.document = scoped.document AND mention.zone = scoped.zone AND mention.start_byte = scoped.start_byte
        AND mention.end_byte = scoped.end_byte AND mention.surface = scoped.base
      GROUP BY mention.document;
    UPDATE mention SET surface = scoped.variant FROM scoped
      WHERE mention.document = scoped.document AND mention.zone = scoped.zone
        AND mention.start_byte = scoped.start_byte AND mention.end_byte = scoped.end_byte
        AND mention.surface = scoped.base;
    DELETE FROM surface WHERE base IS NOT NULL AND NOT EXISTS (SELECT 1 FROM mention WHERE surface = surface.id);
    """

  private static let countChange = """
    SELECT coalesce(sum(mentions), 0), count(DISTINCT document), count(DISTINCT document.week)
    FROM changed JOIN document ON document.id = changed.document
    """

  private static let end = """
    DELETE FROM identity WHERE id NOT IN (SELECT id FROM kept);
    INSERT INTO pending SELECT DISTINCT 'week', coalesce(document.week, '\(Pending.undated)')
      FROM changed JOIN document ON document.id = changed.document WHERE true ON CONFLICT DO NOTHING;
    \(unusedEntities)
    """
}

/// Inserts decisions with the entities they refer to, and notes the surfaces and mentions to which they apply.
private struct DecisionRows {
  private let db: Database
  private let decision, keep, entity, ofEntity: RepeatedStatement
  private let entities: EntityRows

  init(_ db: Database, _ definitions: [String: Entity]) throws {
    self.db = db
    entities = try EntityRows(db, definitions: definitions)
    decision = try RepeatedStatement(
      db, "INSERT INTO identity VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
    keep = try RepeatedStatement(db, "INSERT INTO kept VALUES (?) ON CONFLICT DO NOTHING")
    // An entity of another type keeps the name that it has in the archive.
    entity = try RepeatedStatement(
      db,
      """
      INSERT INTO entity (id, type, kind, name, origin, attributes)
      VALUES (?1, ?2, '', coalesce((
        SELECT name FROM entity WHERE id = ?4 AND substr(id, instr(id, '~')) = substr(?1, instr(?1, '~'))), ?3), '', '{}')
      ON CONFLICT DO NOTHING
      """)
    ofEntity = try RepeatedStatement(
      db,
      "INSERT OR REPLACE INTO wanted SELECT id, ?2, ?3 FROM surface WHERE entity = ?1 AND base IS NULL")
  }

  /// Inserts the entity that a decision means unless the database contains it.
  func insertTarget(of it: IdentityDecision) throws {
    guard case .means(let target) = it.verdict, try !entities.insertListed(target.id) else { return }
    entity.bind(1, name: target.id)
    entity.bind(2, target.type.rawValue)
    entity.bind(3, name: target.name)
    entity.bind(4, name: it.entity)
    try entity.run()
  }

  func insert(_ it: IdentityDecision) throws {
    var means: String?
    if case .means(let target) = it.verdict { means = target.id }
    let scope = it.scope.description
    let id = StableKey.of(it.entity ?? "", it.spelling ?? "", means ?? "", scope, it.step, it.reason, it.origin)
    decision.bind(1, id)
    decision.bind(2, name: it.entity)
    decision.bind(3, it.spelling)
    decision.bind(4, name: means)
    decision.bind(5, scope)
    decision.bind(6, it.step)
    decision.bind(7, it.reason)
    decision.bind(8, it.origin)
    try decision.run()
    keep.bind(1, id)
    try keep.run()
    if it.scope == .everywhere, it.spelling == nil, let name = it.entity {
      ofEntity.bind(1, name: name)
      ofEntity.bind(2, name: means)
      ofEntity.bind(3, id)
      try ofEntity.run()
    } else {
      try note(it, id: id, means: means)
    }
  }

  private func note(_ it: IdentityDecision, id: Int64, means: String?) throws {
    let names = [
      it.entity.map { _ in "surface.entity = :entity" }, it.spelling.map { _ in "surface.surface = :spelling" },
    ]
    .compactMap(\.self).joined(separator: " AND ")
    guard let documents = it.scope.condition else {
      return try db.execute(
        sql: "INSERT OR REPLACE INTO wanted SELECT id, :means, :identity FROM surface WHERE base IS NULL AND \(names)",
        arguments: it.arguments + ["means": means, "identity": id])
    }
    for surface in try Row.fetchAll(
      db, sql: "SELECT id FROM surface WHERE base IS NULL AND \(names) ORDER BY id",
      arguments: it.arguments)
    {
      let base: Int64 = try surface.value(0)
      let variant = StableKey.of("\(base)", "\(id)")
      try db.execute(
        sql: """
          INSERT INTO surface SELECT :variant, entity, name, surface, rule, country, :means, :identity, id FROM surface
            WHERE id = :base ON CONFLICT DO NOTHING
          """, arguments: ["variant": variant, "means": means, "identity": id, "base": base])
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO scoped
          SELECT document, zone, start_byte, end_byte, :base, :variant
          FROM surface CROSS JOIN mention ON mention.surface = surface.id
            CROSS JOIN document ON document.id = mention.document
          WHERE (surface.id = :base OR surface.base = :base) AND \(documents.sql)
          """, arguments: ["base": base, "variant": variant, "documents": documents.argument])
    }
  }
}

extension IdentityDecision {
  /// The entity and spelling as arguments of a statement.
  fileprivate var arguments: StatementArguments {
    var arguments = StatementArguments()
    if let entity { arguments += ["entity": entity] }
    if let spelling { arguments += ["spelling": spelling] }
    return arguments
  }
}

extension IdentityDecision.Scope {
  /// A condition on `document` with the argument `:documents`; nil for all documents.
  fileprivate var condition: (sql: String, argument: String)? {
    switch self {
    case .everywhere: nil
    case .publisher(let name): ("document.publisher = :documents", name)
    case .document(let source): ("document.source = :documents", source)
    case .from(let day): ("document.published >= :documents", day.description)
    }
  }
}
