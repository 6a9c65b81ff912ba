import Foundation
import TestSupport
import Testing

/// The messages about a database that cannot be used, and the limits of a user's own statements.
@Suite struct DatabaseFailureTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "archive/a.jsonl", #"{"id":"a","published":"2024-03-04","title":"Rain","text":"Rain fell on the hills."}"#)
    try folder.write("p.yaml", "archive: archive\ndictionaries: []\ntopics: []\ndatabase: p.sqlite\nreports: reports\n")
    let made = try dateline("run", "--quiet", "p.yaml")
    #expect(made.status == 0, "\(made.errors)")
  }

  private func dateline(_ arguments: String...) throws -> Program.Outcome {
    try Program.dateline.run(arguments, folder: folder.path)
  }

  private static let held =
    "dateline: p.sqlite: another program is using this database; try again when it has finished\n"

  private static let questions = [
    ["query", "documents"], ["query", "sql", "SELECT 1 FROM document"], ["explain", "a"], ["report"],
  ]

  /// A reader blocks a run, and a writer blocks a query. Each command waits for some seconds first, so both wait at the
  /// same time; the run uses a folder of its own.
  @Test func whatHoldsADatabaseIsTold() throws {
    let read = try Self.init()
    let reader = try OtherProgram(read.folder.path + "/p.sqlite", "BEGIN; SELECT count(*) FROM document;")
    let writer = try OtherProgram(folder.path + "/p.sqlite", "BEGIN EXCLUSIVE; SELECT 1;")
    let run = try Program.dateline.start(["run", "--quiet", "p.yaml"], folder: read.folder.path)
    let asked = try Self.questions.map { try Program.dateline.start($0, folder: folder.path) }
    for (arguments, held) in try zip(Self.questions + [["run"]], (asked + [run]).map { try $0.finish() }) {
      #expect((held.status, held.errors) == (11, Self.held), "\(arguments)")
    }
    reader.end()
    writer.end()
    #expect(try read.dateline("run", "--quiet", "p.yaml").status == 0)
    for question in Self.questions {
      #expect(try Program.dateline.run(question, folder: folder.path).status == 0, "\(question)")
    }
  }

  @Test(arguments: [
    ["query", "entities"], ["query", "sql", "SELECT * FROM document_text"], ["explain", "a"], ["report"],
    ["verify", "reports"], ["run", "p.yaml"],
  ])
  func aDatabaseThatIsCutShortIsDamaged(arguments: [String]) throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/p.sqlite"))
    for size in [60, 5000, 9000, 100_000] {
      try folder.write("p.sqlite", Array(whole.prefix(size)))
      let outcome = try Program.dateline.run(arguments, folder: folder.path)
      #expect(outcome.status == 1, "\(size)")
      // The path of a report's database is shown as seen from the report.
      let path = arguments[0] == "verify" ? "reports/../p.sqlite" : "p.sqlite"
      #expect(outcome.errors.hasPrefix("dateline: \(path): this database is damaged: "), "\(outcome.errors)")
    }
  }

  /// SQLite is quick here, and what its rows become takes the time.
  @Test(arguments: [
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT quote(zeroblob(4000000)) FROM n",
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50000) SELECT group_concat(i) OVER (ORDER BY i) FROM n",
  ])
  func manyRowsEndAfterTheirTime(sql: String) throws {
    let start = ContinuousClock.now
    let outcome = try dateline("query", "sql", "--time-limit", "0.3", sql)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "dateline: stopped after 0.3 s\n")
    #expect(start.duration(to: .now) < .seconds(8), "on a busy machine")
  }

  /// Each statement consists of one or a few function calls, during which SQLite does not check the time.
  @Test(arguments: [
    "SELECT instr(hex(zeroblob(4900000)), hex(zeroblob(2400000)) || '1')",
    "SELECT replace(hex(zeroblob(4900000)), hex(zeroblob(2400000)) || '1', 'x')",
    "SELECT rtrim(hex(zeroblob(4900000)), replace(hex(randomblob(50000)), '0', '') || '0')",
    "SELECT printf('%.*c', 2000000000, 'x')",
    "SELECT count(*) FROM pragma_table_list AS a, pragma_table_list AS b, pragma_table_list AS c, pragma_table_list AS d",
  ])
  func everyStatementEndsAfterItsTime(sql: String) throws {
    let start = ContinuousClock.now
    let outcome = try dateline("query", "sql", "--time-limit", "0.3", sql)
    // Later versions of SQLite refuse some of these at once.
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("dateline: "))
    #expect(outcome.output.isEmpty)
    #expect(start.duration(to: .now) < .seconds(8), "on a busy machine")
  }

  @Test(arguments: [
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT randomblob(100000) AS b FROM n ORDER BY b",
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION SELECT hex(randomblob(100000)) FROM n) SELECT count(*) FROM n",
  ])
  func aSortThatNeverEndsFillsNeitherMemoryNorDisk(sql: String) throws {
    let outcome = try dateline("query", "sql", "--time-limit", "60", sql)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "dateline: the statement needs more than 384 MiB of memory\n")
  }
}

/// Runs the `sqlite3` program and keeps it inside a transaction.
private final class OtherProgram {
  private let process = Process()
  private let input = Pipe()

  /// - Parameter sql: Begins a transaction and prints something.
  init(_ database: String, _ sql: String) throws {
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    process.arguments = [database]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data((sql + "\n").utf8))
    _ = output.fileHandleForReading.availableData
  }

  func end() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  deinit { if process.isRunning { process.terminate() } }
}
