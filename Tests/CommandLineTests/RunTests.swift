import Foundation
import TestSupport
import Testing

/// `dateline run` as a whole: an archive always gives the same database, however it was read.
@Suite struct RunTests {
  @Test func theDatabaseDoesNotDependOnTheNumberOfJobs() throws {
    let archive = try MixedArchive()
    let dumps = try [1, 2, 8].map { try archive.run("jobs\($0)", jobs: $0).dump() }
    #expect(dumps[0].contains("INSERT INTO document"))
    #expect(dumps[0] == dumps[1])
    #expect(dumps[0] == dumps[2])
  }

  @Test func aKilledRunThatIsStartedAgainEndsAsOneThatWasNot() throws {
    let archive = try MixedArchive(records: 1500)
    let whole = try archive.run("whole").dump()
    let start = Date()
    _ = try archive.run("timing")
    let duration = Date().timeIntervalSince(start)
    var random = SystemRandomNumberGenerator()
    for point in 0..<5 {
      var seconds = duration * Double.random(in: 0.02...0.9, using: &random)
      var name = "cut\(point)"
      // If a run is faster than the timed one, it ends before it is killed. An earlier time is then tried with a new
      // database.
      var wasCut = try Program.dateline.runAndKill(archive.arguments(name, jobs: 2), after: seconds)
      for attempt in 0..<6 where !wasCut {
        seconds *= 0.6
        name = "cut\(point)-\(attempt)"
        wasCut = try Program.dateline.runAndKill(archive.arguments(name, jobs: 2), after: seconds)
      }
      #expect(wasCut, "no run could be cut")
      #expect(try archive.run(name).dump() == whole, "killed after \(seconds) s of \(duration) s")
    }
  }

  @Test func runningTwiceAddsNothing() throws {
    let archive = try MixedArchive()
    let first = try archive.run("twice").dump()
    let second = try archive.run("twice")
    #expect(second.errors.contains("(0 read now, \(archive.files) files unchanged)"), "\(second.errors)")
    #expect(try second.dump() == first)
  }

  @Test func aNewFileIsAddedAndAChangedOneReplacesItsDocuments() throws {
    let archive = try MixedArchive()
    _ = try archive.run("grown")
    try archive.folder.write(
      "archive/late.jsonl", #"{"id":"a","title":"Late","text":"A reactor at Loviisa was refuelled."}"#)
    try archive.folder.write(
      "archive/records.jsonl", #"{"id":"b","title":"Changed","text":"Another text about Olkiluoto."}"#)
    let grown = try archive.run("grown").dump()
    let anew = try archive.run("anew").dump()
    #expect(grown == anew)
    #expect(grown.contains("late.jsonl#a"))
    #expect(!grown.contains("records.jsonl#r1"))
  }

  /// The problems in the database after a run, as `source: kind`, and the exit code of the run.
  private func problems(
    _ folder: TemporaryFolder, _ arguments: String...
  ) throws -> (status: Int32, lines: [String]) {
    let outcome = try Program.dateline.run(["run", "--quiet", "p.yaml"] + arguments, folder: folder.path)
    let rows = try Program.dateline.run(["query", "problems", "--format", "tsv"], folder: folder.path).output
    let lines = rows.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return "\(cells[0]): \(cells[2])"
    }
    return (outcome.status, lines)
  }

  private func smallArchive() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("archive/a.txt", "Rain fell on the hills all day, and the tide came in at noon.")
    try folder.write("p.yaml", "archive: archive\ndatabase: p.sqlite\nreports: reports\n")
    return folder
  }

  @Test func aMistypedPathIsForgottenByTheNextRun() throws {
    let folder = try smallArchive()
    #expect(try problems(folder, "archive", "achrive") == (3, ["achrive: missing"]))
    #expect(try problems(folder) == (0, []))
  }

  @Test func problemsOfFilesThatAreGoneGoAndDocumentsStayIfThePipelineSaysSo() throws {
    let folder = try smallArchive()
    try folder.write("p.yaml", "archive: archive\narchive_keeps_removed: true\ndatabase: p.sqlite\nreports: reports\n")
    try folder.write("archive/b.jsonl", #"{"id":"x","text":"One gate was shut."}"# + "\nnone\n")
    try folder.write("archive/c.txt", "")
    let all = ["archive/b.jsonl: record", "archive/c.txt: empty"]
    #expect(try problems(folder) == (3, all))
    // A run on another part of the archive does not affect the problems of these files.
    try folder.write("more/d.txt", "The gate was opened again after the rain had gone.")
    #expect(try problems(folder, "more") == (3, all))
    let files = ["b.jsonl", "c.txt"].map { "\(folder.path)/archive/\($0)" }
    let kept = try Data(contentsOf: URL(fileURLWithPath: files[0]))
    for file in files { try FileManager.default.removeItem(atPath: file) }
    #expect(try problems(folder) == (0, []))
    let documents = try Program.dateline.run(["query", "documents"], folder: folder.path).output
    #expect(documents.contains("archive/b.jsonl#x"))
    try kept.write(to: URL(fileURLWithPath: files[0]))
    #expect(try problems(folder) == (3, ["archive/b.jsonl: record"]))
  }

  /// Reports are written to the folder given in the pipeline file, wherever the command that reads the database runs.
  @Test func reportsAreWrittenWhereThePipelineHasThem() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "mine/archive/a.jsonl", #"{"id":"a","published":"2024-03-04","text":"Rain fell on the hills all day."}"#)
    try folder.write("mine/p.yaml", "archive: archive\ndatabase: data/p.sqlite\nreports: out/weekly\n")
    try folder.makeFolder("mine/data")
    #expect(try Program.dateline.run(["run", "--quiet", "p.yaml"], folder: folder.path + "/mine").status == 0)
    for (place, database, page) in [
      ("/mine", "data/p.sqlite", "out/weekly/2024-W10.md"), ("", "mine/data/p.sqlite", "mine/out/weekly/2024-W10.md"),
      ("/mine/data", "p.sqlite", "../out/weekly/2024-W10.md"),
    ] {
      try FileManager.default.removeItem(atPath: folder.path + "/mine/out")
      let report = try Program.dateline.run(["report", "--database", database], folder: folder.path + place)
      #expect((report.status, report.output) == (0, page + "\n"), "\(report.errors)")
      let verified = try Program.dateline.run(
        ["verify", page, "--database", database], folder: folder.path + place)
      #expect((verified.status, verified.output) == (0, ""))
      #expect(verified.errors.hasPrefix("\(page): ") && verified.errors.hasSuffix(" with \(database)\n"))
    }
  }
}

/// An invented archive of pages, text and records.
private final class MixedArchive {
  let folder: TemporaryFolder
  let files = 32

  init(records: Int = 300) throws {
    folder = try TemporaryFolder()
    let places = ["Loviisa", "Kalinin", "Brussels", "Vienna", "Hinkley Point", "Ankara", "Tehran"]
    let verbs = ["welcomed", "rejected", "discussed", "inspected", "delayed", "approved"]
    func sentence(_ seed: Int) -> String {
      "On day \(seed) officials in \(places[seed % 7]) \(verbs[seed / 7 % 6]) plan \(seed * 31 % 977) for the reactor near "
        + "\(places[seed / 3 % 7]), and the IAEA said report \(seed * 7) would follow."
    }
    for page in 0..<30 {
      let day = page % 27 + 1
      let text = (0..<4).map { "<p>\(sentence(page * 11 + $0))</p>" }.joined(separator: "\n")
      try folder.write(
        "archive/pages/\(page).html",
        """
        <html><head><title>Story \(page)</title><meta property="article:published_time" content="2024-02-\(day < 10 ? "0" : "")\(day)">
        </head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Story \(page)</h1>\(text)</article>
        <footer>All rights reserved</footer></body></html>
        """)
    }
    try folder.write("archive/note.txt", (0..<5).map { sentence($0 + 5000) }.joined(separator: "\n\n"))
    let lines = (1...records).map { record in
      let day = record % 28 + 1
      return #"{"id":"r\#(record)","title":"Record \#(record)","published":"2024-03-\#(day < 10 ? "0" : "")\#(day)","#
        + #""text":"\#(sentence(record)) \#(sentence(record + 4000))"}"#
    }
    try folder.write("archive/records.jsonl", lines.joined(separator: "\n"))
  }

  func arguments(_ name: String, jobs: Int) -> [String] {
    [
      "run", "default", folder.path + "/archive", "--database", "\(folder.path)/\(name).sqlite",
      "--reports", "\(folder.path)/reports-\(name)", "--jobs", String(jobs),
    ]
  }

  struct Ended {
    var database: String
    var errors: String

    /// The database as SQL, with every row of every table.
    func dump() throws -> String {
      try Program(path: "/usr/bin/sqlite3").run([database, ".dump"]).output
    }
  }

  func run(_ name: String, jobs: Int = 2) throws -> Ended {
    let outcome = try Program.dateline.run(arguments(name, jobs: jobs))
    #expect(outcome.status == 0, "\(outcome.errors)")
    return Ended(database: "\(folder.path)/\(name).sqlite", errors: outcome.errors)
  }
}
