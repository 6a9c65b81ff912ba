import Foundation
import TestSupport
import Testing

/// A report contains the path of its database relative to the report's folder, and `dateline verify` uses it.
@Suite struct VerifyTests {
  private let folder: TemporaryFolder
  private static let page = "2024-W10"

  /// A database and reports in different folders, whose names contain characters that Markdown and HTML escape.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "home/pages/a.jsonl", #"{"id":"a","published":"2024-03-04","text":"Rain fell on the hills all day."}"# + "\n")
    try folder.write("home/p.yaml", "dictionaries: []\ntopics: []\narchive: pages\n")
    try folder.makeFolder("home/data")
    let run = try dateline(
      ["run", "--quiet", "p.yaml", "--database", "data/\"R & D's\".sqlite", "--reports", "out/weekly"], in: "home")
    #expect(run.status == 0, "\(run.errors)")
  }

  private func dateline(
    _ arguments: [String], in place: String = "", database: String? = nil
  ) throws -> Program.Outcome {
    let variable = database.map { ["DATELINE_DATABASE=\($0)"] } ?? ["-u", "DATELINE_DATABASE"]
    return try Program(path: "/usr/bin/env").run(
      variable + [Program.dateline.path] + arguments, folder: folder.path + "/" + place)
  }

  private static let database = "../../data/\"R & D's\".sqlite"

  @Test(arguments: ["\(page).md", "\(page).html", ""])
  func theReportsOwnDatabaseIsFound(name: String) throws {
    for (place, path) in [("", "home/out/weekly/"), ("home/out/weekly", ""), ("home/data", "../out/weekly/")] {
      let report = path + name
      let outcome = try dateline(["verify", report.isEmpty ? "." : report], in: place)
      #expect((outcome.status, outcome.output) == (0, ""), "\(outcome.errors)")
      #expect(outcome.errors.contains(Self.database), "\(outcome.errors)")
    }
  }

  @Test func bothMayBeMovedTogether() throws {
    try FileManager.default.moveItem(atPath: folder.path + "/home", toPath: folder.path + "/elsewhere")
    #expect(try dateline(["verify", "elsewhere/out/weekly"]).status == 0)
  }

  /// The command line takes precedence.
  @Test func theOptionWins() throws {
    let outcome = try dateline(["verify", "home/out/weekly", "--database", "nowhere.sqlite"])
    #expect((outcome.status, outcome.errors) == (10, "dateline: nowhere.sqlite: no database here\n"))
  }

  @Test func aDatabaseThatWasMovedAloneIsNoDifference() throws {
    let moved = folder.path + "/moved.sqlite"
    try FileManager.default.moveItem(atPath: folder.path + "/home/data/\"R & D's\".sqlite", toPath: moved)
    #expect(try dateline(["verify", "home/out/weekly"], in: "").status == 0, "the only one of this folder")
    #expect(try dateline(["verify", "../out/weekly"], in: "home/data").status == 10)
    #expect(try dateline(["verify", "../out/weekly"], in: "home/data", database: moved).status == 0)
    #expect(try dateline(["verify", "../out/weekly", "--database", moved], in: "home/data").status == 0)
  }

  /// The numbers on a page differ from those of another database.
  @Test func aPageOfAnotherDatabaseDiffers() throws {
    try folder.write(
      "home/pages/b.jsonl", #"{"id":"b","published":"2024-03-05","text":"The tide came in at noon."}"# + "\n")
    let other = try dateline(
      ["run", "--quiet", "p.yaml", "--database", "data/other.sqlite", "--reports", "out/other"], in: "home")
    #expect(other.status == 0, "\(other.errors)")
    let outcome = try dateline(["verify", "home/out/weekly/\(Self.page).md", "--database", "home/data/other.sqlite"])
    #expect(outcome.status == 1 && outcome.output.contains("front matter, documents"), "\(outcome.output)")
  }

  /// Reports of an earlier version do not contain the path of their database.
  @Test func aReportThatNamesNoDatabaseIsCompared() throws {
    let path = "home/out/weekly/\(Self.page).md"
    let text = try String(contentsOfFile: folder.path + "/" + path, encoding: .utf8)
    try folder.write(path, text.replacing(/(?m)^database: .*\n/, with: ""))
    #expect(try dateline(["verify", path]).status == 10)
    #expect(try dateline(["verify", path], database: "home/data/\"R & D's\".sqlite").status == 0)
  }

  /// If databases and reports have the same relative location, two runs write the same bytes in any folder.
  @Test func thePlaceIsSeenFromTheReportAlone() throws {
    let page = try String(contentsOfFile: folder.path + "/home/out/weekly/\(Self.page).md", encoding: .utf8)
    #expect(page.contains(#"\#ndatabase: "../../data/\"R & D's\".sqlite"\#n"#))
    try folder.link("link", to: "home/out")
    let through = try dateline(
      ["report", Self.page, "--database", "home/data/\"R & D's\".sqlite", "--reports", "link/weekly"])
    #expect(through.status == 0, "\(through.errors)")
    #expect(try String(contentsOfFile: folder.path + "/link/weekly/\(Self.page).md", encoding: .utf8) == page)
  }
}
