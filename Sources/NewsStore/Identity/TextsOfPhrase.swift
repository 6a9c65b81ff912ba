import GRDB

extension NewsStore {
  /// Returns titles and texts of documents that contain a phrase, in any case. Of many documents, takes some at equal
  /// distances in order of key, so that the choice depends only on which documents there are.
  ///
  /// - Parameter phrase: folded words, joined by spaces.
  package func texts(with phrase: String, atMost limit: Int) throws -> [String] {
    try reading { db in
      let find = try db.cachedStatement(sql: "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid")
      let keys = try Int64.fetchAll(find, arguments: ["\"\(phrase.replacing("\"", with: ""))\""])
      let text = try RepeatedStatement(
        db, "SELECT coalesce(title, '') || char(10) || text FROM search_content WHERE id = ?")
      let chosen = keys.count <= limit ? keys : (0..<limit).map { keys[$0 * keys.count / limit] }
      var texts: [String] = []
      for key in chosen {
        text.bind(1, key)
        try text.eachRow { texts.append($0.text(0)) }
      }
      return texts
    }
  }
}
