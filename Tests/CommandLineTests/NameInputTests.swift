import Foundation
import TestSupport
import Testing

/// Malformed names in texts and dictionaries: each is handled correctly or reported with file and line.
@Suite struct NameInputTests {
  private let folder: TemporaryFolder
  private static let names = "id\tkind\tname\norg.abax\tcompany\tAbax Mills\norg.bolo\tcompany\tBolo Works\n"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("names/organisations.tsv", Self.names)
    try folder.write(
      "p.yaml", "archive: archive\ndatabase: p.sqlite\nreports: reports\ndictionaries: [names]\ntopics: []\n")
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.dateline.run(arguments, folder: folder.path)
  }

  private func write(_ texts: [String]) throws {
    let lines = try texts.enumerated().map { number, text in
      String(
        decoding: try JSONSerialization.data(withJSONObject: ["id": "\(number + 1)", "text": text]), as: UTF8.self)
    }
    try folder.write("archive/a.jsonl", lines.joined(separator: "\n") + "\n")
  }

  /// Returns the surfaces in each document.
  private func surfaces() throws -> [[String]] {
    try run("annotate", "--pipeline", "p.yaml", "--quiet", "archive").output.split(separator: "\n").map { line in
      let document = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (document?["mentions"] as? [[String: Any]] ?? []).compactMap { $0["surface"] as? String }
    }
  }

  @Test func signsThatCannotBeSeenAreSteppedOver() throws {
    let texts = [
      "The Ab\u{200B}ax Mills met.", "The Abax Mi\u{AD}lls met.", "The \u{FEFF}A\u{2060}bax\u{A0}Mills met.",
      "The inspectors came on Monday, before anybody else, from the Abax\nMills met.",
      "The inspectors came on Monday, before anybody else, to the Abax Mi-\nlls met.",
    ]
    try write(texts)
    #expect(
      try surfaces() == [
        ["Ab\u{200B}ax Mills"], ["Abax Mi\u{AD}lls"], ["A\u{2060}bax\u{A0}Mills"], ["Abax\nMills"], ["Abax Mi-\nlls"],
      ])
  }

  @Test func whatOnlyLooksLikeANameIsSuspicious() throws {
    // A Cyrillic а, and a character that overrides the writing direction.
    try write(["The Ab\u{430}x Mills met.", "The Bo\u{202E}lo Works met.", "The Bolo Works met."])
    #expect(try surfaces() == [[], [], ["Bolo Works"]])
    #expect(try run("run", "--quiet", "p.yaml").status == 0)
    let rejected = try run("query", "mentions", "--rejected", "--format", "jsonl").output.split(separator: "\n").map {
      line in
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return ["source", "entity", "rejected", "detail"].map { row?[$0] as? String ?? "" }
    }
    let detail = "letters of several scripts, or an override of direction"
    #expect(
      rejected.sorted { $0[0] < $1[0] } == [
        ["archive/a.jsonl#1", "org.abax", "suspicious", detail],
        ["archive/a.jsonl#2", "org.bolo", "suspicious", detail],
      ])
  }

  @Test func aLineOfFourMegabytesAndTenThousandMentions() throws {
    try write([
      String(repeating: "Word after word stands here and never ends, ", count: 90_000) + "then Abax Mills.",
      String(repeating: "Abax Mills met Bolo Works. ", count: 5_000),
    ])
    #expect(try surfaces().map(\.count) == [1, 10_000])
  }

  @Test func aByteOrderMarkAndWindowsLineEndsAreNoFault() throws {
    try folder.write("names/organisations.tsv", "\u{FEFF}" + Self.names.replacing("\n", with: "\r\n"))
    try write(["Abax Mills met Bolo Works."])
    #expect(try surfaces() == [["Abax Mills", "Bolo Works"]])
  }

  @Test func aDuplicateStopsTheRun() throws {
    try folder.write("names/organisations.tsv", Self.names + "org.abax\tcompany\tOther\n")
    try write(["Abax Mills met."])
    let outcome = try run("run", "p.yaml")
    #expect(outcome.status == 65)
    #expect(
      outcome.errors
        == "dateline: \(folder.path)/names/organisations.tsv:4: the id org.abax is taken by \(folder.path)/names/organisations.tsv:2\n"
        .replacing(folder.path + "/", with: ""))
  }

  @Test func twoHundredThousandLines() throws {
    let lines = (0..<200_000).map { "org.x\(1_000_000 + $0)\tcompany\tFirm\($0) Works\n" }
    try folder.write("names/organisations.tsv", "id\tkind\tname\n" + lines.joined())
    try write(["Firm0 Works met Firm199999 Works. They left Firm200000."])
    #expect(try surfaces() == [["Firm0 Works", "Firm199999 Works"]])
  }
}
