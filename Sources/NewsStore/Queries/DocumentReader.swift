import GRDB
import NewsModel

/// Reads documents as they were stored, with all their blocks.
struct DocumentReader {
  private let head, dates, tags, problems: Statement
  private let blocks: RepeatedStatement

  init(_ db: Database) throws {
    head = try db.cachedStatement(
      sql: """
        SELECT source, url, title, published, published_by, published_doubt, author, publisher, agency, language, dateline,
          document_text.text
        FROM document JOIN document_text ON document_text.document = document.id WHERE document.id = ?
        """)
    blocks = try RepeatedStatement(
      db,
      """
      SELECT zone, reason, page_zone, page_reason, start_byte, end_byte, text, continues FROM block WHERE document = ?
      ORDER BY position
      """)
    dates = try db.cachedStatement(
      sql: "SELECT day, method, doubt FROM date_candidate WHERE document = ? ORDER BY position")
    tags = try db.cachedStatement(sql: "SELECT tag FROM tag WHERE document = ? ORDER BY position")
    problems = try db.cachedStatement(
      sql: "SELECT place, kind, reason FROM problem WHERE source = ? ORDER BY place, kind, reason")
  }

  func document(id: Int64) throws -> Document? {
    guard let row = try Row.fetchOne(head, arguments: [id]) else { return nil }
    let published = try Self.date(row, from: 3)
    let candidates = try Row.fetchAll(dates, arguments: [id]).compactMap { try Self.date($0, from: 0) }
    let source: String = try row.value(0)
    return try Document(
      source: source, url: row.value(1), title: row.value(2), published: published,
      dateCandidates: candidates.isEmpty ? [published].compactMap(\.self) : candidates, author: row.value(6),
      publisher: row.value(7) == Publisher.unknown ? nil : row.value(7), agency: row.value(8), language: row.value(9),
      tags: String.fetchAll(tags, arguments: [id]), dateline: row.value(10),
      blocks: blocks(of: id, text: Array((row.value(11) as String).utf8)),
      problems: Row.fetchAll(problems, arguments: [source]).compactMap { row in
        try Problem.Kind(rawValue: row.value(1)).map {
          try Problem(source: source, place: row.value(0), kind: $0, reason: row.value(2))
        }
      })
  }

  private func blocks(of id: Int64, text: [UInt8]) throws -> [Block] {
    var found: [Block] = []
    blocks.bind(1, id)
    try blocks.eachRow { row in
      guard let zone = Zone(rawValue: row.text(0)) else { return }
      let verdict = Zone(rawValue: row.text(2)).map { Block.Verdict(zone: $0, reason: row.text(3)) }
      let (start, end) = (Int(row.integer(4)), Int(row.integer(5)))
      let isMainText = !row.isNull(4) && !row.isNull(5) && 0 <= start && start <= end && end <= text.count
      let own = isMainText ? String(decoding: text[start..<end], as: UTF8.self) : row.text(6)
      found.append(
        Block(zone: zone, text: own, reason: row.text(1), pageVerdict: verdict, continuesBlock: row.integer(7) == 1))
    }
    return found
  }

  /// Reads a day, its method and its doubt from three columns; nil if the document has no day, or if this program does
  /// not know the method.
  private static func date(_ row: Row, from first: Int) throws -> PublicationDate? {
    let (day, method, doubt): (String?, String?, String?) = try (
      row.value(first), row.value(first + 1), row.value(first + 2)
    )
    guard let day = day.flatMap({ Day(iso: $0) }), let method = method.flatMap(DateMethod.init(text:)) else {
      return nil
    }
    return PublicationDate(day: day, method: method, doubt: doubt.flatMap(DateDoubt.init(rawValue:)))
  }
}
