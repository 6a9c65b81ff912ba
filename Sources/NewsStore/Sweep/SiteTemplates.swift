import GRDB
package import NewsModel

/// The second sweep, templates: blocks that a site repeats from page to page.
extension NewsStore {
  /// Creates the indexes that the sweep and all queries use. They are created after the first sweep, because sorting
  /// all rows at once costs far less than keeping them sorted one by one.
  func makeIndexes() throws {
    try writing { db in try Schema.createIndexes(in: db) }
  }

  /// Returns the publishers with documents added or removed since the last sweep, in order of name.
  package func pendingPublishers() throws -> [String] {
    // Applying templates replaces many documents and needs only this index, so it is created before the others.
    try writing { db in try Schema.createIndexOfPublishers(in: db) }
    return try reading { db in
      try String.fetchAll(db, sql: "SELECT key FROM pending WHERE kind = 'source' ORDER BY key")
    }
  }

  /// Returns the keys of a publisher's documents that have no block with this reason, in ascending order.
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

  /// Whether a template put a block of these documents in another zone than the page alone gave it.
  package func hasTemplateZones(_ keys: [Int64]) throws -> Bool {
    try reading { db in
      let find = try RepeatedStatement(db, "SELECT 1 FROM block WHERE document = ? AND page_zone IS NOT NULL LIMIT 1")
      return try keys.contains { key in
        find.bind(1, key)
        return try find.integer() != nil
      }
    }
  }

  /// Removes keys from the front of `keys` and returns their documents with all blocks. Stops after `count` documents,
  /// or after the document with which their text exceeds `textBytes`.
  ///
  /// A block's `pageVerdict` is the zone that the page alone gave it. Templates must be derived from that, so that the
  /// result does not depend on an earlier sweep.
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

  /// Replaces the templates of a publisher.
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

  /// Marks publishers as done after templates were applied to their documents.
  package func settle(publishers: [String]) throws {
    try writing { db in
      for publisher in publishers {
        try db.execute(sql: "DELETE FROM pending WHERE kind = 'source' AND key = ?", arguments: [publisher])
      }
    }
  }
}
