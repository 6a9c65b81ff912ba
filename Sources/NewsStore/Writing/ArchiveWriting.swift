import GRDB
package import NewsModel

/// The first sweep's writing: documents as they come, with the mark that says how far their file has been read.
extension NewsStore {
  /// Stores documents and marks in one transaction: all of it or, when the process ends before, nothing.
  ///
  /// A few hundred documents a call is the best portion; how they are portioned leaves no trace in the database.
  package func write(_ batches: [InputBatch]) throws {
    try rememberingNothingOnFailure {
      try database.write { db in
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

  /// Stores documents again that are in the database already, with other zones, mentions or topics: what a template of
  /// their site changes.
  package func rewrite(_ documents: [AnalysedDocument]) throws {
    try rememberingNothingOnFailure {
      try database.write { db in
        let writer = try DocumentWriter(db, store: self)
        let removal = try DocumentRemoval(db)
        let find = try db.cachedStatement(sql: "SELECT id, input FROM document WHERE source = ?")
        let forget = try db.cachedStatement(sql: "DELETE FROM problem WHERE source = ? AND kind = ?")
        for document in documents {
          let source = document.document.source
          guard let row = try Row.fetchOne(find, arguments: [source]) else { continue }
          try removal.remove([row[0]])
          // Other problems stay as they are; what templates leave open is told anew.
          try forget.execute(arguments: [source, Problem.Kind.template.rawValue])
          try writer.insert(document, input: row[1])
        }
      }
    }
  }

  /// Every file of the archive that was read, with how far.
  package func inputs() throws -> [String: InputMark] {
    try database.read { db in
      var marks: [String: InputMark] = [:]
      let rows = try Row.fetchCursor(db, sql: "SELECT path, content, recipe, records, complete FROM input")
      while let row = try rows.next() { marks[row[0]] = Self.mark(row, from: 1) }
      return marks
    }
  }

  /// How far a file was read; nil when it never was. For archives with more files than memory should hold.
  package func mark(of path: String) throws -> InputMark? {
    try database.read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT content, recipe, records, complete FROM input WHERE id = ? AND path = ?")
      return try Row.fetchOne(statement, arguments: [StableKey.of(path), path]).map { Self.mark($0, from: 0) }
    }
  }

  /// Removes files that the archive no longer holds, with their documents. Returns how many.
  package func removeInputs(where isGone: (String) -> Bool) throws -> Int {
    let gone = try database.read { db in
      var gone: [Int64] = []
      let rows = try Row.fetchCursor(db, sql: "SELECT id, path FROM input ORDER BY id")
      while let row = try rows.next() {
        if isGone(row[1]) { gone.append(row[0]) }
      }
      return gone
    }
    for id in gone {
      try database.write { db in
        try Self.clear(input: id, in: db)
        try db.execute(sql: "DELETE FROM input WHERE id = ?", arguments: [id])
      }
    }
    return gone.count
  }

  /// The files of the archive that have problems, or parts that have: their sources.
  package func inputsWithProblems() throws -> Set<String> {
    try database.read { db in
      try Set(String.fetchAll(db, sql: "SELECT path FROM input WHERE id IN (SELECT input FROM problem)"))
    }
  }

  /// Forgets the problems of files that are gone. Their documents stay; a file that comes back is read again.
  ///
  /// - Parameter isGone: asked with a file's source and whether it was ever opened.
  package func forgetProblems(of inputs: Set<String>, where isGone: (String, _ wasOpened: Bool) -> Bool) throws {
    if inputs.isEmpty { return }
    try database.write { db in
      for path in inputs.sorted() {
        let id = StableKey.of(path)
        let content = try String.fetchOne(db, sql: "SELECT content FROM input WHERE id = ?", arguments: [id])
        guard let content, isGone(path, !content.isEmpty) else { continue }
        try db.execute(
          sql: """
            DELETE FROM problem WHERE input = :id;
            UPDATE input SET content = '', records = 0, complete = 0 WHERE id = :id;
            DELETE FROM input WHERE id = :id AND NOT EXISTS (SELECT 1 FROM document WHERE input = :id);
            """, arguments: ["id": id])
      }
    }
  }

  private static func mark(_ row: Row, from first: Int) -> InputMark {
    InputMark(content: row[first], recipe: row[first + 1], records: row[first + 2], isComplete: row[first + 3])
  }

  /// Removes the documents and problems of a file.
  private static func clear(input: Int64, in db: Database) throws {
    let documents = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM document WHERE input = ? ORDER BY id"), arguments: [input])
    if !documents.isEmpty { try DocumentRemoval(db).remove(documents) }
    try db.cachedStatement(sql: "DELETE FROM problem WHERE input = ?").execute(arguments: [input])
  }

  private func rememberingNothingOnFailure(_ body: () throws -> Void) throws {
    do { try body() } catch {
      knownSurfaces.forget()
      knownPublishers.forget()
      throw error
    }
  }
}
