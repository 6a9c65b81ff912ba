import GRDB
import NewsModel

/// Reads documents as they were stored, blocks and all.
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
      SELECT zone, reason, page_zone, page_reason, start_byte, end_byte, text FROM block WHERE document = ?
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
    let published = Self.date(row, from: 3)
    let candidates = try Row.fetchAll(dates, arguments: [id]).compactMap { Self.date($0, from: 0) }
    let source: String = row[0]
    return Document(
      source: source, url: row[1], title: row[2], published: published,
      dateCandidates: candidates.isEmpty ? [published].compactMap(\.self) : candidates, author: row[6],
      publisher: row[7] == Publisher.unknown ? nil : row[7], agency: row[8], language: row[9],
      tags: try String.fetchAll(tags, arguments: [id]), dateline: row[10],
      blocks: try blocks(of: id, text: Array((row[11] as String).utf8)),
      problems: try Row.fetchAll(problems, arguments: [source]).compactMap { row in
        Problem.Kind(rawValue: row[1]).map { Problem(source: source, place: row[0], kind: $0, reason: row[2]) }
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
      found.append(Block(zone: zone, text: own, reason: row.text(1), pageVerdict: verdict))
    }
    return found
  }

  private static func date(_ row: Row, from first: Int) -> PublicationDate? {
    (row[first] as String?).flatMap { Day(iso: $0) }.map {
      PublicationDate(day: $0, method: row[first + 1] ?? "", doubt: row[first + 2])
    }
  }
}
