import GRDB
import NewsModel

/// Something that a document must have, in two forms: as the list of all that have it, and as a test of one.
///
/// Which is faster depends on how many there are: a rare name is a short list; of a frequent one the newest documents
/// are found sooner by going back through the days and testing each.
struct DocumentCondition {
  /// A SELECT of document keys.
  var list: String
  /// An expression over `document`.
  var test: String
  /// Of both.
  var arguments: StatementArguments
}

/// All that a filter asks of a document.
struct DocumentConditions {
  private(set) var sql: [String] = []
  private(set) var arguments = StatementArguments()

  /// A list up to this long is made: of a million documents, going through it and going back through the days until fifty are
  /// found then cost about the same.
  private static let listLength = 5000

  /// What the filter asks of names must hold for a row of this table; nil to ask nothing.
  enum Matches: String { case mention, rejection }

  init(
    _ filter: QueryFilter, text: String? = nil, matches: Matches? = .mention, in db: Database
  ) throws {
    addDays(filter)
    var conditions = try Self.conditions(filter, in: db)
    if let matches { conditions += try Self.names(filter, matches, in: db) }
    if let text { conditions.append(Self.fullText(text)) }
    for condition in conditions {
      let isList = try filter.limit == nil || Self.isShort(condition, in: db)
      sql.append(isList ? "document.id IN (\(condition.list))" : condition.test)
      arguments += condition.arguments
    }
  }

  var clause: String { sql.isEmpty ? "" : "WHERE " + sql.joined(separator: " AND ") }

  private mutating func addDays(_ filter: QueryFilter) {
    if let week = filter.week { add("document.week = ?", week.description) }
    // The week as well, since the index begins with it.
    if let from = filter.from {
      add("document.week >= ?", Week(from).description)
      add("document.published >= ?", from.description)
    }
    if let to = filter.to {
      add("document.week <= ?", Week(to).description)
      add("document.published <= ?", to.description)
    }
  }

  private mutating func add(_ condition: String, _ argument: String) {
    sql.append(condition)
    arguments += [argument]
  }

  private static func isShort(_ condition: DocumentCondition, in db: Database) throws -> Bool {
    let count = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM (SELECT 1 FROM (\(condition.list)) LIMIT \(listLength + 1))",
      arguments: condition.arguments)
    return (count ?? 0) <= listLength
  }

  private static func conditions(_ filter: QueryFilter, in db: Database) throws -> [DocumentCondition] {
    var conditions: [DocumentCondition] = []
    if let source = filter.source { conditions.append(Self.source(source)) }
    if let country = filter.country { conditions.append(Self.country(country)) }
    if let topic = filter.topic { conditions.append(Self.topics(try NameLookup(db: db).topics(topic))) }
    return conditions
  }

  /// One condition, since all must hold for one match. None where the filter asks for no name.
  private static func names(_ filter: QueryFilter, _ matches: Matches, in db: Database) throws -> [DocumentCondition] {
    let names = try NameConditions(filter, matches, in: db)
    if filter.entity == nil && filter.type == nil && filter.kind == nil && filter.zone == nil { return [] }
    let both = names.sql.joined(separator: " AND ")
    let (table, join) = (matches.rawValue, "JOIN entity ON entity.id = surface.entity")
    return [
      DocumentCondition(
        list:
          "SELECT match.document FROM surface \(join) JOIN \(table) AS match ON match.surface = surface.id WHERE \(both)",
        test: """
          EXISTS (SELECT 1 FROM \(table) AS match CROSS JOIN surface ON surface.id = match.surface \(join)
            WHERE match.document = document.id AND \(both))
          """,
        arguments: names.arguments)
    ]
  }

  static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }

  private static func country(_ code: String) -> DocumentCondition {
    DocumentCondition(
      list: "SELECT document FROM document_country WHERE country = ? AND is_sure",
      test: """
        EXISTS (SELECT 1 FROM document_country
          WHERE document_country.document = document.id AND country = ? AND is_sure)
        """,
      arguments: [code])
  }

  private static func topics(_ ids: [String]) -> DocumentCondition {
    let which = "topic IN (\(marks(ids.count)))"
    return DocumentCondition(
      list: "SELECT document FROM assignment WHERE \(which)",
      test: "EXISTS (SELECT 1 FROM assignment WHERE assignment.document = document.id AND \(which))",
      arguments: StatementArguments(ids))
  }

  private static func source(_ typed: String) -> DocumentCondition {
    // Brackets and question marks are no wildcards to people who type a path.
    let pattern = typed.map { "[?".contains($0) ? "[\($0)]" : String($0) }.joined()
    let which =
      typed.contains("*")
      ? "(document.publisher GLOB ?1 OR document.source GLOB ?1)"
      : "(document.publisher = ?1 OR document.source = ?1)"
    let numbered = which.replacing("?1", with: "?")
    return DocumentCondition(
      list: "SELECT document.id FROM document WHERE \(numbered)", test: numbered, arguments: [pattern, pattern])
  }

  private static func fullText(_ words: String) -> DocumentCondition {
    DocumentCondition(
      list: "SELECT rowid FROM search WHERE search MATCH ?",
      test: "EXISTS (SELECT 1 FROM search WHERE search MATCH ? AND search.rowid = document.id)", arguments: [words])
  }
}

/// What a filter asks of a match, its surface and entity: `match`, `surface`, `entity`.
struct NameConditions {
  private(set) var sql: [String]
  private(set) var arguments = StatementArguments()

  init(_ filter: QueryFilter, _ matches: DocumentConditions.Matches = .mention, in db: Database) throws {
    let zones = Self.zones(filter)
    sql = ["match.zone IN (\(zones.map { "'\($0.rawValue)'" }.joined(separator: ", ")))"]
    if let typed = filter.entity {
      let lookup = NameLookup(db: db)
      let ids =
        try matches == .mention ? lookup.entities(typed, zones: zones) : lookup.rejectedEntities(typed, zones: zones)
      sql.append("surface.entity IN (\(DocumentConditions.marks(ids.count)))")
      arguments += StatementArguments(ids)
    }
    if let type = filter.type {
      sql.append("entity.type = ?")
      arguments += [type.rawValue]
    }
    if let kind = filter.kind {
      sql.append("entity.kind = ?")
      arguments += [kind]
    }
  }

  /// Where matches are looked for: the zone that the filter names, else those that count.
  static func zones(_ filter: QueryFilter) -> [Zone] { filter.zone.map { [$0] } ?? Zone.allCases.filter(\.counts) }
}
