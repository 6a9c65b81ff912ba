import GRDB
package import NewsModel

/// The description of the program, the settings and the archive from which the database was made.
extension NewsStore {
  /// Replaces the description. The counts of its stages are taken from the database, so that an interrupted and resumed
  /// run records the same as an uninterrupted one.
  package func describe(_ run: RunDescription) throws {
    try writing { db in
      try db.execute(sql: "DELETE FROM run")
      let values = [
        ("archive", run.archive), (RunDescription.correctionsName, run.corrections), ("dictionaries", run.dictionaries),
        ("pipeline", run.pipeline),
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

  /// Returns nil if no run has ended yet.
  package func runDescription() throws -> RunDescription? {
    try reading { db in
      let rows = try Row.fetchAll(db, sql: "SELECT name, value FROM run")
      if rows.isEmpty { return nil }
      let values = try Dictionary(
        rows.map { try ($0.value(0) as String, $0.value(1) as String) }, uniquingKeysWith: { first, _ in first })
      let stages = try Row.fetchAll(
        db, sql: "SELECT stage, went_in, came_out, problems FROM run_stage ORDER BY position")
      return RunDescription(
        pipeline: values["pipeline"] ?? "", program: values["program"] ?? "", recipe: values["recipe"] ?? "",
        dictionaries: values["dictionaries"] ?? "", rules: values["rules"] ?? "", archive: values["archive"] ?? "",
        settings: values["settings"] ?? "", corrections: values[RunDescription.correctionsName] ?? "",
        stages: try stages.map {
          try .init(
            name: $0.value(0), wentIn: $0.plausibleCount(1), cameOut: $0.plausibleCount(2),
            problems: $0.plausibleCount(3))
        })
    }
  }

  private static func countStages(in db: Database) throws -> [RunDescription.Stage] {
    func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(sql)") ?? 0 }
    let documents = try count("document")
    let withText = try count("document_text WHERE text <> ''")
    let kinds: [Problem.Kind] = [.encoding, .markup, .metadata, .template]
    let ofCleaning = "kind IN (\(kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")))"
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
