import Foundation
import TestSupport
import Testing

/// The reports of the bundled archive: written elsewhere, tampered with, and verified against the database.
@Suite struct ReportTests {
  static let week = "2024-W20"

  @Test func theSameBytesInAnyZoneAndLocale() throws {
    let usual = try ExampleRun()
    let (files, dump) = try (usual.files(), usual.dump())
    for (zone, locale) in [
      ("Pacific/Kiritimati", "tr_TR.UTF-8"), ("America/St_Johns", "C"), ("Asia/Kathmandu", "ar_EG.UTF-8"),
    ] {
      let other = try ExampleRun(environment: ["TZ=\(zone)", "LC_ALL=\(locale)", "LANG=\(locale)"])
      #expect(try other.files() == files, "\(zone)")
      #expect(try other.dump() == dump, "\(zone)")
    }
  }

  @Test func anUntouchedReportHasNoDifference() throws {
    let run = try ExampleRun()
    for path in [Self.week + ".md", Self.week + ".html", ""] {
      let outcome = try run.verify(path)
      #expect(outcome.status == 0 && outcome.output.isEmpty, "\(path): \(outcome.output)\(outcome.errors)")
    }
  }

  /// Any change in a page or table is reported with its place.
  @Test func whatIsChangedInAReportIsNamed() throws {
    let run = try ExampleRun()
    let page = try run.text(Self.week + ".md")
    let row = try #require(page.split(separator: "\n").first { $0.contains("](#topic-1)") })
    let name = try #require(row.split(separator: "|").first).trimmingCharacters(in: .whitespaces)
    try run.change(Self.week + ".md", String(row), row.replacingOccurrences(of: "](#topic-1)", with: "0](#topic-1)"))
    let markdown = try run.verify(Self.week + ".md")
    #expect(markdown.status == 1)
    #expect(
      markdown.output.split(separator: "\n").map { $0.components(separatedBy: ": report")[0] }
        == ["\(Self.week).md: Topics, \(name), Documents"], "\(markdown.output)")
    try run.change("csv/topics.csv", "\r\n2024-W20,", "\r\n2024-W20 ,")
    try run.change("index.html", "<h1>", "<h1>! ")
    try run.change("charts/\(Self.week)-topics.svg", "<title", "<title ")
    let folder = try run.verify("")
    #expect(folder.status == 1)
    for file in ["\(Self.week).md", "csv/topics.csv", "index.html", "charts/\(Self.week)-topics.svg"] {
      #expect(folder.output.contains("\(file): "), "\(folder.output)")
    }
  }

  @Test func whatIsChangedInTheDatabaseIsNamed() throws {
    let run = try ExampleRun()
    let id = try run.sqlite(
      "SELECT series FROM weekly_series WHERE week = '\(Self.week)' AND dimension = 'topic' ORDER BY documents DESC LIMIT 1"
    )
    _ = try run.sqlite(
      """
      UPDATE weekly_series SET documents = documents + 100 WHERE week = '\(Self.week)' AND dimension = 'topic' AND series = '\(id)'
      """)
    let outcome = try run.verify(Self.week + ".md")
    #expect(outcome.status == 1)
    let name = try run.sqlite("SELECT name FROM topic WHERE id = '\(id)'")
    #expect(outcome.output.contains("\(Self.week).md: Topics, \(name), Documents: report "), "\(outcome.output)")
    #expect(outcome.output.contains("database, \(Self.week), topic \(id): "), "\(outcome.output)")
    _ = try run.sqlite("UPDATE run SET value = 'another' WHERE name = 'rules'")
    #expect(try run.verify(Self.week + ".md").output.contains("front matter, rules: report "))
  }

  /// The stored numbers are counted again from the documents.
  @Test func aStoredNumberThatTheDocumentsDoNotGiveIsNamed() throws {
    let run = try ExampleRun()
    let found = try run.sqlite(
      """
      SELECT mention.document || ' ' || entity FROM v_entity_mentions AS mention WHERE week = '\(Self.week)'
      AND type = 'organisation' GROUP BY 1 HAVING count(*) = 1 ORDER BY 1 LIMIT 1
      """
    ).split(separator: " ")
    let stored = try run.sqlite(
      "SELECT documents FROM weekly_series WHERE week = '\(Self.week)' AND series = '\(found[1])'")
    _ = try run.sqlite(
      """
      DELETE FROM mention WHERE document = \(found[0]) AND surface IN (SELECT id FROM surface WHERE entity = '\(found[1])')
      """)
    let outcome = try run.verify(Self.week + ".md")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.hasPrefix("database, \(Self.week), organisation \(found[1]): \(stored) documents, "),
      "\(outcome.output)")
  }

  /// The other weeks are written too, so that no link on the page is broken.
  @Test func aWeekIntoANewFolderBringsTheOthers() throws {
    let run = try ExampleRun()
    let all = try run.files()
    let outcome = try run.shell("dateline report \(Self.week) --reports ../new")
    #expect((outcome.status, outcome.output) == (0, "../new/\(Self.week).md\n"), "\(outcome.errors)")
    #expect(try run.files(in: "new").keys.sorted() == all.keys.sorted())
    // If there is already an index, only the requested week is written.
    try FileManager.default.removeItem(atPath: run.folder.path + "/new/2024-W19.md")
    #expect(try run.shell("dateline report \(Self.week) --reports ../new").status == 0)
    #expect(try run.files(in: "new").count == all.count - 1)
  }

  @Test(arguments: [
    ("--latest 2", ["2024-W20", "2024-W21"]), ("--from 2024-W20", ["2024-W20", "2024-W21"]),
    ("--to 2024-W10", ["2024-W09", "2024-W10"]), ("--from 2024-W16 --to 2024-W17", ["2024-W16", "2024-W17"]),
    ("--from 2025-W01", []), ("--to 2023-W01", []),
  ])
  func someWeeks(options: String, written: [String]) throws {
    let run = try ExampleRun()
    let pages = try run.files().keys.filter { $0.hasPrefix("2024-") && $0.hasSuffix(".md") }
    for page in pages { try FileManager.default.removeItem(atPath: "\(run.folder.path)/reports/\(page)") }
    let outcome = try run.shell("dateline report \(options) --reports .")
    #expect(outcome.status == (written.isEmpty ? 1 : 0), "\(outcome.errors)")
    #expect(try run.files().keys.filter { pages.contains($0) }.sorted() == written.map { $0 + ".md" })
  }

  @Test(arguments: [
    ("--latest 0", "--latest needs a number of weeks, at least 1"),
    ("--from 2024-W20 --to 2024-W10", "--from is after --to"),
    ("2024-W20 --latest 2", "give a week or a range, --from and --to, or --latest"),
  ])
  func weeksThatContradict(options: String, message: String) throws {
    let outcome = try Program.dateline.run(["report"] + options.split(separator: " ").map(String.init))
    #expect(outcome.status == 64 && outcome.errors.contains(message), "\(outcome.errors)")
  }

  /// There are tables for persons and places too, as the database has them.
  @Test func everyKindOfNameHasItsTable() throws {
    let run = try ExampleRun()
    for (dimension, table) in [("place", "places"), ("person", "persons"), ("facility", "facilities")] {
      let rows = try run.text("csv/\(table).csv").split(separator: "\r\n").count - 1
      let stored = try run.sqlite(
        "SELECT count(*) FROM weekly_series WHERE dimension = '\(dimension)' AND documents > 0")
      #expect(rows > 0 && rows == Int(stored), "\(table): \(rows) of \(stored)")
    }
  }

  /// Settings that differ from the defaults are read from the database.
  @Test func aReportOfOtherSettingsNeedsNoPipeline() throws {
    let run = try ExampleRun(settings: "trends:\n  baseline_weeks: 5\n  unit: documents\nreport:\n  rows: 4\n")
    #expect(try run.text(Self.week + ".md").contains("last 5 complete weeks"))
    let outcome = try run.verify("")
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.output)\(outcome.errors)")
  }

  /// Every command on a page runs, and those under tables give the numbers in the tables.
  @Test func theQueriesOfAPageGiveItsTables() throws {
    let run = try ExampleRun()
    let page = try run.text(Self.week + ".md")
    let block = page.components(separatedBy: "```sh\n")[1].components(separatedBy: "\n```")[0]
    var title = ""
    var checked: [String] = []
    for line in block.split(separator: "\n") {
      if line.hasPrefix("# ") {
        title = String(line.dropFirst(2))
        continue
      }
      let outcome = try run.shell(String(line))
      #expect(outcome.status == 0, "\(line): \(outcome.errors)")
      guard let table = run.table(title, in: page), let documents = table.first?.firstIndex(of: "Documents") else {
        continue
      }
      let numbers = table.dropFirst().map { $0[documents].drop { $0 == "[" }.prefix { $0.isNumber } }
      let answer = outcome.output.split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      let column = try #require(answer.first?.firstIndex(of: "documents"), "\(line)")
      #expect(answer.dropFirst().prefix(numbers.count).map { $0[column] } == Array(numbers), "\(title)")
      checked.append(title)
    }
    #expect(Set(checked).isSuperset(of: ["Topics", "Countries", "Organisations", "Main stories"]), "\(checked)")
  }
}

/// The database and reports of the bundled archive, in a separate folder.
private final class ExampleRun {
  let folder: TemporaryFolder
  private let pipeline: String

  /// - Parameters:
  ///   - environment: `NAME=value`.
  ///   - settings: Lines added to the pipeline.
  init(environment: [String] = [], settings: String = "") throws {
    folder = try TemporaryFolder()
    let root = Repository.path
    let text = try String(contentsOfFile: root + "/Pipelines/example.yaml", encoding: .utf8)
      .replacing("archive: example", with: "archive: \(root)/Pipelines/example").replacing("../", with: root + "/")
    pipeline = try folder.write("example.yaml", text + "\n" + settings)
    let outcome = try Program(path: "/usr/bin/env").run(
      environment + [
        Program.dateline.path, "run", pipeline, "--database", folder.path + "/e.sqlite", "--reports",
        folder.path + "/reports",
      ])
    guard outcome.status == 3 else { throw RunFailed(errors: outcome.errors) }
  }

  struct RunFailed: Error { var errors: String }

  func text(_ path: String) throws -> String {
    try String(contentsOfFile: folder.path + "/reports/" + path, encoding: .utf8)
  }

  func change(_ path: String, _ old: String, _ new: String) throws {
    let text = try text(path)
    try #require(text.contains(old), "\(path)")
    try folder.write("reports/" + path, text.replacingOccurrences(of: old, with: new))
  }

  func verify(_ path: String) throws -> Program.Outcome {
    try Program.dateline.run(["verify", folder.path + "/reports/" + path, "--database", folder.path + "/e.sqlite"])
  }

  func sqlite(_ sql: String) throws -> String {
    let outcome = try Program(path: "/usr/bin/sqlite3").run([folder.path + "/e.sqlite", sql])
    if outcome.status != 0 { throw RunFailed(errors: outcome.errors) }
    return outcome.output.trimmingCharacters(in: .newlines)
  }

  func dump() throws -> String { try sqlite(".dump") }

  /// Runs a command as a reader would paste it, in the folder of the reports.
  func shell(_ command: String) throws -> Program.Outcome {
    let programs = (Program.dateline.path as NSString).deletingLastPathComponent
    return try Program(path: "/usr/bin/env").run(
      [
        "DATELINE_DATABASE=\(folder.path)/e.sqlite", "PATH=\(programs):/usr/bin:/bin", "/bin/bash", "-c", command,
      ], folder: folder.path + "/reports")
  }

  /// The first table in a section; its first row is the header.
  func table(_ title: String, in page: String) -> [[String]]? {
    guard let section = page.components(separatedBy: "\n## \(title)\n").dropFirst().first else { return nil }
    let lines = section.components(separatedBy: "\n## ")[0].split(separator: "\n").filter { $0.hasPrefix("| ") }
    let rows = lines.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    return rows.isEmpty ? nil : rows.enumerated().filter { $0.offset != 1 }.map(\.element)
  }

  func files(in reports: String = "reports") throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: "\(folder.path)/\(reports)") {
      files[path] = FileManager.default.contents(atPath: "\(folder.path)/\(reports)/\(path)")
    }
    return files
  }
}
