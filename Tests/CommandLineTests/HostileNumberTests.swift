import Foundation
import TestSupport
import Testing

/// Hostile numbers in user input. Each is accepted or rejected, and none crashes the program with a trap.
@Suite struct HostileNumberTests {
  static let numbers = [
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-1", "-0", "0", "1e400", "nan", "inf",
    "0x7fffffff", "99999999999999999999999999", "2147483648", "1_000",
  ]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "archive/a.jsonl", #"{"id":"a","date":"2024-03-04","text":"The ferry left Narvik with the IAEA."}"#)
  }

  /// The exit code; 128 or more for a signal.
  private func status(_ arguments: String...) throws -> Int32 {
    let outcome = try Program.dateline.run(arguments, folder: folder.path)
    #expect(outcome.status < 128, "\(arguments): \(outcome.errors)")
    return outcome.status
  }

  @Test("Numbers on the command line")
  func commandLine() throws {
    try folder.write("p.yaml", "archive: archive\ndatabase: p.sqlite\nreports: out\ndictionaries: []\ntopics: []\n")
    #expect(try status("run", "--quiet", "p.yaml") == 0)
    for number in Self.numbers {
      _ = try status("query", "documents", "--limit", number)
      _ = try status("query", "sql", "SELECT 1", "--time-limit", number)
      _ = try status("clean", "archive", "--jobs", number)
      for day in [number, "\(number)-01-01", "2024-W\(number)", "\(number)-W01"] {
        _ = try status("query", "documents", "--from", day)
      }
      _ = try status("report", number)
      _ = try status("report", "\(number)-W01..2024-W10")
    }
    for (from, to) in [("2024-W20", "2024-W01"), ("0001-W01", "0001-W01"), ("9999-W52", "9999-W52")] {
      _ = try status("report", "\(from)..\(to)")
      _ = try status("query", "trend", "--country", "NO", "--from", from, "--to", to)
    }
  }

  @Test("Numbers in pipelines, rules and dictionaries", arguments: numbers)
  func definitions(number: String) throws {
    try folder.write(
      "p.yaml",
      """
      archive: archive
      database: p.sqlite
      reports: out
      dictionaries: [names]
      topics: [topics]
      cleaning: {page_limit_mib: \(number)}
      trends: {baseline_weeks: \(number), minimum_count: \(number), confidence: \(number), burst_ratio: \(number)}
      report: {rows: \(number)}
      """)
    try folder.write(
      "topics/ferries.yaml",
      """
      topics:
        - id: ferries
          threshold: \(number)
          rules: |
            ferry NEAR/\(number) harbour ^\(number)
            (ferry ONEAR/3 quay)^\(number)
        - id: iptc
          iptc: medtop:\(number)
          rules: quay
      """)
    try folder.write(
      "names/places.tsv",
      "id\tkind\tname\tcountry\tpopulation\tlatitude\tlongitude\tvalid_from\nplace.x\tcity\tNarvik\tNO\t\(number)\t\(number)\t\(number)\t\(number)\n"
    )
    try folder.write(
      "names/patterns/p.yaml",
      """
      patterns:
        - id: p
          type: organisation
          kind: body
          pattern: Cap{\(number),\(number)} Office
          priority: \(number)
      """)
    #expect([0, 65].contains(try status("check", "p.yaml")))
    #expect([0, 3, 65].contains(try status("run", "--quiet", "p.yaml")))
    // The numbers in the pipeline are rejected before the others are read.
    try folder.write(
      "q.yaml", "archive: archive\ndatabase: q.sqlite\nreports: out\ndictionaries: [names]\ntopics: [topics]\n")
    #expect([0, 65].contains(try status("check", "q.yaml")))
    #expect([0, 3, 65].contains(try status("run", "--quiet", "q.yaml")))
  }
}
