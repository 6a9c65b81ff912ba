import Foundation
import GRDB
package import NewsModel

/// The facts of a document that the search for near-duplicates uses.
package struct SignedDocument: Sendable, Equatable {
  package var id: Int64
  package var published: Day?
  package var publisher: String
  package var signature: [UInt64]

  package init(id: Int64, published: Day?, publisher: String, signature: [UInt64]) {
    self.id = id
    self.published = published
    self.publisher = publisher
    self.signature = signature
  }
}

/// The second sweep, stories: documents that are near-duplicates of one text.
extension NewsStore {
  /// Whether anything waits for the second sweep.
  package func hasPending() throws -> Bool {
    try reading { db in try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM pending)")! }
  }

  /// Whether documents were added or removed since the last sweep.
  package func hasPendingDocuments() throws -> Bool {
    try reading { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM pending WHERE kind = 'week')")!
    }
  }

  /// Passes every document with a signature to `body`, in key order. `body` must not use the store.
  package func eachSignature(_ body: (SignedDocument) throws -> Void) throws {
    try reading { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT document.id, published, publisher, hashes FROM signature JOIN document ON document.id = signature.document
          ORDER BY signature.document
          """)
      while let row = try rows.next() {
        let hashes = Self.integers(try row.value(3))
        try body(
          SignedDocument(
            id: row.value(0), published: (row.value(1) as String?).flatMap { Day(iso: $0) }, publisher: row.value(2),
            signature: hashes))
      }
    }
  }

  private static func integers(_ data: Data) -> [UInt64] {
    let bytes = [UInt8](data)
    return stride(from: 0, to: bytes.count - 7, by: 8).map { place in
      (0..<8).reduce(0) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) }
    }
  }

  /// Replaces all stories. Each group contains the documents of one story; groups with fewer than two documents are
  /// ignored. The key of a story is that of its first document, by day (undated last) and then by source.
  package func replaceStories(_ groups: [[Int64]]) throws {
    try writing { db in
      let pending = try Pending(db)
      let find = try db.cachedStatement(
        sql: "SELECT id, published, source, publisher, week, story FROM document WHERE id = ?")
      let move = try RepeatedStatement(db, "UPDATE document SET story = ? WHERE id = ?")
      let insert = try RepeatedStatement(db, "INSERT INTO story VALUES (?, ?, ?, ?, ?)")
      func place(_ member: Member, in story: Int64?) throws {
        guard member.story != story else { return }
        if let story { move.bind(1, story) } else { move.bindNull(1) }
        move.bind(2, member.id)
        try move.run()
        if let week = member.week { try pending.add(.week, week) }
      }

      var left = Set(try Int64.fetchAll(db, sql: "SELECT id FROM document WHERE story IS NOT NULL"))
      try db.execute(sql: "DELETE FROM story")
      for group in groups {
        let members = try group.compactMap { try Row.fetchOne(find, arguments: [$0]).map(Member.init(row:)) }.sorted()
        guard members.count > 1 else { continue }
        insert.bind(1, members[0].id)
        insert.bind(2, members.count)
        insert.bind(3, Set(members.map(\.publisher)).count)
        insert.bind(4, members[0].day)
        insert.bind(5, members.last { $0.day != nil }?.day)
        try insert.run()
        for member in members {
          left.remove(member.id)
          try place(member, in: members[0].id)
        }
      }
      for id in left.sorted() {
        if let row = try Row.fetchOne(find, arguments: [id]) { try place(Member(row: row), in: nil) }
      }
    }
  }

  private struct Member: Comparable {
    var id: Int64
    var day: String?
    var source: String
    var publisher: String
    var week: String?
    var story: Int64?

    init(row: Row) throws {
      id = try row.value(0)
      day = try row.value(1)
      source = try row.value(2)
      publisher = try row.value(3)
      week = try row.value(4)
      story = try row.value(5)
    }

    static func < (a: Member, b: Member) -> Bool { (a.day ?? "9999", a.source) < (b.day ?? "9999", b.source) }
  }
}
