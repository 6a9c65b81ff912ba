import Foundation
import TestSupport
import Testing

/// A run does again only what changed, and leaves the same database and the same reports as a run from nothing.
@Suite struct UpdateTests {
  /// An archive whose files are changed at random.
  private struct ChangingArchive {
    let folder: TemporaryFolder
    var files: [String: String] = [:]
    private var dice: SplitMix64

    private static let sentences = [
      "The International Atomic Energy Agency (IAEA) inspected the reactor at Loviisa.",
      "Rain fell on the hills all day.",
      "The French government sold its shares in the refinery.", "Zorblax Mining Corp opened a copper mine in Chile.",
      "NATO soldiers left the base in Estonia.", "A flood closed the port of Rotterdam for two days.",
      "Zorblax Mining Corp said that its profit rose.", "The IAEA sent a letter to Iran about the enrichment plant.",
      "Wheat exports from Ukraine rose in March.", "The Westmark Commission fined the Fairlawn Electric Company.",
    ]

    init(seed: UInt64) throws {
      folder = try TemporaryFolder()
      dice = SplitMix64(seed: seed)
      for round in 0..<160 { try add(round) }
      for name in ["grown", "anew"] { try folder.write("\(name).yaml", Self.pipeline(name)) }
    }

    private static func pipeline(_ name: String) -> String {
      "name: harbour\narchive: archive\ndatabase: \(name)/d.sqlite\nreports: \(name)/reports\ntrends: {minimum_pair_count: 2}\n"
    }

    private mutating func add(_ number: Int) throws {
      // Weeks and days with different numbers of documents, and sometimes none.
      let day = Double.random(in: 0..<1, using: &dice) * Double.random(in: 0.4..<1, using: &dice) * 180
      try write("site\(number % 3)/\(number).json", record(day: Int(day)))
    }

    private mutating func record(day: Int) -> String {
      let date = String(
        ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: Double(1_360_000_000 + day * 86_400))).prefix(
          10))
      let text = (0..<Int.random(in: 2...5, using: &dice)).map { _ in Self.sentences.randomElement(using: &dice)! }
      return """
        {"id":"x","title":"Report \(Int.random(in: 0..<40, using: &dice))","published":"\(date)",\
        "publisher":"site\(Int.random(in: 0..<4, using: &dice)).example","text":"\(text.joined(separator: "\\n\\n"))"}
        """
    }

    private mutating func write(_ path: String, _ text: String) throws {
      files[path] = text
      try folder.write("archive/\(path)", text)
    }

    /// Adds, changes and removes a few files.
    mutating func change(round: Int) throws {
      for number in 0..<Int.random(in: 1...3, using: &dice) {
        switch Int.random(in: 0..<3, using: &dice) {
        case 0: try add(1000 * (round + 1) + number)
        case 1:
          let path = files.keys.sorted().randomElement(using: &dice)!
          try write(path, record(day: Int.random(in: 0..<180, using: &dice)))
        default:
          let path = files.keys.sorted().randomElement(using: &dice)!
          files[path] = nil
          try FileManager.default.removeItem(atPath: "\(folder.path)/archive/\(path)")
        }
      }
    }

    func run(_ name: String) throws -> Program.Outcome {
      try Program.dateline.run(["run", "--jobs", "2", "\(name).yaml"], folder: folder.path)
    }

    /// The database and all files of the reports, by path.
    func result(_ name: String) throws -> [String: String] {
      var result = [
        "dump": try Program(path: "/usr/bin/sqlite3").run(["\(folder.path)/\(name)/d.sqlite", ".dump"]).output
      ]
      let reports = "\(folder.path)/\(name)/reports"
      for path in try FileManager.default.subpathsOfDirectory(atPath: reports) {
        if let bytes = FileManager.default.contents(atPath: "\(reports)/\(path)") {
          result[path] = String(decoding: bytes, as: UTF8.self)
        }
      }
      return result
    }

    /// Runs from nothing.
    func runAnew() throws -> [String: String] {
      try? FileManager.default.removeItem(atPath: "\(folder.path)/anew")
      try FileManager.default.createDirectory(atPath: "\(folder.path)/anew", withIntermediateDirectories: true)
      #expect(try run("anew").status == 0)
      return try result("anew")
    }
  }

  @Test(arguments: [1, 2])
  func randomChangesEndAsARunFromNothing(seed: UInt64) throws {
    var archive = try ChangingArchive(seed: seed)
    try FileManager.default.createDirectory(atPath: "\(archive.folder.path)/grown", withIntermediateDirectories: true)
    #expect(try archive.run("grown").status == 0)
    for round in 0..<5 {
      try archive.change(round: round)
      #expect(try archive.run("grown").status == 0)
      let (grown, anew) = (try archive.result("grown"), try archive.runAnew())
      #expect(grown.keys.sorted() == anew.keys.sorted(), "round \(round)")
      for (path, text) in anew where grown[path] != text { Issue.record("round \(round): \(path) differs") }
    }
  }

  /// The time at which a file was written, in nanoseconds.
  private func written(_ path: String) -> Int {
    var status = stat()
    stat(path, &status)
    return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }

  @Test func onlyWhatChangedIsWritten() throws {
    let archive = try ChangingArchive(seed: 3)
    try FileManager.default.createDirectory(atPath: "\(archive.folder.path)/grown", withIntermediateDirectories: true)
    _ = try archive.run("grown")
    let reports = "\(archive.folder.path)/grown/reports"
    let names = try archive.result("grown").keys.filter { $0 != "dump" }
    let before = Dictionary(uniqueKeysWithValues: names.map { ($0, written("\(reports)/\($0)")) })
    _ = try archive.run("grown")
    #expect(names.filter { written("\(reports)/\($0)") != before[$0] }.sorted() == [])

    // A page that is gone is made again, alone.
    let page = names.filter { $0.hasSuffix(".md") }.sorted()[3]
    try FileManager.default.removeItem(atPath: "\(reports)/\(page)")
    _ = try archive.run("grown")
    let html = page.replacing(".md", with: ".html")
    #expect(FileManager.default.fileExists(atPath: "\(reports)/\(page)"))
    #expect(written("\(reports)/\(html)") == before[html])

    // The first weeks do not depend on a document of the last one.
    try archive.folder.write(
      "archive/late.json",
      #"{"id":"l","title":"Late","published":"2013-07-20","publisher":"a.example","text":"Rain fell."}"#)
    _ = try archive.run("grown")
    let first = names.filter { $0.hasSuffix(".md") && $0 != "index.md" && $0 != page }.sorted()[0]
    #expect(written("\(reports)/\(first)") == before[first])
    #expect(try archive.result("grown")["csv/weeks.csv"]?.contains("2013-W29") == true)
  }

  /// What happens to a folder of reports between two runs leaves no trace.
  @Test(arguments: [
    // A manifest that names files of others.
    #"sed -i '3s/"files":{/"files":{"..\/grown.yaml":1,/;3s/"inputs":"[^"]*"/"inputs":"1"/' .manifest.jsonl"#,
    "rm .manifest.jsonl; cp 2013-W08.md 2012-W08.md", "truncate -s 900 .manifest.jsonl",
    "rm csv/weeks.csv csv/datapackage.json", "echo more >> index.md",
    "cp charts/topics.svg charts/2013-W09-changes.svg",
    "echo more >> csv/documents.csv; rm 2013-W10.html", "rm -r csv charts", "dateline report --latest 3 --reports .",
    "dateline report --reports .",
  ])
  func whatHappensToTheFolderLeavesNoTrace(command: String) throws {
    var archive = try ChangingArchive(seed: 4)
    try FileManager.default.createDirectory(atPath: "\(archive.folder.path)/grown", withIntermediateDirectories: true)
    _ = try archive.run("grown")
    let programs = (Program.dateline.path as NSString).deletingLastPathComponent
    _ = try Program(path: "/usr/bin/env").run(
      ["DATELINE_DATABASE=../d.sqlite", "PATH=\(programs):/usr/bin:/bin", "/bin/bash", "-c", command],
      folder: "\(archive.folder.path)/grown/reports")
    try archive.change(round: 1)
    #expect(try archive.run("grown").status == 0)
    let (grown, anew) = (try archive.result("grown"), try archive.runAnew())
    #expect(grown.keys.sorted() == anew.keys.sorted())
    for (path, text) in anew where grown[path] != text { Issue.record("\(path) differs") }
    #expect(FileManager.default.fileExists(atPath: "\(archive.folder.path)/grown.yaml"))
  }

  @Test func anArchiveWithoutDaysHasItsTables() throws {
    let folder = try TemporaryFolder()
    try folder.write("archive/a.jsonl", #"{"id":"a","title":"Rain","text":"Rain fell on the hills all day."}"#)
    try folder.write("p.yaml", "archive: archive\ndatabase: p.sqlite\nreports: reports\n")
    #expect(try Program.dateline.run(["run", "p.yaml"], folder: folder.path).status == 0)
    #expect(try Program.dateline.run(["verify", "reports"], folder: folder.path).status == 0)
  }

  @Test func filesThatAreGoneLoseTheirDocuments() throws {
    let folder = try TemporaryFolder()
    try folder.write("archive/a.txt", "Rain fell on the hills all day, and the tide came in at noon.")
    try folder.write("archive/b.txt", "The IAEA inspected the reactor at Loviisa and found nothing.")
    try folder.write("p.yaml", "archive: archive\ndatabase: p.sqlite\nreports: reports\n")
    try folder.write(
      "keep.yaml", "archive: archive\narchive_keeps_removed: true\ndatabase: keep.sqlite\nreports: kept\n")
    func run(_ pipeline: String) throws -> String {
      try Program.dateline.run(["run", pipeline], folder: folder.path).errors.split(separator: "\n").first.map(
        String.init) ?? ""
    }
    func documents(_ database: String) throws -> String {
      try Program.dateline.run(
        ["query", "sql", "SELECT source FROM document ORDER BY source", "--format", "tsv", "--database", database],
        folder: folder.path
      ).output
    }
    for pipeline in ["p.yaml", "keep.yaml"] { _ = try run(pipeline) }
    try FileManager.default.removeItem(atPath: "\(folder.path)/archive/b.txt")
    #expect(
      try run("p.yaml").hasPrefix(
        "1 document in the database (0 read now, 1 file unchanged, 1 file removed that the archive no longer contains)")
    )
    #expect(try documents("p.sqlite") == "source\narchive/a.txt\n")
    #expect(try run("keep.yaml").hasPrefix("2 documents in the database (0 read now, 1 file unchanged)"))
    #expect(try documents("keep.sqlite") == "source\narchive/a.txt\narchive/b.txt\n")
  }
}
