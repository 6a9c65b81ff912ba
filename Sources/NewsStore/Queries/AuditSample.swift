import GRDB
package import NewsModel
import TextScanning

extension NewsStore {
  /// Picks counted mentions, topics or countries of documents at random, each with the same chance.
  ///
  /// The sample depends on the seed and on what is counted, but not on the order in which it was stored: the items with
  /// the smallest hashes of seed and contents are picked. One pass over the table is enough, and no more than the sample
  /// is kept in memory. The order of the result is as random as the sample, so that its beginning is a sample too.
  ///
  /// - Parameter type: the type of the names; nil for all types, and for topics and countries.
  /// - Returns: the number of items from which the sample was picked, and the sample.
  package func auditSample(
    of kind: AuditItem.Kind, type: EntityType? = nil, count: Int, seed: UInt64
  ) throws -> (population: Int, items: [AuditItem]) {
    try reading { db in
      switch kind {
      case .names: try Self.mentions(of: type, count: count, seed: seed, in: db)
      case .topics:
        try Self.assignments(
          "SELECT document.source, found.topic FROM assignment AS found", count: count, seed: seed, in: db
        ) { .topic($0) }
      case .countries:
        try Self.assignments(
          "SELECT document.source, found.country FROM document_country AS found", where: "found.is_about",
          count: count, seed: seed, in: db
        ) { .country($0) }
      }
    }
  }

  private struct FoundMention {
    var document: String
    var zone: String
    var start, end, surface: Int64
  }

  private static func mentions(
    of type: EntityType?, count: Int, seed: UInt64, in db: Database
  ) throws -> (population: Int, items: [AuditItem]) {
    let zones = Zone.allCases.filter(\.isCounted).sqlList
    let ofType = """
      AND mention.surface IN (
        SELECT surface.id FROM surface JOIN entity ON entity.id = surface.means WHERE entity.type = ?)
      """
    let rows = try RepeatedStatement(
      db,
      """
      SELECT document.source, mention.zone, mention.start_byte, mention.end_byte, mention.surface
      FROM document CROSS JOIN mention ON mention.document = document.id
      WHERE mention.zone IN (\(zones)) \(type == nil ? "" : ofType)
        AND EXISTS (SELECT 1 FROM surface WHERE surface.id = mention.surface AND means IS NOT NULL)
      """)
    if let type { rows.bind(1, type.rawValue) }
    var sample = HashSample<FoundMention>(count: count, seed: seed)
    try rows.eachRow { row in
      let found = FoundMention(
        document: row.text(0), zone: row.text(1), start: row.integer(2), end: row.integer(3), surface: row.integer(4))
      sample.add(found) { hash in
        hash.add(part: found.document)
        hash.add(part: found.zone)
        for number in [found.start, found.end, found.surface] { hash.add(number: UInt64(bitPattern: number)) }
      }
    }
    let items = try sample.items.compactMap { found -> AuditItem? in
      let entity = try String.fetchOne(db, sql: "SELECT means FROM surface WHERE id = ?", arguments: [found.surface])
      guard let entity, let zone = Zone(rawValue: found.zone) else { return nil }
      return AuditItem(
        document: found.document,
        subject: .mention(entity: entity, zone: zone, start: Int(found.start), end: Int(found.end)))
    }
    return (sample.population, items)
  }

  private static func assignments(
    _ select: String, where condition: String = "1", count: Int, seed: UInt64, in db: Database,
    subject: (String) -> AuditItem.Subject
  ) throws -> (population: Int, items: [AuditItem]) {
    let rows = try RepeatedStatement(
      db, "\(select) JOIN document ON document.id = found.document WHERE \(condition)")
    var sample = HashSample<AuditItem>(count: count, seed: seed)
    try rows.eachRow { row in
      let (document, id) = (row.text(0), row.text(1))
      sample.add(AuditItem(document: document, subject: subject(id))) { hash in
        hash.add(part: document)
        hash.add(part: id)
      }
    }
    return (sample.population, sample.items)
  }
}

/// The items with the smallest hashes among all that were added.
struct HashSample<Item> {
  private let count: Int
  private let seed: UInt64
  private var kept: [(key: UInt64, item: Item)] = []
  /// The largest key that may still belong to the sample.
  private var limit = UInt64.max
  /// The number of items that were added.
  private(set) var population = 0

  /// - Parameter count: the size of the sample, at least 1.
  init(count: Int, seed: UInt64) {
    self.count = count
    self.seed = seed
  }

  /// - Parameter contents: adds everything to the hash that distinguishes the item from others.
  mutating func add(_ item: Item, contents: (inout ByteHash) -> Void) {
    population += 1
    var hash = ByteHash()
    hash.add(number: ByteHash.mixed(seed))
    contents(&hash)
    let key = hash.mixed
    guard key <= limit else { return }
    kept.append((key, item))
    if kept.count >= 2 * count + 64 { cut() }
  }

  /// The sample, in order of hash.
  var items: [Item] {
    var sorted = self
    sorted.cut()
    return sorted.kept.map(\.item)
  }

  private mutating func cut() {
    kept.sort { $0.key < $1.key }
    kept.removeLast(max(0, kept.count - count))
    if kept.count == count, let last = kept.last { limit = last.key }
  }
}
