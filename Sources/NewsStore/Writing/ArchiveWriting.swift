import GRDB
package import NewsModel

/// The writes of the first sweep: documents as they arrive, together with the mark that records how far their file has
/// been read.
extension NewsStore {
  /// Stores documents and marks in one transaction: all of them, or nothing if the process ends before.
  ///
  /// A few hundred documents per call is the fastest size. The size of the portions does not affect the contents of the
  /// database.
  package func write(_ batches: [InputBatch]) throws {
    try rememberingNothingOnFailure {
      try writing { db in
        let writer = try DocumentWriter(db, store: self)
        let mark = try RepeatedStatement(
          db,
          """
          INSERT INTO input VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
          SET content = excluded.content, recipe = excluded.recipe, records = excluded.records, complete = excluded.complete
          """)
        for batch in batches {
          let id = StableKey.of(batch.path)
          if batch.startsOver { try Self.clear(input: id, in: db) }
          for name in batch.replaces { try Self.remove(input: StableKey.of(name), in: db) }
          mark.bind(1, id)
          mark.bind(2, batch.path)
          mark.bind(3, batch.mark.content)
          mark.bind(4, batch.mark.recipe)
          mark.bind(5, batch.mark.records)
          mark.bind(6, batch.mark.isComplete)
          try mark.run()
          for document in batch.documents { try writer.insert(document, input: id) }
          for problem in batch.problems { try writer.insert(problem, input: id) }
        }
      }
    }
  }

  /// Replaces documents that are already stored, after a template of their site changed their zones, mentions or
  /// topics.
  package func rewrite(_ documents: [AnalysedDocument]) throws {
    try rememberingNothingOnFailure {
      try writing { db in
        let writer = try DocumentWriter(db, store: self)
        let removal = try DocumentRemoval(db)
        let find = try db.cachedStatement(sql: "SELECT id, input FROM document WHERE source = ?")
        let kinds = Problem.Kind.allCases.filter(\.isOfSite).sqlList
        let forget = try db.cachedStatement(sql: "DELETE FROM problem WHERE source = ? AND kind IN (\(kinds))")
        for document in documents {
          let source = document.document.source
          guard let row = try Row.fetchOne(find, arguments: [source]) else { continue }
          try removal.remove([row.value(0)])
          // Problems of the site are reported anew; other problems stay as they are.
          try forget.execute(arguments: [source])
          try writer.insert(document, input: row.value(1))
        }
      }
    }
  }

  /// Returns the marks of all files that were read, by path.
  package func inputs() throws -> [String: InputMark] {
    try reading { db in
      var marks: [String: InputMark] = [:]
      let rows = try Row.fetchCursor(db, sql: "SELECT path, content, recipe, records, complete FROM input")
      while let row = try rows.next() { marks[try row.value(0)] = try Self.mark(row, from: 1) }
      return marks
    }
  }

  /// Returns the mark of a file; nil if it was never read. This suits archives with more files than memory should hold.
  package func mark(of path: String) throws -> InputMark? {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT content, recipe, records, complete FROM input WHERE id = ? AND path = ?")
      return try Row.fetchOne(statement, arguments: [StableKey.of(path), path]).map { try Self.mark($0, from: 0) }
    }
  }

  /// Removes files that the archive no longer contains, with their documents. Returns the number of files removed.
  package func removeInputs(where isGone: (String) -> Bool) throws -> Int {
    let gone = try reading { db in
      var gone: [Int64] = []
      let rows = try Row.fetchCursor(db, sql: "SELECT id, path FROM input ORDER BY id")
      while let row = try rows.next() {
        if try isGone(row.value(1)) { gone.append(try row.value(0)) }
      }
      return gone
    }
    for id in gone {
      try writing { db in
        try Self.remove(input: id, in: db)
      }
    }
    return gone.count
  }

  /// Returns the paths of the files that have problems, in themselves or in their records.
  package func inputsWithProblems() throws -> Set<String> {
    try reading { db in
      try Set(String.fetchAll(db, sql: "SELECT path FROM input WHERE id IN (SELECT input FROM problem)"))
    }
  }

  /// Deletes the problems of files that no longer exist. If their documents are kept, a file that reappears is read again.
  ///
  /// - Parameter isGone: decides from the source of a file whether it no longer exists. `unopened` holds the kinds of
  ///   its problems if the file was never opened, and is nil otherwise.
  package func forgetProblems(
    of inputs: Set<String>, where isGone: (String, _ unopened: Set<Problem.Kind>?) -> Bool
  ) throws {
    if inputs.isEmpty { return }
    try writing { db in
      for path in inputs.sorted() {
        let id = StableKey.of(path)
        let content = try String.fetchOne(db, sql: "SELECT content FROM input WHERE id = ?", arguments: [id])
        let kinds = try String.fetchSet(db, sql: "SELECT kind FROM problem WHERE input = ?", arguments: [id])
        let unopened = content == "" ? Set(kinds.compactMap(Problem.Kind.init(rawValue:))) : nil
        guard content != nil, isGone(path, unopened) else { continue }
        try db.execute(
          sql: """
            DELETE FROM problem WHERE input = :id;
            UPDATE input SET content = '', records = 0, complete = 0 WHERE id = :id;
            DELETE FROM input WHERE id = :id AND NOT EXISTS (SELECT 1 FROM document WHERE input = :id);
            """, arguments: ["id": id])
      }
    }
  }

  private static func mark(_ row: Row, from first: Int) throws -> InputMark {
    try InputMark(
      content: row.value(first), recipe: row.value(first + 1), records: row.plausibleCount(first + 2),
      isComplete: row.value(first + 3))
  }

  /// Removes the documents and problems of a file.
  private static func clear(input: Int64, in db: Database) throws {
    let documents = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM document WHERE input = ? ORDER BY id"), arguments: [input])
    if !documents.isEmpty { try DocumentRemoval(db).remove(documents) }
    try db.cachedStatement(sql: "DELETE FROM problem WHERE input = ?").execute(arguments: [input])
  }

  private static func remove(input: Int64, in db: Database) throws {
    try clear(input: input, in: db)
    try db.execute(sql: "DELETE FROM input WHERE id = ?", arguments: [input])
  }

  private func rememberingNothingOnFailure(_ body: () throws -> Void) throws {
    do { try body() } catch {
      knownSurfaces.forget()
      knownPublishers.forget()
      throw error
    }
  }
}
