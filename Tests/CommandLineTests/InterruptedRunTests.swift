import Foundation
import TestSupport
import Testing

/// A run that is killed at any moment or cannot write enough. The next run has the same result as if nothing had
/// happened.
@Suite struct InterruptedRunTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "names/organisations.tsv", "id\tkind\tname\tcountry\norg.council\tregulator\tHarbour Council\tNL\n")
    try folder.write(
      "archive/wire.jsonl",
      #"""
      {"id":"1","published":"2024-03-04","title":"Gate","text":"The Harbour Council opened a gate on a wet day."}
      {"id":"2","published":"2024-03-12","title":"Rain","text":"Rain fell on the hills all day."}
      """#)
    try folder.write(
      "p.yaml", "archive: archive\ndictionaries: [names]\ntopics: []\ndatabase: p.sqlite\nreports: reports\n")
  }

  private static let run = ["run", "--quiet", "--jobs", "1", "p.yaml"]

  /// The database as SQL, and the names of all files.
  private func state() throws -> (dump: String, files: [String]) {
    let dump = try Program(path: "/usr/bin/sqlite3").run([folder.path + "/p.sqlite", ".dump"]).output
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return (dump, files.sorted())
  }

  private func removeResults() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix("p.sqlite") || name == "reports" {
      try FileManager.default.removeItem(atPath: folder.path + "/" + name)
    }
  }

  private static let strace = "/usr/bin/strace"

  /// Kills runs at successive system calls that change files. Among them are those that create the schema and those of
  /// the first sweep, the final checkpoint of the log and the reports.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: strace), "strace is not installed"))
  func aRunThatIsKilledAtASystemCall() throws {
    #expect(try Program.dateline.run(Self.run, folder: folder.path).status == 0)
    let whole = try state()
    #expect(whole.dump.contains("Harbour Council opened"))
    let strace = Program(path: Self.strace)
    // A system call, and the distance between the calls at which runs are killed: a run writes some 180 pages and
    // renames some 20 files.
    for (call, step) in [("pwrite64", 7), ("rename", 5), ("unlink", 3), ("fdatasync", 2), ("ftruncate", 1)] {
      var number = 1
      while true {
        try removeResults()
        let killed = try strace.run(
          ["-f", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(call):signal=KILL:when=\(number)"]
            + [Program.dateline.path] + Self.run, folder: folder.path)
        // The run has fewer calls than this number.
        if killed.status == 0 { break }
        let next = try Program.dateline.run(Self.run, folder: folder.path)
        #expect(next.status == 0, "\(call) \(number): \(next.errors)")
        let now = try state()
        #expect(now.dump == whole.dump, "\(call) \(number)")
        #expect(now.files == whole.files, "\(call) \(number)")
        number += step
      }
      #expect(number > step, "no \(call) was met")
    }
  }

  @Test(arguments: [8, 64, 300])
  func aLimitOfTheSizeOfFilesIsTold(blocks: Int) throws {
    let command = "ulimit -f \(blocks); exec '\(Program.dateline.path)' \(Self.run.joined(separator: " "))"
    let outcome = try Program(path: "/bin/bash").run(["-c", command], folder: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "dateline: p.sqlite: cannot be written: File too large\n")
    let next = try Program.dateline.run(Self.run, folder: folder.path)
    #expect(next.status == 0, "\(next.errors)")
    #expect(try state().files.filter { $0.hasPrefix("p.sqlite") } == ["p.sqlite", "p.sqlite.lock"])
  }

  @Test func reportsThatWereNotFinishedAreRemoved() throws {
    try folder.write("reports/csv/weeks.csv.123.dateline-new", "week,")
    try folder.write("reports/2024-W10.md.123.dateline-new", "# half a")
    try folder.write("reports/notes.md", "my own")
    // Another process is writing this file.
    let busy = try folder.write("reports/index.md.124.dateline-new", "# half an")
    let descriptor = open(busy, O_RDONLY)
    defer { close(descriptor) }
    flock(descriptor, LOCK_EX)
    #expect(try Program.dateline.run(Self.run, folder: folder.path).status == 0)
    let left = try state().files.filter { $0.hasSuffix(".dateline-new") || $0.hasSuffix("notes.md") }
    #expect(left == ["reports/index.md.124.dateline-new", "reports/notes.md"])
  }
}
