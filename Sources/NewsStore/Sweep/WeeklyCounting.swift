import GRDB
import NewsModel

/// Counts the documents, stories and sources of a week, in total and for each series.
///
/// Three things are counted: accepted mentions in titles and main text, countries that a document is about, and topics together
/// with their broader topics.
struct WeeklyCounting {
  private let documents, mentions, countries, topics: RepeatedStatement
  private var series: SeriesNumbers

  init(_ db: Database) throws {
    documents = try RepeatedStatement(
      db, "SELECT id, story, publisher, published FROM document WHERE week IS ? ORDER BY id")
    let zones = Zone.allCases.filter(\.isCounted).sqlList
    mentions = try RepeatedStatement(db, "SELECT surface FROM mention WHERE document = ? AND zone IN (\(zones))")
    countries = try RepeatedStatement(db, "SELECT country FROM document_country WHERE document = ? AND is_about")
    topics = try RepeatedStatement(db, "SELECT topic FROM assignment WHERE document = ?")
    series = try SeriesNumbers(db)
  }

  /// The dimensions of which pairs are counted.
  private static let paired: Set<SeriesKey.Dimension> = [.organisation, .facility, .country, .person]

  /// - Parameter week: nil to count the documents without a day.
  mutating func count(_ week: Week?) throws -> WeekCounts {
    var counts = WeekCounts()
    var found: [Int32] = []
    documents.bind(1, week?.description)
    try documents.eachRow { row in
      let id = row.integer(0)
      let source = series.number(.source, row.text(2))
      let weekday = row.isNull(3) ? nil : Day(iso: row.text(3))?.isoWeekday
      found.removeAll(keepingCapacity: true)
      found.append(source)
      try addSeries(ofDocument: id, to: &found)
      counts.add(
        story: row.isNull(1) ? id : row.integer(1), source: source, weekday: weekday, series: distinct(found),
        paired: { Self.paired.contains(series.keys[Int($0)].dimension) })
    }
    counts.series.keys = series.keys
    return counts
  }

  /// Returns the series of a document in order, without duplicates.
  mutating func seriesOf(document id: Int64, publisher: String) throws -> [SeriesKey] {
    var found = [series.number(.source, publisher)]
    try addSeries(ofDocument: id, to: &found)
    return distinct(found).map { series.keys[Int($0)] }.sorted()
  }

  private mutating func addSeries(ofDocument id: Int64, to found: inout [Int32]) throws {
    mentions.bind(1, id)
    try mentions.eachRow { row in
      if let number = try series.number(ofSurface: row.integer(0)) { found.append(number) }
    }
    countries.bind(1, id)
    try countries.eachRow { found.append(series.number(.country, $0.text(0))) }
    topics.bind(1, id)
    try topics.eachRow { found += series.numbers(ofTopic: $0.text(0)) }
  }

  private func distinct(_ numbers: [Int32]) -> [Int32] {
    var distinct: [Int32] = []
    for number in numbers.sorted() where number != distinct.last { distinct.append(number) }
    return distinct
  }
}
