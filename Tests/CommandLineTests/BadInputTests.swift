import Foundation
import TestSupport
import Testing

/// What the user gets for unusable input: a message with place and reason, the exit code, and all other documents.
@Suite struct BadInputTests {
  private let good = """
    The reactor at Loviisa was refuelled in nine days, its operator Fortum said on Monday.

    Inspectors of the IAEA watched as the last assembly was lowered into the core.
    """

  /// Cleans a bad file between two good ones. Returns the lines on standard error, and checks that nothing else is
  /// lost.
  private func clean(_ bad: (TemporaryFolder) throws -> Void) throws -> (
    status: Int32, errors: [String], sources: [String]
  ) {
    let folder = try TemporaryFolder()
    try folder.write("archive/a.txt", good)
    try bad(folder)
    try folder.write("archive/z.txt", good)
    let outcome = try Program.dateline.run(["clean", "archive"], folder: folder.path)
    let sources = outcome.output.split(separator: "\n").compactMap { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["source"] as? String
    }
    #expect(sources.first == "archive/a.txt" && sources.last == "archive/z.txt", "\(sources)")
    return (
      outcome.status, outcome.errors.split(separator: "\n").map(String.init), Array(sources.dropFirst().dropLast())
    )
  }

  @Test("A binary named .html")
  func binary() throws {
    let result = try clean { try $0.write("archive/b.html", (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 167) }) }
    #expect(result.status == 3)
    #expect(
      result.errors == [
        "dateline: archive/b.html: unknown-format: binary data: neither a page nor text, JSON lines, CSV or Reuters SGML"
      ])
    #expect(result.sources == [])
  }

  @Test("The readable part of a truncated gzip is a document")
  func cutShort() throws {
    let page =
      "<html><head><title>Loviisa</title></head><body>" + String(repeating: "<p>\(good)</p>\n", count: 20)
      + "</body></html>"
    let result = try clean { try $0.write("archive/b.html.gz", Array(gzipped(page).prefix(1015))) }
    #expect(result.status == 3)
    #expect(
      result.errors == [
        "dateline: archive/b.html.gz (byte 1015): truncated: the gzip data is cut short; 1000 bytes of content could be read"
      ])
    #expect(result.sources == ["archive/b.html.gz"])
  }

  @Test("A line that is not JSON")
  func badLine() throws {
    let result = try clean {
      try $0.write(
        "archive/b.jsonl",
        "{\"id\":\"x\",\"text\":\"One.\"}\n{\"id\":\"y\",\"text\":\"Two.\n{\"id\":\"z\",\"text\":\"Three.\"}\n")
    }
    #expect(result.status == 3)
    #expect(
      result.errors == [
        "dateline: archive/b.jsonl (line 2): record: no JSON object: a string is not closed at column 24"
      ])
    #expect(result.sources == ["archive/b.jsonl#x", "archive/b.jsonl#z"])
  }

  @Test("The first part of a page larger than the limit is a document")
  func largePage() throws {
    let result = try clean { folder in
      let file = try folder.write("archive/b.html", "<html><body><p>" + self.good)
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
      try handle.seekToEnd()
      // A sparse file of 200 MB, which needs no disk space.
      try handle.truncate(atOffset: 200_000_000)
      try handle.close()
    }
    #expect(result.status == 3)
    #expect(
      result.errors.first?.contains(
        #/^dateline: archive\/b.html \(byte \d+\): too-large: longer than \d+ bytes; the first part was kept$/#)
        == true, "\(result.errors)")
    #expect(result.sources == ["archive/b.html"])
  }

  @Test("Pages with only a menu are documents without text and are reported")
  func noArticle() throws {
    let result = try clean {
      try $0.write("archive/b.html", "<html><body><nav><a href=/a>Home</a> <a href=/b>News</a></nav></body></html>")
      try $0.write("archive/c.txt", "Home\nNews\nAbout us\nLog in\nPrivacy policy\n")
    }
    #expect(result.status == 3)
    #expect(
      result.errors == [
        "dateline: archive/b.html: empty: no article was recognised in its 2 words; the text is empty",
        "dateline: archive/c.txt: empty: no article was recognised in its 8 words; the text is empty",
      ])
    #expect(result.sources == ["archive/b.html", "archive/c.txt"])
  }

  @Test("Invalid UTF-8 is decoded as far as possible, and the document is kept")
  func invalidUTF8() throws {
    let result = try clean {
      try $0.write(
        "archive/b.txt", Array(self.good.utf8) + [0x0A, 0x0A, 0xC3, 0x28, 0xFF, 0xFE] + Array(self.good.utf8))
    }
    #expect(result.sources == ["archive/b.txt"])
    #expect(result.status == 0 || result.errors.allSatisfy { $0.hasPrefix("dateline: archive/b.txt") })
  }

  @Test("A pipe, a link to a folder above, a broken link")
  func notFiles() throws {
    let result = try clean { folder in
      #expect(mkfifo(folder.path + "/archive/pipe", 0o600) == 0)
      try folder.link("archive/loop", to: "../archive")
      try folder.link("archive/nowhere", to: "gone")
    }
    #expect(result.status == 3)
    #expect(
      result.errors == [
        "dateline: archive/loop: link-loop: a symbolic link points to a folder that contains it",
        "dateline: archive/nowhere: missing: a symbolic link to a file that does not exist",
        "dateline: archive/pipe: not-a-regular-file: a pipe, not a regular file: give its content on standard input, with -",
      ])
    #expect(result.sources == [])
  }

  @Test("A file without permission to read")
  func unreadable() throws {
    // Root can read everything.
    guard getuid() != 0 else { return }
    let result = try clean { chmod(try $0.write("archive/b.txt", self.good), 0) }
    #expect(result.status == 3)
    #expect(result.errors == ["dateline: archive/b.txt: unreadable: cannot be opened: Permission denied"])
  }

  @Test("An empty folder and a missing path")
  func nothing() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("bare")
    let outcome = try Program.dateline.run(["clean", "bare", "gone"], folder: folder.path)
    #expect(outcome.status == 3)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        dateline: bare: empty: the folder contains no files, or only hidden ones
        dateline: gone: missing: no such file or folder

        """)
  }

  @Test("Standard input is a file like any other")
  func standardInput() throws {
    let lines = Data("{\"id\":\"x\",\"text\":\"One.\"}\nnone\n".utf8)
    let outcome = try Program.dateline.run(["clean", "-"], input: lines)
    #expect(outcome.status == 3)
    #expect(outcome.output.hasPrefix(#"{"source":"-#x","#))
    #expect(outcome.errors == "dateline: - (line 2): record: no JSON object: { is missing at column 1\n")
    let packed = try Program.dateline.run(["clean", "-"], input: Data(gzipped(good)))
    #expect(packed.status == 0 && packed.output.hasPrefix(#"{"source":"-","#), "\(packed)")
  }

  @Test("A wrong key in a pipeline and a dictionary line with too few columns are reported with file and line")
  func definitions() throws {
    let folder = try TemporaryFolder()
    try folder.write("archive/a.txt", good)
    try folder.write("wrong.yaml", "name: wrong\narchive: archive\ndictionary: [names]\nreport:\n  rows: many\n")
    let wrong = try Program.dateline.run(["run", "wrong.yaml"], folder: folder.path)
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("wrong.yaml:3:1: unknown key “dictionary”"), "\(wrong.errors)")
    #expect(wrong.errors.contains("wrong.yaml:5:"), "all faults come at once: \(wrong.errors)")

    try folder.write(
      "names/organisations.tsv",
      "id\tkind\tname\tcountry\twikidata\tvalid_from\tvalid_to\tsource\norg.example\tcompany\n")
    try folder.write(
      "short.yaml", "archive: archive\ndatabase: short.sqlite\nreports: reports\ndictionaries: [names]\ntopics: []\n")
    let short = try Program.dateline.run(["run", "short.yaml"], folder: folder.path)
    #expect(short.status == 65)
    #expect(short.errors.contains("organisations.tsv:2: "), "\(short.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/short.sqlite"))
  }

  @Test("A database of another program is left unchanged")
  func otherDatabase() throws {
    let folder = try TemporaryFolder()
    try folder.write("archive/a.txt", good)
    let other = try folder.write("other.sqlite", String(repeating: "This is a diary and no database. ", count: 300))
    let before = try Data(contentsOf: URL(fileURLWithPath: other))
    try folder.write("plain.yaml", "archive: archive\ndatabase: other.sqlite\nreports: reports\n")
    let outcome = try Program.dateline.run(["run", "plain.yaml"], folder: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("other.sqlite: not a dateline database"), "\(outcome.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == before)
    #expect(!FileManager.default.fileExists(atPath: other + ".lock"))
  }

  @Test("A second run at the same time gets an error message")
  func secondRun() throws {
    let folder = try TemporaryFolder()
    try folder.write("archive/a.txt", good)
    let lock = open(folder.path + "/one.sqlite.lock", O_RDWR | O_CREAT, 0o644)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    try folder.write("plain.yaml", "archive: archive\ndatabase: one.sqlite\nreports: reports\n")
    let second = try Program.dateline.run(["run", "plain.yaml"], folder: folder.path)
    #expect(second.status == 11)
    #expect(second.errors.contains("another run is writing this database"), "\(second.errors)")
    flock(lock, LOCK_UN)
    #expect(try Program.dateline.run(["run", "plain.yaml"], folder: folder.path).status == 0)
  }

  @Test("A missing folder for the database is not created")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("archive/a.txt", good)
    let outcome = try Program.dateline.run(
      ["run", "default", "archive", "--database", "gone/one.sqlite", "--reports", "reports"], folder: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "dateline: gone/one.sqlite: cannot be created: its folder does not exist\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/gone"))
  }
}
