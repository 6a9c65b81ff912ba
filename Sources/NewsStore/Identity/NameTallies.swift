import GRDB
package import NewsModel

/// A name that the rules found, with its spellings.
package struct NameTally: Sendable, Equatable {
  package var id: String
  package var type: EntityType
  package var kind: String
  package var isListed: Bool
  package var spellings: [Spelling]
  /// Whether it is a unit of a listed plant: `fac.hatch#2`.
  package var isUnit: Bool { !id.utf8.contains(UInt8(ascii: "~")) && id.utf8.contains(UInt8(ascii: "#")) }

  package struct Spelling: Sendable, Equatable {
    package var text: String
    /// The text of `MentionRule`.
    package var rule: String
    /// The number of documents that count it.
    package var documents: Int
  }
}

extension NewsStore {
  /// Passes every name of the archive but those of countries to `body`, in order of id, with the spellings that count in
  /// at least one document. `body` must not use the store.
  package func eachName(_ body: (NameTally) throws -> Void) throws {
    try reading { db in
      let documents = try Self.documentsBySurface(in: db)
      let rows = try RepeatedStatement(
        db,
        """
        SELECT entity.id, type, kind, origin <> '', surface.id, surface.surface, surface.rule
        FROM surface CROSS JOIN entity ON entity.id = surface.entity
        WHERE base IS NULL AND type <> 'country' ORDER BY surface.entity, surface.surface, surface.rule, surface.id
        """)
      var name: NameTally?
      try rows.eachRow { row in
        guard let counted = documents[row.integer(4)], let type = EntityType(rawValue: row.text(1)) else { return }
        let id = row.text(0)
        if name?.id != id {
          if let name { try body(name) }
          name = NameTally(id: id, type: type, kind: row.text(2), isListed: row.integer(3) != 0, spellings: [])
        }
        name!.spellings.append(.init(text: row.text(5), rule: row.text(6), documents: Int(counted)))
      }
      if let name { try body(name) }
    }
  }

  /// The number of documents that count each surface; a copy for some documents counts as the surface it was copied from.
  private static func documentsBySurface(in db: Database) throws -> [Int64: Int32] {
    var counts: [Int64: Int32] = [:]
    var bases: [Int64: Int64] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT id, base FROM surface WHERE base IS NOT NULL") {
      bases[try row.value(0)] = try row.value(1)
    }
    let rows = try RepeatedStatement(
      db,
      """
      SELECT surface, document FROM mention WHERE zone IN (\(Zone.allCases.filter(\.isCounted).sqlList))
      ORDER BY surface, document
      """)
    var last: (surface: Int64, document: Int64)?
    var count: Int32 = 0
    func endSurface() {
      if let last { counts[bases[last.surface] ?? last.surface, default: 0] += count }
      count = 0
    }
    try rows.eachRow { row in
      let (surface, document) = (row.integer(0), row.integer(1))
      if surface != last?.surface { endSurface() } else if document == last?.document { return }
      last = (surface, document)
      count += 1
    }
    endSurface()
    return counts
  }
}
