import Foundation
import Identity
import NewsModel
import ScannedText
import Testing

@Suite struct CorrectionsTests {
  private static let header = "decision\tentity\tspelling\ttarget\tscope\tdate\treason\n"
  private static let listed: [String: IdentityDecision.Target] = [
    "org.iaea": .init(id: "org.iaea", type: .organisation, name: "IAEA"),
    "fac.bernau": .init(id: "fac.bernau", type: .facility, name: "Bernau"),
  ]

  /// The decisions that a file leads to, after those of the steps, or its faults without the path.
  private func outcome(_ lines: String, steps: [IdentityDecision] = []) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "corrections-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try (Self.header + lines).write(toFile: folder + "/corrections.tsv", atomically: true, encoding: .utf8)
    var faults: [DefinitionErrors.Fault] = []
    let file = CorrectionFile(folder: DictionaryFolder(path: folder), faults: &faults)
    do {
      if !faults.isEmpty { throw DefinitionErrors(faults) }
      return try Corrections(file.corrections, path: { _ in file.path }, listed: { Self.listed[$0] })
        .applied(to: steps).map(\.line)
    } catch let errors as DefinitionErrors {
      return errors.faults.map { $0.description.replacing(folder + "/", with: "") }
    }
  }

  @Test(
    arguments: [
      ("no-name\torg~agency", "org~agency → none (correction)"),
      ("same-as\torg~agency\t\torg.iaea\t\t2026-01-02\tits short name", "org~agency → org.iaea (correction)"),
      ("means\t\tthe Agency\torg.iaea\tsource:a.example", "any “the Agency” source:a.example → org.iaea (correction)"),
      ("is-a\torg~jaap-westmark\t\tperson", "org~jaap-westmark → person~jaap-westmark (correction)"),
      ("no-name\torg~agency\tAgencies\t\tfrom:2013-02-03", "org~agency “Agencies” from:2013-02-03 → none (correction)"),
      ("no-name\torg~agency\t\t\tdocument:a/b.html#3", "org~agency document:a/b.html#3 → none (correction)"),
    ])
  func aLineIsADecision(line: String, decision: String) throws {
    #expect(try outcome(line + "\n") == [decision])
  }

  @Test func laterLinesWinAndChainsEndAtTheirEnd() throws {
    #expect(
      try outcome(
        """
        no-name\torg~zorblax
        same-as\torg~zmc\t\torg~zorblax
        same-as\torg~zorblax\t\torg.iaea
        """) == ["org~zmc → org.iaea (correction)", "org~zorblax → org.iaea (correction)"])
  }

  @Test func correctionsWinOverSteps() throws {
    func step(_ entity: String, _ target: String) -> IdentityDecision {
      .init(
        entity: entity, verdict: .means(.init(id: target, type: .organisation, name: "")), step: "same-spelling",
        reason: "")
    }
    #expect(
      try outcome(
        "no-name\torg~zorblax\nsame-as\torg~moss\t\torg.iaea\n",
        steps: [step("org~moss", "org~mosses"), step("org~zorblax-inc", "org~zorblax"), step("org~a", "org~b")]) == [
          "org~zorblax-inc → none (same-spelling)", "org~a → org~b (same-spelling)",
          "org~zorblax → none (correction)", "org~moss → org.iaea (correction)",
        ])
  }

  @Test(
    arguments: [
      ("maybe\torg~a", "corrections.tsv:2: the decision is no-name, same-as, means or is-a, not “maybe”"),
      ("no-name", "corrections.tsv:2: no-name needs an entity or a spelling"),
      ("no-name\torg~a\t\torg.iaea", "corrections.tsv:2: no-name takes no target"),
      ("same-as\torg~a\t\torg.nope", "corrections.tsv:2: no dictionary lists “org.nope”"),
      (
        "same-as\torg~a\t\tnope",
        "corrections.tsv:2: “nope” is no id of an entity, such as org.nato or org~ministry-of-energy"
      ),
      ("same-as\torg~a\t\torg~a", "corrections.tsv:2: org~a is the same as itself"),
      ("means\torg~a\t\torg.iaea", "corrections.tsv:2: means needs a spelling"),
      ("is-a\torg~a\t\tcountry", "corrections.tsv:2: “country” is no type that a name can have"),
      (
        "no-name\torg~a\t\t\tyesterday",
        "corrections.tsv:2: the scope is empty, source:NAME, document:SOURCE or from:DAY, not “yesterday”"
      ),
      ("no-name\torg~a\t\t\t\t2026-13-01", "corrections.tsv:2: “2026-13-01” is not a day (yyyy-mm-dd)"),
    ])
  func aWrongLineIsNamed(line: String, fault: String) throws {
    #expect(try outcome(line + "\n") == [fault])
  }

  @Test func aCircleIsNamedAtEachOfItsLines() throws {
    #expect(
      try outcome(
        "same-as\torg~a\t\torg~b\tfrom:2024-01-01\nsame-as\torg~b\t\torg~a\tfrom:2024-01-01\n") == [
          "corrections.tsv:2: org~a leads back to itself through other lines",
          "corrections.tsv:3: org~b leads back to itself through other lines",
        ])
    #expect(
      try outcome("same-as\torg~a\t\torg~b\nsame-as\torg~b\t\torg~a\n") == [
        "corrections.tsv:2: org~a leads back to itself through other lines",
        "corrections.tsv:3: org~b leads back to itself through other lines",
      ])
  }
}
