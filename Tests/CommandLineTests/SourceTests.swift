import Foundation
import TestSupport
import Testing

/// Sources are unique: no file replaces another one's documents in the database, and none is stored twice.
@Suite struct SourceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (name, port) in [("north/2019", "Narvik"), ("south/2019", "Ancona"), ("west/2019", "Galway")] {
      try folder.write(
        "\(name)/001.txt",
        "\(port) harbour office\n\nThe ferry at \(port) was late, its master told the harbour office.")
    }
  }

  /// Runs with PATH arguments. Returns the sources in the database, and its problems as `source: kind`.
  @discardableResult
  private func run(_ paths: String..., database: String = "p") throws -> [String] {
    let outcome = try Program.dateline.run(
      ["run", "--quiet", "default", "--database", "\(database).sqlite", "--reports", "out"] + paths,
      folder: folder.path)
    #expect([0, 3].contains(outcome.status), "\(outcome.errors)")
    return try sources(database) + problems(database)
  }

  private func rows(_ noun: String, _ database: String) throws -> [[Substring]] {
    try Program.dateline.run(
      ["query", noun, "--format", "tsv", "--database", "\(database).sqlite"], folder: folder.path
    ).output.split(separator: "\n").dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  private func sources(_ database: String) throws -> [String] {
    let answer = try Program.dateline.run(
      [
        "query", "sql", "SELECT source FROM document ORDER BY source", "--format", "tsv", "--database",
        "\(database).sqlite",
      ],
      folder: folder.path)
    return answer.output.split(separator: "\n").dropFirst().map(String.init)
  }

  private func problems(_ database: String) throws -> [String] {
    try rows("problems", database).map { "\($0[0]): \($0[2])" }
  }

  @Test("Two files with the same name in two folders are two documents")
  func twoFolders() throws {
    #expect(try run("north/2019", "south/2019") == ["north/2019/001.txt", "south/2019/001.txt"])
    let cleaned = try Program.dateline.run(["clean", "south/2019", "north/2019"], folder: folder.path)
    #expect(cleaned.status == 0)
    #expect(cleaned.output.contains("\"north/2019/001.txt\"") && cleaned.output.contains("\"south/2019/001.txt\""))
  }

  @Test("A path given twice is reported and loses no documents")
  func repeated() throws {
    #expect(try run("north/2019/001.txt", "north/2019/001.txt") == ["001.txt", "001.txt: duplicate-source"])
    #expect(try run("north/2019/001.txt") == ["001.txt"], "the problem goes with its reason")
    #expect(
      try run("north", "north/2019", database: "q") == ["north/2019/001.txt", "north/2019: duplicate-source"])
    #expect(try run("north", database: "q") == ["north/2019/001.txt"])
  }

  @Test("Documents move to new sources when the archive gets another path, and back")
  func onePathMore() throws {
    #expect(try run("north/2019") == ["2019/001.txt"])
    #expect(try run("north/2019", "south/2019") == ["north/2019/001.txt", "south/2019/001.txt"])
    #expect(
      try run("north/2019", "south/2019", "west") == [
        "north/2019/001.txt", "south/2019/001.txt", "west/2019/001.txt",
      ])
    #expect(try run("north/2019") == ["2019/001.txt", "south/2019/001.txt", "west/2019/001.txt"])
    let anew = try Program.dateline.run(
      ["run", "default", "--database", "p.sqlite", "--reports", "out", "north/2019"], folder: folder.path)
    #expect(anew.errors.contains("(0 read now, 1 file unchanged)"), "\(anew.errors)")
  }

  @Test("Documents of another archive in the same database are kept, whatever their sources")
  func anotherArchive() throws {
    try run("south/2019")
    // Another text whose source has the same ending.
    #expect(try run("north/2019", "west/2019") == ["2019/001.txt", "north/2019/001.txt", "west/2019/001.txt"])
    // A copy of the same bytes is another file.
    try folder.write("east/copy.txt", String(contentsOfFile: folder.path + "/south/2019/001.txt", encoding: .utf8))
    #expect(
      try run("east", "west/2019") == ["2019/001.txt", "east/copy.txt", "north/2019/001.txt", "west/2019/001.txt"])
  }

  @Test("The problem of a mistyped path is gone after the next run without it")
  func mistyped() throws {
    #expect(try run("north/2019", "south/2018") == ["north/2019/001.txt", "south/2018: missing"])
    #expect(try run("north/2019", "south/2019") == ["north/2019/001.txt", "south/2019/001.txt"])
  }
}
