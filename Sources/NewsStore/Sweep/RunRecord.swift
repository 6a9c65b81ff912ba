import GRDB
package import NewsModel

/// What the database was made with.
extension NewsStore {
  /// Replaces the description. Its stages are counted here, from the database, so that a run that was cut and gone on
  /// with says the same as one that was not.
  package func describe(_ run: RunDescription) throws {
    try database.write { db in
      try db.execute(sql: "DELETE FROM run")
      let values = [
        ("archive", run.archive), ("dictionaries", run.dictionaries), ("pipeline", run.pipeline),
        ("program", run.program),
        ("recipe", run.recipe), ("rules", run.rules), ("settings", run.settings),
      ]
      for (name, value) in values {
        try db.execute(sql: "INSERT INTO run VALUES (?, ?)", arguments: [name, value])
      }
      try db.execute(sql: "DELETE FROM run_stage")
      let stages = try Self.countStages(in: db)
      for (position, stage) in stages.enumerated() {
        try db.execute(
          sql: "INSERT INTO run_stage VALUES (?, ?, ?, ?, ?)",
          arguments: [position, stage.name, stage.wentIn, stage.cameOut, stage.problems])
      }
    }
  }

  /// Nil before the first run has ended.
  package func runDescription() throws -> RunDescription? {
    try database.read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT name, value FROM run")
      if rows.isEmpty { return nil }
      let values = Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as String) })
      let stages = try Row.fetchAll(
        db, sql: "SELECT stage, went_in, came_out, problems FROM run_stage ORDER BY position")
      return RunDescription(
        pipeline: values["pipeline"] ?? "", program: values["program"] ?? "", recipe: values["recipe"] ?? "",
        dictionaries: values["dictionaries"] ?? "", rules: values["rules"] ?? "", archive: values["archive"] ?? "",
        settings: values["settings"] ?? "",
        stages: stages.map { .init(name: $0[0], wentIn: $0[1], cameOut: $0[2], problems: $0[3]) })
    }
  }

  private static func countStages(in db: Database) throws -> [RunDescription.Stage] {
    func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(sql)") ?? 0 }
    let documents = try count("document")
    let withText = try count("document_text WHERE text <> ''")
    let ofCleaning = "kind IN ('encoding', 'markup', 'metadata', 'template')"
    return [
      .init(
        name: "read", wentIn: try count("input"), cameOut: documents,
        problems: try count("problem WHERE NOT \(ofCleaning)")),
      .init(name: "clean", wentIn: documents, cameOut: withText, problems: try count("problem WHERE \(ofCleaning)")),
      .init(
        name: "extract", wentIn: documents,
        cameOut: try count("document WHERE EXISTS (SELECT 1 FROM mention WHERE document = id)"), problems: 0),
      .init(name: "aggregate", wentIn: documents, cameOut: try count("document WHERE week IS NOT NULL"), problems: 0),
    ]
  }
}
