import GRDB
import NewsModel

/// Counts one week's documents, stories and sources, for the whole and for each series.
///
/// What counts: mentions that stand, in titles and main text; countries that are sure; topics with those above them.
struct WeeklyCounting {
  private let documents, mentions, countries, topics, surface: Statement
  private let broader: [String: String]
  private var series: SeriesTable

  init(_ db: Database) throws {
    documents = try db.cachedStatement(
      sql: "SELECT id, story, publisher, published FROM document WHERE week IS ? ORDER BY id")
    let counted = Zone.allCases.filter(\.counts).map { "'\($0.rawValue)'" }.joined(separator: ", ")
    mentions = try db.cachedStatement(
      sql: "SELECT DISTINCT surface FROM mention WHERE document = ? AND zone IN (\(counted))")
    countries = try db.cachedStatement(sql: "SELECT country FROM document_country WHERE document = ? AND is_sure")
    topics = try db.cachedStatement(sql: "SELECT topic FROM assignment WHERE document = ?")
    surface = try db.cachedStatement(
      sql: "SELECT type, entity.id FROM surface JOIN entity ON entity.id = surface.entity WHERE surface.id = ?")
    broader = Dictionary(
      uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT id, broader FROM topic WHERE broader IS NOT NULL")
        .map { ($0[0], $0[1]) })
    series = SeriesTable()
  }

  /// - Parameter week: nil for the documents without a day.
  mutating func count(_ week: Week?) throws -> WeekCounts {
    var counts = WeekCounts()
    let rows = try Row.fetchAll(documents, arguments: [week?.description])
    for row in rows {
      let id: Int64 = row[0]
      let publisher: String = row[2]
      let found = try seriesOf(document: id, publisher: publisher)
      let weekday = (row[3] as String?).flatMap { Day(iso: $0)?.isoWeekday }
      counts.add(story: row[1] ?? id, source: publisher, weekday: weekday, series: found)
    }
    return counts
  }

  /// Each series of a document once.
  mutating func seriesOf(document: Int64, publisher: String) throws -> Set<SeriesKey> {
    var found: Set = [SeriesKey(.source, publisher)]
    for key in try Int64.fetchAll(mentions, arguments: [document]) {
      if let key = try series.key(ofSurface: key, statement: surface) { found.insert(key) }
    }
    for code in try String.fetchAll(countries, arguments: [document]) { found.insert(SeriesKey(.country, code)) }
    for topic in try String.fetchAll(topics, arguments: [document]) {
      var next: String? = topic
      // Ends at the top, or where a topic comes back to itself.
      while let id = next, found.insert(SeriesKey(.topic, id)).inserted { next = broader[id] }
    }
    return found
  }
}

/// Which series a surface belongs to, looked up once.
private struct SeriesTable {
  private var keys: [Int64: SeriesKey?] = [:]

  mutating func key(ofSurface surface: Int64, statement: Statement) throws -> SeriesKey? {
    if let known = keys[surface] { return known }
    let row = try Row.fetchOne(statement, arguments: [surface])
    // A country counts through the document's countries, which see more than its name.
    let key = row.flatMap { row in
      SeriesKey.Dimension(rawValue: row[0]).flatMap { $0 == .country ? nil : SeriesKey($0, row[1]) }
    }
    keys[surface] = .some(key)
    return key
  }
}

/// A week's numbers, while they are counted.
struct WeekCounts {
  /// Monday first.
  var daily = [Int](repeating: 0, count: 7)
  var whole = Tally()
  var series: [SeriesKey: Tally] = [:]
  var pairs: [Pair: Int] = [:]

  struct Tally {
    var documents = 0
    var stories: Set<Int64> = []
    var sources: Set<String> = []

    mutating func add(story: Int64, source: String) {
      documents += 1
      stories.insert(story)
      sources.insert(source)
    }
  }

  struct Pair: Hashable {
    var first: SeriesKey
    var second: SeriesKey
  }

  /// Names that pairs are counted of.
  private static let paired: Set<SeriesKey.Dimension> = [.organisation, .facility, .country, .person]
  /// A document that names more is a list, and says nothing of any two; it would also cost the square.
  private static let pairedNames = 50

  mutating func add(story: Int64, source: String, weekday: Int?, series found: Set<SeriesKey>) {
    if let weekday { daily[weekday - 1] += 1 }
    whole.add(story: story, source: source)
    for key in found { series[key, default: Tally()].add(story: story, source: source) }
    let names = found.filter { Self.paired.contains($0.dimension) }.sorted()
    guard names.count <= Self.pairedNames else { return }
    for (index, first) in names.enumerated() {
      for second in names[(index + 1)...] { pairs[Pair(first: first, second: second), default: 0] += 1 }
    }
  }
}
