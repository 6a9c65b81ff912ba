import GRDB
package import NewsModel

/// The second sweep, templates: what a site repeats from page to page.
extension NewsStore {
  /// Makes the indexes that the sweep and all questions go by. They wait for the first sweep, since sorting all rows at once
  /// costs far less than keeping them sorted one by one.
  func makeIndexes() throws {
    try writing { db in try Schema.createIndexes(in: db) }
  }

  /// Publishers with documents that came or went since the last sweep, in order of name.
  package func pendingPublishers() throws -> [String] {
    // Templates write many documents again: they go by this index alone, before the others are made.
    try writing { db in try Schema.createIndexOfPublishers(in: db) }
    return try reading { db in
      try String.fetchAll(db, sql: "SELECT key FROM pending WHERE kind = 'source' ORDER BY key")
    }
  }

  /// The keys of a publisher's documents that have no block with this reason, in order.
  package func documents(of publisher: String, withoutBlocksOf reason: String) throws -> [Int64] {
    try reading { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM document
          WHERE publisher = ? AND NOT EXISTS (SELECT 1 FROM block WHERE document = document.id AND reason = ?)
          ORDER BY id
          """, arguments: [StoredText.composed(publisher), reason])
    }
  }

  /// Whether a block of these documents is in another zone than its page alone said.
  package func hasTemplateZones(_ keys: [Int64]) throws -> Bool {
    try reading { db in
      let find = try RepeatedStatement(db, "SELECT 1 FROM block WHERE document = ? AND page_zone IS NOT NULL LIMIT 1")
      return try keys.contains { key in
        find.bind(1, key)
        return try find.integer() != nil
      }
    }
  }

  /// The documents of the first keys, which are taken off, with all their blocks: at most `count` documents, and none
  /// after the one with which their text passes `textBytes`.
  ///
  /// A block's `pageVerdict` is what the page alone said; templates are to be found from that, so that the result does
  /// not depend on an earlier sweep's.
  package func takeDocuments(from keys: inout ArraySlice<Int64>, count: Int, textBytes: Int) throws -> [Document] {
    try reading { db in
      let reader = try DocumentReader(db)
      var documents: [Document] = []
      var bytes = 0
      while documents.count < count, bytes < textBytes, let key = keys.popFirst() {
        guard let document = try reader.document(id: key) else { continue }
        bytes += document.blocks.reduce(0) { $0 + $1.text.utf8.count }
        documents.append(document)
      }
      return documents
    }
  }

  /// Replaces what is known of a publisher's templates.
  package func replaceTemplates(_ templates: [SiteTemplate], of publisher: String) throws {
    let publisher = StoredText.composed(publisher)
    try writing { db in
      try db.execute(sql: "DELETE FROM template WHERE publisher = ?", arguments: [publisher])
      let row = try RepeatedStatement(db, "INSERT INTO template VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
      for template in templates {
        row.bind(1, publisher)
        row.bind(2, Int64(bitPattern: template.fingerprint))
        row.bind(3, template.zone.rawValue)
        row.bind(4, template.documents)
        row.bind(5, template.example)
        try row.run()
      }
    }
  }

  /// After templates were applied to these publishers' documents.
  package func settle(publishers: [String]) throws {
    try writing { db in
      for publisher in publishers {
        try db.execute(sql: "DELETE FROM pending WHERE kind = 'source' AND key = ?", arguments: [publisher])
      }
    }
  }
}
