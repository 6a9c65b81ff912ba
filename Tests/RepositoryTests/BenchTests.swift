import Foundation
import TestSupport
import Testing

/// `dateline-bench` measures its input with every option, and fails when it should.
@Suite struct BenchTests {
  private static let bench = Program(name: "dateline-bench")
  private static let stages = [
    "load", "read", "clean", "tokenise", "match", "names", "topics", "store",
  ]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("pages/a.txt", "Rain fell on the hills of Norway all day, and the tide came in at noon.")
    try folder.write("pages/b.jsonl", #"{"id":"b","published":"2024-03-04","text":"The IAEA spoke in Vienna."}"# + "\n")
    try folder.write("small.yaml", "name: small\ndictionaries: []\ntopics: []\n")
  }

  /// The rows after the header, as cells.
  private func measure(_ arguments: [String]) throws -> [[String]] {
    let outcome = try Self.bench.run(arguments)
    #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    return outcome.output.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
      .map { $0.split(separator: "\t").map(String.init) }
  }

  @Test func everyStageAndTheWholeRunAreMeasured() throws {
    let rows = try measure([folder.path + "/pages", "--repeats", "1"])
    #expect(rows.map { $0[0] } == Self.stages + ["extract", "run"])
    for row in rows.dropFirst() { #expect(row.count == 8 && row[3] == "2", "\(row)") }
    for row in rows { #expect(Double(row[2]) ?? -1 >= 0, "\(row)") }
  }

  @Test func everyOptionIsHeeded() throws {
    let pages = folder.path + "/pages"
    let small = ["--pipeline", folder.path + "/small.yaml", "--repeats", "2", "--jobs", "2"]
    #expect(try measure([pages, "--only", "run"] + small).map { $0[0] } == ["load", "run"])
    #expect(try measure([pages, "--only", "run"] + small)[1][1] == "2")
    #expect(try measure([pages, "--only", "extract", "--expect", "2"] + small).map { $0[0] } == ["load", "extract"])
    #expect(
      try measure([pages + "/a.txt", pages + "/b.jsonl", "--only", "stages", "--expect", "read=2"] + small)
        .map { $0[0] } == Self.stages)
  }

  @Test(arguments: [
    (["nowhere"], 64, "nowhere: no such file or folder"), (["--only", "stage"], 64, "--only"),
    (["--repeats", "0"], 64, "--repeats takes a number from 1"), (["--jobs", "0"], 64, "--jobs takes a number from 1"),
    (["--only", "run", "--expect", "3"], 1, "2 documents came to run, 3 were expected"),
    (["--only", "run", "--expect", "run=3"], 1, "run found 2, not 3"),
    (["--only", "run", "--expect", "read=2"], 64, "no such stage was timed"),
    (["--only", "run", "--expect", "many"], 64, "a stage and a number are wanted"),
  ])
  func whatIsWrongIsSaid(arguments: [String], status: Int32, message: String) throws {
    let outcome = try Self.bench.run(
      [folder.path + "/pages", "--pipeline", folder.path + "/small.yaml", "--repeats", "1"].filter {
        arguments != ["--repeats", "0"] || $0 != "--repeats" && $0 != "1"
      } + arguments)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
