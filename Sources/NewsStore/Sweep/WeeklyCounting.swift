import GRDB
import NewsModel
import TextScanning

/// Counts the documents, stories and sources of a week, in total and for each series.
///
/// Three things are counted: accepted mentions in titles and main text, countries that a document is about, and topics together
/// with their broader topics.
struct WeeklyCounting {
  private let documents, texts, mentions, others, countries, topics: RepeatedStatement
  private var series: SeriesNumbers

  init(_ db: Database) throws {
    documents = try RepeatedStatement(
      db, "SELECT id, story, publisher, published, source, title, url FROM document WHERE week IS ? ORDER BY id")
    texts = try RepeatedStatement(db, "SELECT text FROM document_text WHERE document = ?")
    let zones = Zone.allCases.filter(\.isCounted).sqlList
    others = try RepeatedStatement(
      db, "SELECT zone, count(*) FROM mention WHERE document = ? AND zone NOT IN (\(zones)) GROUP BY zone")
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
      let distinct = distinct(found)
      let story = row.isNull(1) ? id : row.integer(1)
      counts.add(
        story: story, source: source, weekday: weekday, series: distinct,
        paired: { Self.paired.contains(series.keys[Int($0)].dimension) })
      if week != nil {
        counts.content.add(number: UInt64(bitPattern: id))
        counts.content.add(number: UInt64(bitPattern: story))
        for column: Int32 in 3...6 { row.hash(column, into: &counts.content) }
        try addContent(ofDocument: id, series: distinct, to: &counts.content)
      }
    }
    counts.series.keys = series.keys
    return counts
  }

  /// Adds what a report says of a document besides its own columns. Numbers of series depend on what was counted before, so
  /// their keys are added, in any order.
  private func addContent(ofDocument id: Int64, series found: [Int32], to content: inout ByteHash) throws {
    content.add(number: found.reduce(0) { $0 &+ series.hashes[Int($1)] })
    texts.bind(1, id)
    try texts.eachRow { $0.hash(0, into: &content) }
    others.bind(1, id)
    try others.eachRow { row in
      row.hash(0, into: &content)
      content.add(number: UInt64(row.integer(1)))
    }
  }

  /// The series by number.
  var keys: [SeriesKey] { series.keys }

  /// Returns the numbers of a document's series, without duplicates.
  mutating func series(ofDocument id: Int64, publisher: String) throws -> [Int32] {
    var found = [series.number(.source, publisher)]
    try addSeries(ofDocument: id, to: &found)
    return distinct(found)
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
