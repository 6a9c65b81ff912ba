import GRDB

extension NewsStore {
  /// Returns titles and texts of documents that contain a phrase, in any case. Of many documents, takes those with the
  /// smallest keys, which are a random sample, because keys are hashes.
  ///
  /// - Parameter phrase: folded words, joined by spaces.
  package func texts(with phrase: String, atMost limit: Int) throws -> [String] {
    try reading { db in
      let find = try db.cachedStatement(sql: "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT ?")
      let keys = try Int64.fetchAll(find, arguments: ["\"\(phrase.replacing("\"", with: ""))\"", limit])
      let text = try RepeatedStatement(
        db, "SELECT coalesce(title, '') || char(10) || text FROM search_content WHERE id = ?")
      var texts: [String] = []
      for key in keys {
        text.bind(1, key)
        try text.eachRow { texts.append($0.text(0)) }
      }
      return texts
    }
  }
}
