import Foundation
import TestSupport
import Testing

/// Commands for rules: what a topic searches for, why it was assigned or not, suggestions, audits, health, and packs
/// with errors.
@Suite("Topics on the command line")
struct TopicsTests {
  private let folder: TemporaryFolder

  /// Twenty stories about a mill and twenty about a boat.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "p.yaml",
      "name: p\narchive:\n  - archive\ndictionaries: []\ntopics:\n  - topics\ndatabase: p.sqlite\nreports: reports\n")
    try folder.write(
      "topics/power.yaml",
      """
      topics:
        - id: tidal-power
          name: Tidal power
          rules: |
            sentence:(tide AND (turbine, mill)) ^2
            generat*
          threshold: 3
        - id: silent
          rules: unicorn
      """)
    var lines: [String] = []
    for number in 0..<20 {
      lines.append(
        #"{"id":"in\#(number)","title":"Mill \#(number)","tags":["water"],"text":"The tide turned the mill \#(number), and its generator ran."}"#
      )
      lines.append(
        #"{"id":"out\#(number)","title":"Boat \#(number)","text":"The tide rose. A boat \#(number) came home with fish for the market."}"#
      )
    }
    try folder.write("archive/a.jsonl", lines.joined(separator: "\n") + "\n")
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.dateline.run(arguments, folder: folder.path)
  }

  @Test func explainShowsWhichPartFailed() throws {
    #expect(try run("run", "--quiet", "p.yaml").status == 0)
    let outcome = try run("explain", "a.jsonl#out1", "--pipeline", "p.yaml", "--topic", "tidal-power")
    #expect(
      outcome.output.components(separatedBy: "\n\n").last == """
        tidal-power: score 0 is below the threshold 3; score 0.0, threshold 3.0
        rules
          ✗ sentence:(tide AND (turbine, mill)) +0.0
            ✗ (tide AND (turbine, mill))
              ✓ tide (occurs, but not where the rule requires it)
                The ⟦tide⟧ rose.
              ✗ (turbine, mill)
                ✗ turbine
                ✗ mill
          ✗ generat* +0.0

        """)
    let unknown = try run("explain", "a.jsonl#out1", "--pipeline", "p.yaml", "--topic", "tides")
    #expect((unknown.status, unknown.errors) == (1, "dateline: no topic 'tides' in the pipeline\n"))
  }

  /// The topic's own rule does not match, but the document still counts for it.
  @Test func explainNamesTheTopicBelowThatCounts() throws {
    try folder.write(
      "topics/power.yaml",
      """
      topics:
        - id: energy
          rules: electricity ^3
          threshold: 3
        - id: tidal-power
          broader: energy
          rules: tide
        - id: mill-power
          broader: tidal-power
          rules: mill
      """)
    #expect(try run("run", "--quiet", "p.yaml").status == 0)
    let outcome = try run("explain", "a.jsonl#in1", "--pipeline", "p.yaml", "--topic", "energy")
    #expect(
      outcome.output.components(separatedBy: "\n\n").last?.split(separator: "\n").prefix(2) == [
        "energy: score 0 is below the threshold 3; score 0.0, threshold 3.0",
        "the document counts for energy through its narrower topics: mill-power, tidal-power",
      ])
  }

  /// A shipped pipeline can be given by name, as for `run` and `check`.
  @Test func aShippedPipelineIsKnownByItsName() throws {
    let health = try run("topics", "health", "--pipeline", "reuters", "--archive", "archive")
    #expect(health.status == 0 && health.output.hasPrefix("kind\ttopic\t"), "\(health.errors)")
  }

  @Test func everyPhraseOfARuleIsListed() throws {
    #expect(
      try run("check", "p.yaml", "--expand", "tidal-power").output == """
        tide\ttide\ttides
        turbine\tturbine\tturbines
        mill\tmill\tmills
        generat*\tgenerat*

        """)
  }

  /// The answer is printed, and the exit code shows that part of the archive is missing from it.
  @Test(arguments: [
    ["topics", "suggest", "mills", "--tag", "water"], ["topics", "audit", "tidal-power"], ["topics", "health"],
  ])
  func aBrokenInputShowsInTheStatus(_ arguments: [String]) throws {
    let whole = try Program.dateline.run(arguments + ["--pipeline", "p.yaml"], folder: folder.path)
    #expect(whole.status == 0, "\(whole.errors)")
    try folder.write("archive/b.html", [0, 1, 2, 3, 255, 254])
    let broken = try Program.dateline.run(arguments + ["--pipeline", "p.yaml"], folder: folder.path)
    #expect((broken.status, broken.output) == (3, whole.output))
  }

  @Test func anAnsweredSheetIsPrecision() throws {
    let sheet = try run("topics", "audit", "tidal-power", "--pipeline", "p.yaml", "--n", "10", "--seed", "7")
    #expect(
      try run("topics", "audit", "tidal-power", "--pipeline", "p.yaml", "--n", "10", "--seed", "7").output
        == sheet.output)
    #expect(sheet.output.hasPrefix("# Audit of Tidal power (tidal-power)\n\n10 of 20 documents, seed 7."))
    var answered = sheet.output
    for number in 0..<10 {
      answered = answered.replacing("\nanswer:\n", with: "\nanswer: \(number < 8 ? "yes" : "no")\n", maxReplacements: 1)
    }
    try folder.write("sheet.md", answered)
    #expect(
      try run("topics", "audit", "tidal-power", "--read", "sheet.md").output
        == "8 right, 2 wrong, 0 without an answer; precision 0.800, 95 % interval 0.490 to 0.943\n")
    try folder.write("sheet.md", answered.replacing("answer: no", with: "answer: hardly", maxReplacements: 1))
    #expect(try run("topics", "audit", "tidal-power", "--read", "sheet.md").status == 65)
  }

  @Test func labelsTagsAndQueriesSuggestTheSame() throws {
    let labels = (0..<20).map { "a.jsonl#in\($0)\tmills\na.jsonl#out\($0)\tboats\n" }.joined()
    try folder.write("labels.tsv", labels)
    let byLabels = try run(
      "topics", "suggest", "mills", "--pipeline", "p.yaml", "--labels", "labels.tsv", "--limit", "2")
    let byTag = try run("topics", "suggest", "mills", "--pipeline", "p.yaml", "--tag", "water", "--limit", "2")
    let byQuery = try run("topics", "suggest", "mills", "--pipeline", "p.yaml", "--query", "mill", "--limit", "2")
    #expect(byLabels.output == byTag.output && byTag.output == byQuery.output)
    let rules = byLabels.output.split(separator: "\n").filter { $0.contains("^") }
    #expect(rules.count == 2)
    for rule in rules { #expect(rule.hasSuffix("precision 1.00, recall 1.00, 20 documents"), "\(rule)") }
    // The output is a valid pack.
    try folder.write("topics/mills.yaml", byLabels.output)
    #expect(try run("check", "p.yaml").status == 0)
    // Two documents are not enough.
    try folder.write("labels.tsv", "a.jsonl#in1\tmills\na.jsonl#out1\tmills\n")
    let few = try run("topics", "suggest", "mills", "--pipeline", "p.yaml", "--labels", "labels.tsv")
    #expect((few.status, few.output) == (1, ""))
    #expect(few.errors == "dateline: no term distinguishes 2 documents from 38 others; label more documents\n")
  }

  @Test func healthNamesSilentTopics() throws {
    #expect(
      try run("topics", "health", "--pipeline", "p.yaml").output
        == "kind\ttopic\tterm or topic\tdocuments\twhere or share\nsilent topic\tsilent\t\t0\t\n")
  }

  @Test func nothingRunsWithAWrongPack() throws {
    try folder.write(
      "topics/wrong.yaml",
      "topics:\n  - id: a\n    rules: (oil\n  - id: b\n    rules: 'gas ^x, o*'\n  - id: c\n    rules: '#nowhere, @org.none'\n"
    )
    for command in [["run", "p.yaml"], ["annotate", "--pipeline", "p.yaml", "archive"], ["check", "p.yaml"]] {
      let outcome = try Program.dateline.run(command, folder: folder.path)
      #expect((outcome.status, outcome.output) == (65, ""))
      #expect(
        outcome.errors.split(separator: "\n").map { $0.replacing(folder.path + "/", with: "") } == [
          "dateline: topics/wrong.yaml:3:12: this '(' is never closed: expected ')'",
          "dateline: topics/wrong.yaml:5:18: expected a weight after '^': a number from -1000 to 1000, not 'x'",
          "dateline: topics/wrong.yaml:5:21: a wildcard needs at least 3 letters before '*'",
          "dateline: topics/wrong.yaml:7:13: unknown topic '#nowhere'",
          "dateline: topics/wrong.yaml:7:23: unknown entity '@org.none'",
        ])
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/p.sqlite"))
  }
}
