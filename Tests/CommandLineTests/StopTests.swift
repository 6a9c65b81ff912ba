import Foundation
import TestSupport
import Testing

/// A signal ends a run within two seconds, whatever it is doing, and the next run completes it with the same result as
/// an uninterrupted run.
@Suite struct StopTests {
  private static let words = [
    "harbour", "council", "ferry", "tide", "bridge", "gate", "mill", "storm", "ships", "owners", "street", "market",
  ]

  /// Short stories of invented words over two years.
  private static func archive(_ count: Int) -> String {
    var state: UInt64 = 7
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    return (0..<count).map { number in
      let text = (0..<40).map { _ in words[next(words.count)] + "\(next(500))" }.joined(separator: " ")
      let day = String(format: "20%02d-%02d-%02d", 23 + next(2), 1 + next(12), 1 + next(28))
      return
        #"{"id":"n\#(number)","title":"Gate \#(number) of NATO","published":"\#(day)","publisher":"w\#(next(9)).example","text":"NATO and Russia: \#(text)."}"#
    }.joined(separator: "\n") + "\n"
  }

  @Test func aSignalEndsEveryStageAndNothingIsLost() throws {
    let folder = try TemporaryFolder()
    try folder.write("news.jsonl", Self.archive(2500))
    func arguments(_ name: String) -> [String] {
      ["run", "default", "news.jsonl", "--database", "\(name).sqlite", "--reports", name, "--jobs", "2"]
    }
    func dump(_ name: String) throws -> String {
      let tables = ["document", "mention", "story", "week", "weekly_series", "pair", "series", "run", "pending"]
      return try tables.map { table in
        try Program.dateline.run(
          ["query", "sql", "SELECT * FROM \(table) ORDER BY 1, 2", "--database", "\(name).sqlite", "--format", "tsv"],
          folder: folder.path
        ).output
      }.joined()
    }
    let clock = ContinuousClock()
    var first: Program.Outcome?
    let whole = try clock.measure { first = try Program.dateline.run(arguments("whole"), folder: folder.path) }
    #expect(first?.status == 0, "\(first?.errors ?? "")")
    let seconds = Double(whole.components.seconds) + Double(whole.components.attoseconds) * 1e-18
    let expected = try dump("whole")
    #expect(expected.utf8.count > 200_000)
    for tenth in [3, 6, 9] {
      let name = "part\(tenth)"
      let wait = seconds * Double(tenth) / 10
      var stopped: Program.Outcome?
      let time = try clock.measure {
        stopped = try Program.dateline.runAndInterrupt(arguments(name), after: wait, folder: folder.path)
      }
      // A run that is faster than the first one may end before the signal.
      #expect(stopped?.status == 130 || stopped?.status == 0, "\(stopped?.errors ?? "")")
      #expect(time - .seconds(wait) < .seconds(2.5))
      #expect(try Program.dateline.run(arguments(name), folder: folder.path).status == 0)
      #expect(try dump(name) == expected, "stopped after \(wait) s of \(seconds) s")
    }
  }

  /// Documents in four centuries, with no documents between them.
  @Test func aSilenceOfCenturiesCostsNothing() throws {
    let folder = try TemporaryFolder()
    let days = ["1800-06-02", "2024-05-01", "2024-05-09", "2024-06-05", "2199-12-30"]
    try folder.write(
      "far.jsonl",
      days.enumerated().map { number, day in
        #"{"id":"f\#(number)","title":"Talks","published":"\#(day)","publisher":"w.example","text":"NATO and Russia met in Geneva, \#(number)."}"#
      }.joined(separator: "\n"))
    let clock = ContinuousClock()
    let time = try clock.measure {
      let run = try Program.dateline.run(
        ["run", "default", "far.jsonl", "--database", "far.sqlite", "--reports", "far"], folder: folder.path)
      #expect(run.status == 0 || run.status == 3, "\(run.errors)")
    }
    #expect(time < .seconds(20))
    let weeks = try String(contentsOfFile: folder.path + "/far/csv/weeks.csv", encoding: .utf8)
    // A gap of weeks is listed week by week; a gap of centuries is only summarised.
    #expect(weeks.contains("2024-W20,2024-05-13,empty,0,0,0,0,0"), "\(weeks)")
    #expect(weeks.split(whereSeparator: \.isNewline).count < 20, "\(weeks)")
    let index = try String(contentsOfFile: folder.path + "/far/index.md", encoding: .utf8)
    #expect(index.contains("| 1800-W24 to 2024-W17 |") && index.contains("11,682 weeks without documents"), "\(index)")
  }
}
