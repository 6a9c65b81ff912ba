import Foundation
import TestSupport
import Testing

/// Explanations of accepted names, and of each reason for rejecting one.
@Suite struct ExplainNamesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "names/organisations.tsv", "id\tkind\tname\norg.abax\tcompany\tAbax Mills\norg.mills\tcompany\tMills Abroad\n")
    try folder.write(
      "names/organisations.surfaces.tsv",
      "id\tsurface\tcase\trequires\tvalid_from\norg.abax\tAbax\t\tnear:mill|loom\norg.abax\tAbax Weavers\t\t\t2030-01-01\norg.mills\tMills\n"
    )
    try folder.write(
      "names/vetoes.yaml", "- id: song\n  entity: org.mills\n  scope: sentence\n  phrases: [love song]\n")
    try folder.write(
      "archive/a.jsonl",
      #"{"id":"1","published":"2024-05-01","text":"Abax bought a loom. Zed Abax sang.\nAbax Mills grew. A love song of Mills played. Abax Weavers met. The mills stood. Zorblax came."}"#
    )
    try folder.write(
      "p.yaml", "archive: archive\ndatabase: p.sqlite\nreports: reports\ndictionaries: [names]\ntopics: []\n")
    _ = try Program.dateline.run(["run", "--quiet", "p.yaml"], folder: folder.path)
  }

  private func explain(_ surface: String) throws -> String {
    let outcome = try Program.dateline.run(
      ["explain", "a.jsonl#1", "--pipeline", "p.yaml", "--surface", surface], folder: folder.path)
    return outcome.output.components(separatedBy: "\n\n").dropFirst().joined(separator: "\n\n") + outcome.errors
  }

  @Test(arguments: [
    (
      "Abax",
      """
      mentions
        Abax  →  Abax Mills (organisation org.abax)
            body 0..<4; dictionary organisations.surfaces.tsv:2 (near: loom)
            ⟦Abax⟧ bought a loom.
        Abax  →  Abax Mills (organisation org.abax)
            body 81..<85; dictionary organisations.surfaces.tsv:2 (document: loom)
            ⟦Abax⟧ Weavers met.

      not taken
        Abax  ✗  Abax Mills (org.abax): context-missing: near:mill|loom (step require-words)
            body 24..<28; dictionary organisations.surfaces.tsv:2
            Zed ⟦Abax⟧ sang.
        Abax  ✗  Abax Mills (org.abax): longer-span: Abax Mills (step resolve-overlaps)
            body 35..<39; dictionary organisations.surfaces.tsv:2 (document: loom)
            ⟦Abax⟧ Mills grew.

      """
    ),
    (
      "Mills",
      """
      not taken
        Mills  ✗  Mills Abroad (org.mills): longer-span: Abax Mills (step resolve-overlaps)
            body 40..<45; dictionary organisations.surfaces.tsv:4
            Abax ⟦Mills⟧ grew.
        Mills  ✗  Mills Abroad (org.mills): vetoed: song (sentence: love song) (step veto-surfaces)
            body 67..<72; dictionary organisations.surfaces.tsv:4
            A love song of ⟦Mills⟧ played.

      """
    ),
    (
      "Abax Weavers",
      """
      not taken
        Abax Weavers  ✗  Abax Mills (org.abax): not-valid-then: in use 2030-01-01.. (step match-surfaces)
            body 81..<93; dictionary organisations.surfaces.tsv:3
            ⟦Abax Weavers⟧ met.

      """
    ),
    (
      "Zorblax",
      """
      not found
        body 116..<123: Zorblax came.
            no dictionary line and no pattern fits

      """
    ),
    (
      "Quonk",
      """
      not found
        'Quonk' does not occur in the document

      """
    ),
  ])
  func everyReasonIsTold(surface: String, expected: String) throws {
    #expect(try explain(surface) == expected)
  }

  /// The evidence for a country without a mention is listed below it.
  @Test func signsOfACountryWithoutAMentionAreTold() throws {
    try folder.write("names/countries.tsv", "id\tkind\tname\tcountry\ncountry.fd\tstate\tFreedonia\tFD\n")
    try folder.write("names/country-cues.tsv", "country\tphrase\tweight\nFD\tloom court\t2\n")
    try folder.write(
      "archive/b.jsonl", #"{"id":"1","published":"2024-05-01","text":"The loom court met. The Loom Court rose."}"#)
    _ = try Program.dateline.run(["run", "--quiet", "p.yaml"], folder: folder.path)
    let outcome = try Program.dateline.run(["explain", "b.jsonl#1", "--pipeline", "p.yaml"], folder: folder.path)
    #expect(
      outcome.output.contains("\ncountries\n  FD  1.0, 0 mentions, about\n      “loom court”\n"), "\(outcome.output)")
  }

  @Test func aRuleThatDidNothingIsToldSo() throws {
    let outcome = try Program.dateline.run(["explain", "a.jsonl#1", "--rule", "pattern person"], folder: folder.path)
    #expect(
      outcome.output.hasSuffix(
        "\n\nnot found\n  no rule whose name contains 'pattern person' produced or rejected a mention here\n"))
  }

  @Test func rejectedMatchesAreListedWithTheirReason() throws {
    #expect(
      try Program.dateline.run(["query", "mentions", "--rejected", "--format", "jsonl"], folder: folder.path).output
        .split(separator: "\n").map { line in
          let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
          return ["surface", "entity", "rejected", "detail", "step"].map { row?[$0] as? String ?? "" }
            .joined(separator: " | ")
        } == [
          "Abax | org.abax | context-missing | near:mill|loom | require-words",
          "Abax | org.abax | longer-span | Abax Mills | resolve-overlaps",
          "Mills | org.mills | longer-span | Abax Mills | resolve-overlaps",
          "Mills | org.mills | vetoed | song (sentence: love song) | veto-surfaces",
          "Abax Weavers | org.abax | not-valid-then | in use 2030-01-01.. | match-surfaces",
        ])
  }
}
