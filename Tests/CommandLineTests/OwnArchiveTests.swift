import Foundation
import TestSupport
import Testing

/// A user's first steps with an archive of their own, and what can go wrong.
@Suite struct OwnArchiveTests {
  private let folder: TemporaryFolder

  /// Sets up an archive, and next to it a copy of the shipped default pipeline, as the README describes.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "news/a.jsonl",
      #"{"id":"a","published":"2024-03-04","title":"Visit","text":"NATO inspected the Gravelines nuclear power plant."}"#
    )
    let shipped = try String(contentsOfFile: Repository.path + "/Pipelines/default.yaml", encoding: .utf8)
    try folder.write("mine.yaml", shipped + "archive: news\ndatabase: mine.sqlite\nreports: out\n")
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.dateline.run(arguments, folder: folder.path)
  }

  private func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.path + "/" + name) }

  @Test func aCopyOfTheDefaultPipelineWorksAnywhere() throws {
    let run = try run("run", "mine.yaml")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.errors == """
        1 document in the database (1 read now, 0 files unchanged), 1 story, 1 week, 0 undated, 0 problems
        database mine.sqlite
        latest week, incomplete out/2024-W10.md

        """)
    let topics = try self.run("query", "topics", "--topic", "nuclear", "--format", "tsv")
    #expect(topics.output.contains("nuclear\tNuclear affairs\t\\N\t1\t"), "\(topics.output)\(topics.errors)")
    let check = try self.run("check", "mine.yaml")
    #expect(check.status == 0 && check.output.hasPrefix("1 pipeline, "), "\(check.errors)")
  }

  @Test func aPipelineThatSaysNothingOfNamesHasTheShippedOnes() throws {
    try folder.write("least.yaml", "archive: news\ndatabase: least.sqlite\nreports: out\n")
    #expect(try run("run", "--quiet", "least.yaml").status == 0)
    let found = try run("query", "entities", "--type", "organisation", "--format", "tsv")
    #expect(found.output.contains("org.nato\t"), "\(found.output)\(found.errors)")
  }

  @Test func dictionariesWithoutTopicsAreDoubted() throws {
    try folder.write("own/organisations.tsv", "id\tkind\tname\tcountry\n")
    try folder.write("half.yaml", "archive: news\ndatabase: half.sqlite\nreports: out\ndictionaries: own\n")
    let outcome = try run("run", "half.yaml")
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.hasPrefix("dateline: half.yaml: warning: names dictionaries but no topics"), "\(outcome.errors)")
  }

  @Test func aFolderOfNamesThatIsNowhereIsNamedWithItsLine() throws {
    try folder.write("wrong.yaml", "archive: news\ndictionaries:\n  - ../Dictionaries\n  - mnie\n")
    for command in ["run", "check"] {
      let outcome = try run(command, "wrong.yaml")
      #expect(
        (outcome.status, outcome.errors) == (65, "dateline: wrong.yaml:4:5: no such file or folder: mnie\n"))
    }
  }

  @Test func aMistypedArchiveWritesNothing() throws {
    try folder.write("typo.yaml", "archive: nwes\ndatabase: typo.sqlite\nreports: typed\n")
    for arguments in [["run", "typo.yaml"], ["run", "mine.yaml", "nwes"]] {
      let outcome = try Program.dateline.run(arguments, folder: folder.path)
      #expect(outcome.status == 1)
      #expect(outcome.errors == "dateline: no archive to read: no such file or folder: nwes\n")
    }
    #expect(!exists("typo.sqlite") && !exists("typed") && !exists("out"))
  }

  @Test func aFolderThatCannotBeWrittenIsNamedWithTheReason() throws {
    try folder.write("file", "")
    for arguments in [["run", "mine.yaml", "--reports", "file/x"], ["report", "--reports", "file/x"]] {
      let outcome = try Program.dateline.run(arguments, folder: folder.path)
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(outcome.errors.hasSuffix("file/x: Not a directory\n"), "\(outcome.errors)")
      #expect(!outcome.errors.contains("Domain"), "\(outcome.errors)")
    }
  }

  @Test func pairsHaveTheNamesOfCountries() throws {
    let lines = (0..<3).map { number in
      #"{"id":"\#(number)","published":"2024-03-0\#(4 + number)","text":"\#(number + 1) Russian ships left Russia. NATO said that Russia had sent them."}"#
    }
    try folder.write("news/b.jsonl", lines.joined(separator: "\n"))
    #expect(try run("run", "--quiet", "mine.yaml").status == 0)
    let pairs = try run("query", "pairs", "--country", "russia", "--format", "tsv")
    #expect(
      pairs.output.split(separator: "\n").dropFirst() == [
        "country\tRU\tRussia\torganisation\torg.nato\tNorth Atlantic Treaty Organization\t3\t2024-W10\t2024-W10"
      ], "\(pairs.errors)")
  }

  /// An interrupted run prints what has been stored and how to continue.
  @Test func anInterruptedRunSaysWhatIsStored() throws {
    let lines = (0..<20_000).map { number in
      #"{"id":"\#(number)","published":"2024-03-04","text":"Officials in Vienna discussed plan \#(number) near Loviisa."}"#
    }
    try folder.write("news/b.jsonl", lines.joined(separator: "\n"))
    let outcome = try Program.dateline.runAndInterrupt(["run", "mine.yaml"], after: 1, folder: folder.path)
    #expect(outcome.status == 130)
    #expect(
      outcome.errors.hasPrefix("stopped: ") && outcome.errors.contains(" in the database ("), "\(outcome.errors)")
    #expect(outcome.errors.contains("; the same command continues from there\n"), "\(outcome.errors)")
  }
}
