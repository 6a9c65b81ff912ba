import Foundation
import TestSupport
import Testing

/// `dateline query` as users type it, on an archive of four records with its own dictionaries.
@Suite struct QueryTests {
  private let archive: SmallArchive

  init() throws { archive = try SmallArchive() }

  /// Returns standard output, with plain line feeds between CSV lines.
  private func answer(_ arguments: String...) throws -> String {
    let outcome = try archive.query(arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.replacingOccurrences(of: "\r\n", with: "\n")
  }

  @Test func documentsComeNewestFirst() throws {
    try expectGolden(answer("documents"), "query-documents.csv")
  }

  @Test(arguments: [
    (["--week", "2024-W11"], ["3"]), (["--from", "2024-03-05", "--to", "2024-W10"], ["2"]),
    (["--topic", "Energy"], ["3", "2", "1"]),
    (["--entity", "tide mill"], ["2", "1"]), (["--country", "nl"], ["2", "1"]), (["--source", "South*"], ["2", "4"]),
    (["--type", "organisation"], ["1"]), (["--kind", "mill", "--source", "North Wire"], ["1"]),
    (["--limit", "2"], ["3", "2"]),
    (["--text", "\"tide went\""], ["2"]), (["--text", "title: gate OR hills"], ["3", "1"]),
    (["--entity", "fac.tide-mill", "--text", "hills"], []),
  ])
  func filtersNarrowDocuments(arguments: [String], records: [String]) throws {
    let outcome = try archive.query(["documents", "--format", "jsonl"] + arguments)
    let found = outcome.output.split(separator: "\n").compactMap { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["source"] as? String
    }
    #expect(found == records.map { "archive/wire.jsonl#\($0)" }, "\(outcome.errors)")
  }

  @Test func mentionsSayWhereAndWhy() throws {
    try expectGolden(answer("mentions", "--entity", "fac.tide-mill"), "query-mentions.csv")
    try expectGolden(answer("mentions", "--rejected"), "query-mentions-rejected.csv")
  }

  @Test func everyOtherQuestionIsAnswered() throws {
    try expectGolden(answer("entities"), "query-entities.csv")
    try expectGolden(answer("topics", "--week", "2024-W10"), "query-topics.csv")
    try expectGolden(answer("trend", "--topic", "energy"), "query-trend.csv")
    try expectGolden(answer("pairs", "--week", "2024-W10"), "query-pairs.csv")
    try expectGolden(answer("problems", "--format", "json"), "query-problems.json")
  }

  @Test func aTrendCanBeDrawn() throws {
    let chart = archive.folder.path + "/tide.svg"
    let table = try archive.query(["trend", "--topic", "tidal-power", "--format", "table", "--chart", chart])
    #expect(table.output.contains("2024-W10") && table.output.contains("2024-W11"), "\(table.errors)")
    #expect(try String(contentsOfFile: chart, encoding: .utf8).contains("</svg>"))
    let nowhere = try archive.query(["trend", "--topic", "tidal-power", "--chart", "/nofolder/x.svg"])
    #expect((nowhere.status, nowhere.errors) == (1, "dateline: /nofolder/x.svg: No such file or directory\n"))
  }

  /// A country can be given by code or name in any case, or by a surface that occurs in the archive.
  @Test(arguments: ["NL", "nl", "Netherlands", "netherlands", "dutch"])
  func aCountryIsNamedAsPeopleNameIt(typed: String) throws {
    let documents = try answer("documents", "--country", typed, "--format", "tsv").split(separator: "\n").count
    #expect(documents == 3)
    #expect(try answer("trend", "--country", typed, "--week", "2024-W10").contains("\n2024-W10,2,2,2,"))
    #expect(try answer("entities", "--country", typed, "--type", "organisation").contains("org.harbour-council"))
  }

  /// The view shows shares of stories, as the table in the reports does.
  @Test func theViewOfTopicsSaysWhatTheReportSays() throws {
    let view = try answer("sql", "SELECT week, topic, share FROM v_weekly_topics WHERE documents > 0 ORDER BY 1, 2")
    let table = try String(contentsOfFile: archive.folder.path + "/reports/csv/topics.csv", encoding: .utf8)
    let rows = table.replacing("\r\n", with: "\n").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let share = try #require(rows[0].firstIndex(of: "share"))
    #expect(
      Set(view.split(separator: "\n").dropFirst().map(String.init))
        == Set(rows.dropFirst().map { "\($0[0]),\($0[1]),\(Double($0[share]) ?? -1)" }))
    #expect(
      try archive.query(["sql", "SELECT sql FROM sqlite_schema WHERE name = 'v_weekly_topics'"]).output
        .contains("share, expected and change are those of stories"))
  }

  /// Options that would not narrow a query do not exist.
  @Test(arguments: [
    ["trend", "--topic", "energy", "--kind", "mill"], ["pairs", "--topic", "energy"], ["pairs", "--source", "x"],
    ["pairs", "--zone", "title"], ["problems", "--week", "2024-W10"], ["problems", "--entity", "org.nato"],
  ])
  func optionsThatWouldDoNothingAreRefused(arguments: [String]) throws {
    let outcome = try archive.query(arguments)
    #expect((outcome.status, outcome.output) == (64, ""))
    #expect(outcome.errors.contains("Unknown option '\(arguments[arguments.count - 2])'"), "\(outcome.errors)")
  }

  @Test func aTrendOfNothingSaysSo() throws {
    let trend = try archive.query(["trend", "--country", "FR"])
    #expect((trend.status, trend.output.split(separator: "\r\n").count) == (0, 1))
    #expect(trend.errors == "no week of this period has documents of France\n")
  }

  @Test(arguments: [
    (["annotat", "x"], "no command 'annotat'; did you mean 'dateline annotate'?"),
    (
      ["fetch"],
      "no command 'fetch'; there is: run, report, query, explain, clean, annotate, check, verify, correct, audit, topics, dictionary"
    ),
    (["dictionary", "sugest"], "no command 'sugest'; did you mean 'dateline dictionary suggest'?"),
  ])
  func anUnknownCommandIsNamed(arguments: [String], message: String) throws {
    let outcome = try Program.dateline.run(arguments)
    #expect((outcome.status, outcome.output, outcome.errors) == (64, "", "dateline: \(message)\n"))
  }

  @Test func sqlReadsAndNothingElse() throws {
    #expect(
      try answer("sql", "SELECT publisher, count(*) AS n FROM document GROUP BY 1 ORDER BY 1")
        == "publisher,n\nNorth Wire,2\nSouth Wire,2\n")
    #expect(
      try answer("sql", "SELECT week, topic, documents FROM v_weekly_topics ORDER BY 1, 2", "--limit", "1")
        == "week,topic,documents\n2024-W10,energy,2\n")
    let refused = try archive.query(["sql", "DELETE FROM document"])
    #expect(refused.status == 1)
    #expect(refused.errors == "dateline: not authorized\n")
    #expect(refused.output.isEmpty)
  }

  @Test(arguments: [
    (["entities", "--entity", "mill"], Int32(1), "no entity 'mill' in this database; there is: fac.tide-mill"),
    (["documents", "--country", "Frence"], 1, "no country 'Frence' in this database; there is: France (FR)"),
    (["trend", "--country", "Nether"], 1, "no country 'Nether' in this database; there is: Netherlands (NL)"),
    (["documents", "--source", "Wire"], 1, "no source 'Wire' in this database; there is: North Wire, South Wire"),
    (["documents", "--kind", "mil"], 1, "no kind 'mil' in this database; there is: mill"),
    (["problems", "--kind", "bad"], 64, "The value 'bad' is invalid for '--kind <kind>'"),
    (["documents", "--topic", "tides"], 1, "no topic 'tides' in this database"),
    (["documents", "--text", "\"open"], 64, "the full-text query is wrong"), (["trend"], 64, "give one of --topic"),
    (
      ["trend", "--source", "Wire"], 1, "no source 'Wire' in this database; there is: North Wire, South Wire"
    ),
    (
      ["documents", "--from", "2024-03-05", "--to", "2024-03-04"], 64,
      "--from 2024-03-05 is later than --to 2024-03-04"
    ),
    (["mentons"], 64, "dateline: no command 'mentons'; did you mean 'dateline query mentions'?\n"),
    (["documents", "--week", "2024-W54"], 64, "--week"),
    (["documents", "--limit", "-1"], 64, "--limit takes a number from 0"),
    (["entities", "--database", "nowhere.sqlite"], 10, "nowhere.sqlite: no database here"),
    (["entities", "--database", "p.yaml"], 1, "p.yaml: not a dateline database"),
  ])
  func whatIsWrongIsSaid(arguments: [String], status: Int32, message: String) throws {
    let outcome = try archive.query(arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}

/// Four records and an invalid line, with dictionaries, topics and the database made from them.
private final class SmallArchive {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "names/organisations.tsv", "id\tkind\tname\tcountry\norg.harbour-council\tregulator\tHarbour Council\tNL\n")
    try folder.write(
      "names/countries.tsv",
      "id\tkind\tname\tcountry\ncountry.nl\tstate\tNetherlands\tNL\ncountry.fr\tstate\tFrance\tFR\n")
    try folder.write("names/facilities.tsv", "id\tkind\tname\tcountry\nfac.tide-mill\tmill\tTide Mill\tNL\n")
    let head = "id\tsurface\tcase\trequires\n"
    try folder.write("names/organisations.surfaces.tsv", head + "org.harbour-council\tHarbour Council\tsmart\t\n")
    try folder.write(
      "names/countries.surfaces.tsv", head + "country.nl\tNetherlands\tsmart\t\ncountry.nl\tDutch\tsmart\t\n")
    try folder.write(
      "names/facilities.surfaces.tsv",
      head + "fac.tide-mill\tTide Mill\tsmart\t\nfac.tide-mill\tthe mill\tany\tsentence:tide\n")
    try folder.write(
      "topics/tides.yaml",
      """
      topics:
        - id: energy
          name: Energy
          rules: |
            electricity
        - id: tidal-power
          name: Tidal power
          broader: energy
          rules: |
            tide
      """)
    try folder.write(
      "p.yaml",
      "name: p\narchive:\n  - archive\ndictionaries:\n  - names\ntopics:\n  - topics\ndatabase: p.sqlite\nreports: reports\n"
    )
    try folder.write(
      "archive/wire.jsonl",
      #"""
      {"id":"1","title":"Council opens gate","published":"2024-03-04","publisher":"North Wire","text":"The Harbour Council opened a gate of the Tide Mill in the Netherlands."}
      {"id":"2","title":"=HYPERLINK(\"x\") | a title","published":"2024-03-05","publisher":"South Wire","text":"Dutch engineers said that the mill was shut, and the tide went out."}
      {"id":"3","title":"Nothing of note","published":"2024-03-12","publisher":"North Wire","text":"Rain fell on the hills all day, and the tide came in."}
      {"id":"4","title":"No day","publisher":"South Wire","text":"The mill was painted."}
      not json
      """#)
    let outcome = try Program.dateline.run(["run", "p.yaml"], folder: folder.path)
    guard outcome.status == 3 else { throw RunFailed(errors: outcome.errors) }
  }

  struct RunFailed: Error { var errors: String }

  func query(_ arguments: [String]) throws -> Program.Outcome {
    try Program.dateline.run(["query"] + arguments, folder: folder.path)
  }
}
