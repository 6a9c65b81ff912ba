import Foundation
import TestSupport
import Testing

/// The commands in the README and in the demo do what the text around them says, in a folder like the reader's.
@Suite struct DocumentedCommandsTests {
  /// The exit codes other than 0, by the beginning of a command: the example archive contains damaged files on purpose,
  /// and a folder of names differs from the shipped one.
  private static let statuses: [(beginning: String, status: Int32)] = [
    ("dateline run ", 3), ("dateline dictionary suggest ", 3), ("dateline topics audit ", 3),
    ("dateline dictionary diff ", 1),
  ]
  /// Whether a command is not run but only printed with `make -n`: it builds, installs packages or writes to
  /// `/usr/local`. Continuous integration runs these commands.
  private static func isAsked(_ line: String) -> Bool { line.wholeMatch(of: /make [a-z-]+/) != nil }

  @Test func everyCommandOfTheReadmeRuns() throws {
    let reader = try Reader()
    let lines = try ProjectDocument("README.md").shellLines
    #expect(lines.count > 15)
    for line in lines {
      if Self.isAsked(line) {
        let outcome = try reader.run("make -n -C '\(Repository.path)' \(line.dropFirst(5))")
        #expect(outcome.status == 0, "\(line): \(outcome.errors)")
        continue
      }
      let outcome = try reader.run(line)
      let expected = Self.statuses.first { line.hasPrefix($0.beginning) }?.status ?? 0
      #expect(outcome.status == expected, "\(line): \(outcome.status) \(outcome.errors)")
      // An answer has more than the header.
      if line.hasPrefix("dateline query ") {
        #expect(outcome.output.split(whereSeparator: \.isNewline).count > 1 || line.contains("jsonl"), "\(line)")
      }
      if line.hasPrefix("dateline ") && !line.hasPrefix("dateline run ") && !line.hasPrefix("dateline verify ") {
        #expect(!outcome.output.isEmpty, "\(line)")
      }
      if line.hasPrefix("cp ") { try reader.setUpPipeline() }
    }
  }

  /// Runs `make demo` without its build, and the commands that it suggests.
  @Test func theDemoShowsAReportAndCommandsThatRun() throws {
    let reader = try Reader()
    let demo = try reader.run("'\(Repository.path)/.ci/demo' '\(Program.dateline.path)'")
    #expect(demo.status == 0, "\(demo.errors)")
    #expect(demo.output.contains("\n# example, week 2024-W"))
    let next = demo.output.components(separatedBy: "Try next:\n")[1].split(separator: "\n")
    #expect(next.count >= 3)
    for line in next {
      let outcome = try reader.run(String(line))
      #expect(outcome.status == 0 && outcome.output.split(whereSeparator: \.isNewline).count > 1, "\(line)")
    }
  }
}

/// A folder with the shipped data, like a checkout, and with names of the reader's own.
private struct Reader {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["Pipelines", "Dictionaries"] { try folder.link(name, to: "\(Repository.path)/\(name)") }
    try folder.write("mine/organisations.tsv", "id\tkind\tname\tcountry\norg.tide-office\tregulator\tTide Office\tNL\n")
  }

  /// Changes the copy of a pipeline as the README says.
  func setUpPipeline() throws {
    let file = folder.path + "/mine.yaml"
    let copied = try String(contentsOfFile: file, encoding: .utf8)
    try #require(copied.contains("\nname: default\n"))
    try folder.write(
      "mine.yaml",
      copied.replacing("\nname: default\n", with: "\nname: mine\n")
        .replacing("  - ../Dictionaries\ntopics:", with: "  - ../Dictionaries\n  - mine\ntopics:")
        + "archive: Pipelines/example\ndatabase: mine.sqlite\nreports: Reports/mine\n")
  }

  func run(_ line: String) throws -> Program.Outcome {
    let programs = (Program.dateline.path as NSString).deletingLastPathComponent
    return try Program(path: "/usr/bin/env").run(
      ["PATH=\(programs):/usr/bin:/bin", "/bin/bash", "-c", line], folder: folder.path)
  }
}
