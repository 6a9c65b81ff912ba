import Foundation
import TestSupport
import Testing

/// `dateline correct`, on an archive in which one name has two ids and one is no name.
@Suite struct CorrectTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (number, text) in [
      "The Zorblax Agency met in Kantonia. Officials of the Zorblax Agency left.",
      "The Zorblax Office met in Kantonia.", "The Zorblax Agency and the Zorblax Office met.",
    ].enumerated() {
      try write(
        "archive/\(number).jsonl", #"{"id":"\#(number)","published":"2024-05-0\#(number + 1)","text":"\#(text)"}"#)
    }
    let shipped = Repository.path + "/Dictionaries"
    try write(
      "own.yaml",
      """
      name: own
      archive: [archive]
      database: own.sqlite
      reports: reports
      dictionaries: [\(shipped), mine]
      topics: []
      """)
    try folder.makeFolder("mine")
    #expect(try dateline(["run", "own.yaml", "--quiet"]).status == 0)
  }

  private func write(_ path: String, _ text: String) throws {
    let url = URL(filePath: folder.path).appendingPathComponent(path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func dateline(_ arguments: [String]) throws -> Program.Outcome {
    try Program.dateline.run(arguments, folder: folder.path)
  }

  private func correct(_ arguments: String...) throws -> String {
    let outcome = try dateline(["correct"] + arguments + ["--pipeline", "own.yaml"])
    return outcome.output + outcome.errors
  }

  /// What a correction of two mentions prints.
  private func changed(_ documents: Int) -> String {
    "changed 2 mentions in \(documents) document\(documents == 1 ? "" : "s") of 1 week; "
      + "the next run writes the reports and trends of these weeks\n"
  }

  private func organisations() throws -> String {
    try dateline(["query", "entities", "--type", "organisation", "--database", "own.sqlite", "--format", "csv"]).output
      .split(whereSeparator: \.isNewline).dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return "\(cells[0]) \(cells[5])"
      }.joined(separator: "; ")
  }

  @Test func correctionsTakeEffectAtOnceAndCanBeUndone() throws {
    let before = try organisations()
    #expect(before == "org~zorblax-agency 2; org~zorblax-office 2")
    let trial = try correct("add", "same-as", "org~zorblax-office", "org~zorblax-agency", "--dry-run")
    #expect(trial == "would change 2 mentions in 2 documents of 1 week\n")
    #expect(try organisations() == before)

    #expect(
      try correct("add", "same-as", "org~zorblax-office", "org~zorblax-agency", "--reason", "one body")
        == changed(2))
    #expect(try organisations() == "org~zorblax-agency 3")
    #expect(
      try correct("add", "no-name", "org~zorblax-agency", "--in-document", "archive/0.jsonl#0") == changed(1))
    #expect(try organisations() == "org~zorblax-agency 2")

    // The next run keeps the corrections, reads nothing again, and writes the reports.
    #expect(try dateline(["run", "own.yaml"]).errors.hasPrefix("3 documents in the database (0 read now"))
    #expect(try organisations() == "org~zorblax-agency 2")

    #expect(try dateline(["verify", "reports", "--database", "own.sqlite", "--quiet"]).output == "")

    let lines = try dateline(["correct", "list", "--pipeline", "own.yaml", "--format", "csv"]).output
      .split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",")[0] }
    #expect(lines == ["5", "6"])
    #expect(try correct("undo", "6") == changed(1))
    #expect(try correct("undo", "5") == changed(2))
    #expect(try organisations() == before)
  }

  @Test func wrongCorrectionsChangeNothing() throws {
    let before = try organisations()
    #expect(
      try correct("add", "same-as", "org~zorblax-office", "org.no-such-body")
        == "dateline: mine/corrections.tsv: no dictionary lists “org.no-such-body”\n")
    #expect(
      try correct("add", "same-as", "org~zorblax-office", "org~no-such-name")
        == "dateline: the database has no name “org~no-such-name”\n")
    #expect(
      try correct("add", "no-name", "org~zorblax-office", "--in-source", "no.example")
        == "dateline: the database has no source “no.example”\n")
    _ = try correct("add", "same-as", "org~zorblax-office", "org~zorblax-agency")
    let circle = try dateline(
      ["correct", "add", "same-as", "org~zorblax-agency", "org~zorblax-office", "--pipeline", "own.yaml"])
    #expect(circle.status == 65)
    #expect(
      circle.errors == """
        dateline: mine/corrections.tsv: org~zorblax-agency leads back to itself through other lines
        dateline: mine/corrections.tsv:5: org~zorblax-office leads back to itself through other lines

        """)
    #expect(try organisations() == "org~zorblax-agency 3")
    _ = try correct("undo", "5")
    #expect(try organisations() == before)
    #expect(
      try correct("undo", "5") == "dateline: no correction is on line 5; 'dateline correct list' prints the lines\n")
  }

  @Test func checkNamesLinesThatChangeNothing() throws {
    _ = try correct("add", "no-name", "org~no-such-name")
    _ = try correct("add", "no-name", "org~zorblax-office")
    _ = try correct("add", "same-as", "org~zorblax-office", "org~zorblax-agency")
    let check = try dateline(["check", "own.yaml"])
    let lines = (check.output + check.errors).split(whereSeparator: \.isNewline)
      .filter { $0.contains("corrections.tsv") }
    #expect(
      lines.map { $0.drop(while: { $0 != "c" }) } == [
        "corrections.tsv:6: warning: changes nothing: a later line wins",
        "corrections.tsv:5: warning: changes nothing: own.sqlite has no such name",
      ])
  }

  @Test func explainAndRejectedShowTheDecision() throws {
    _ = try correct("add", "no-name", "org~zorblax-office", "--reason", "a room")
    let rejected = try dateline(
      [
        "query", "mentions", "--rejected", "--database", "own.sqlite", "--entity", "org~zorblax-office", "--format",
        "csv",
      ])
    let rows = rejected.output.split(whereSeparator: \.isNewline).filter { $0.contains("no-name") }
    #expect(rows.count == 2 && rows.allSatisfy { $0.hasSuffix("no-name,a room,correction") })
    let explained = try dateline(["explain", "1.jsonl#1", "--database", "own.sqlite"])
    #expect(
      explained.output.contains(
        "Zorblax Office  ✗  Zorblax Office (org~zorblax-office): no-name: a room (step correction)"))
  }
}
