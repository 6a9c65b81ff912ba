import GRDB
import NewsModel

/// A condition on documents in two forms: a list of all documents that satisfy it, and a test of one document.
///
/// Which form is faster depends on the number of documents. For a rare name the list is short. For a frequent name, the
/// newest documents are found sooner by going back day by day and testing each document.
struct DocumentCondition {
  /// A SELECT statement that returns document keys.
  var list: String
  /// An SQL expression over `document`.
  var test: String
  /// The arguments of either form.
  var arguments: StatementArguments
}

/// All conditions that a filter sets on a document.
struct DocumentConditions {
  private(set) var sql: [String] = []
  private(set) var arguments = StatementArguments()

  /// The longest list that is used. In an archive of a million documents, reading a list of this length costs about as
  /// much as going back day by day until fifty documents are found.
  private static let listLength = 5000

  /// The table in which a row must satisfy the filter's conditions on names; nil to set no such condition.
  enum Matches {
    case mention
    /// Matches that the rules of the document rejected.
    case rejection
    /// Mentions of words that are no name in the archive as a whole.
    case noName

    var table: String { self == .rejection ? "rejection" : "mention" }
    /// The column of `surface` with the entity of a match.
    var entity: String { self == .mention ? "surface.means" : "surface.entity" }
    /// A condition on `surface`; nil for none.
    var condition: String? { self == .noName ? "surface.means IS NULL" : nil }
  }

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
    // The week is compared too, because the index begins with it.
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
    if let country = filter.country { conditions.append(Self.country(country, isNamed: filter.includesNamed)) }
    if let topic = filter.topic { conditions.append(Self.topics(try NameLookup(db: db).topics(topic))) }
    return conditions
  }

  /// Returns a single condition, because all parts must hold for the same match; none if the filter does not restrict
  /// names.
  private static func names(_ filter: QueryFilter, _ matches: Matches, in db: Database) throws -> [DocumentCondition] {
    let names = try NameConditions(filter, matches, in: db)
    if filter.entity == nil && filter.type == nil && filter.kind == nil && filter.zone == nil { return [] }
    let both = names.sql.joined(separator: " AND ")
    let (table, join) = (matches.table, "JOIN entity ON entity.id = \(matches.entity)")
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

  /// - Parameter isNamed: Whether documents that only name the country satisfy the condition too.
  private static func country(_ code: String, isNamed: Bool) -> DocumentCondition {
    let which = isNamed ? "country = ?" : "country = ? AND is_about"
    return DocumentCondition(
      list: "SELECT document FROM document_country WHERE \(which)",
      test: "EXISTS (SELECT 1 FROM document_country WHERE document_country.document = document.id AND \(which))",
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
    // Brackets and question marks are escaped: people who type a path do not mean them as wildcards.
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

/// The conditions that a filter sets on a match, its surface and its entity: `match`, `surface`, `entity`.
struct NameConditions {
  private(set) var sql: [String]
  private(set) var arguments = StatementArguments()

  init(_ filter: QueryFilter, _ matches: DocumentConditions.Matches = .mention, in db: Database) throws {
    let zones = Self.zones(filter)
    sql = ["match.zone IN (\(zones.sqlList))"] + [matches.condition].compactMap(\.self)
    if let typed = filter.entity {
      let lookup = NameLookup(db: db)
      let ids =
        try matches == .mention ? lookup.entities(typed, zones: zones) : lookup.rejectedEntities(typed, zones: zones)
      sql.append("\(matches.entity) IN (\(DocumentConditions.marks(ids.count)))")
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

  /// The zones to search: the zone that the filter names, or else all zones that count.
  static func zones(_ filter: QueryFilter) -> [Zone] { filter.zone.map { [$0] } ?? Zone.allCases.filter(\.isCounted) }
}
