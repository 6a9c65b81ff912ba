import ExtractionTestSupport
import NewsModel
import Pipeline
import Testing

/// Tests the notation of patterns on short sentences; mentions are between ⟦ ⟧.
@Suite struct PatternNotationTests {
  private func mark(_ keys: String, _ text: String) throws -> String {
    let fixture = try Fixture(
      Fixture.files([
        "patterns/organisations.yaml": "patterns:\n  - {id: p, type: organisation, \(keys)}\n"
      ]))
    defer { fixture.remove() }
    let extractor = try Extractor(folders: [fixture.folder], packs: [])
    return extractor.mark(text).replacing(try Regex("⟦org~[^:]*:"), with: "⟦")
  }

  @Test(arguments: [
    ("a", "So a b ran", "So ⟦a⟧ b ran"),
    ("a b?", "So a b ran, a ran", "So ⟦a b⟧ ran, ⟦a⟧ ran"),
    ("a{1,2}", "So a a a ran", "So ⟦a a⟧ ⟦a⟧ ran"),
    ("a{2,3} b", "So a b, a a b, a a a b, a a a a b ran", "So a b, ⟦a a b⟧, ⟦a a a b⟧, a ⟦a a a b⟧ ran"),
    ("a (b|c)* d", "So a d, a b c b d, a b e d ran", "So ⟦a d⟧, ⟦a b c b d⟧, a b e d ran"),
    (
      "a (b? c?){0,2} d", "So a d, a c b d, a b c b c d, a c b b d, a c c c d ran",
      "So ⟦a d⟧, ⟦a c b d⟧, ⟦a b c b c d⟧, a c b b d, a c c c d ran"
    ),
    ("a (b c){1,2} d?", "So a b c d, a b c b c, a b c b, a b ran", "So ⟦a b c d⟧, ⟦a b c b c⟧, ⟦a b c⟧ b, a b ran"),
    ("a (b{2,2}){2,2}", "So a b b b b, a b b b ran", "So ⟦a b b b b⟧, a b b b ran"),
    ("a - b", "So a-b ran", "So ⟦a-b⟧ ran"),
    ("a b", "So a-b ran, a. b ran", "So ⟦a-b⟧ ran, ⟦a. b⟧ ran"),
    ("@country a", "So the Soviet Union a ran", "So the ⟦Soviet Union a⟧ ran"),
    ("a @country{1,2}", "So a Russia US, a US ran", "So ⟦a Russia US⟧, ⟦a US⟧ ran"),
  ])
  func matches(_ pattern: String, _ text: String, _ expected: String) throws {
    #expect(try mark("pattern: '\(pattern)'", text) == expected)
  }

  @Test(arguments: [
    ("left", "b", "So b a, c a, a ran", "So b ⟦a⟧, c a, a ran"),
    ("left", "b c?", "So b a, b c a, c a ran", "So b ⟦a⟧, b c ⟦a⟧, c a ran"),
    ("left", "b{2,3} c", "So b c a, b b c a, b b b c a ran", "So b c a, b b c ⟦a⟧, b b b c ⟦a⟧ ran"),
    ("left", "<start>", "Axe ran. So axe ran", "⟦Axe⟧ ran. So axe ran"),
    ("left", "<start> | b", "Axe ran, b axe, c axe", "⟦Axe⟧ ran, b ⟦axe⟧, c axe"),
    ("left", "@country", "So the Soviet Union a, so a ran", "So the ⟦country.su:Soviet Union⟧ ⟦a⟧, so a ran"),
    ("left", "b -?", "So b-a, b a, c-a ran", "So b-⟦a⟧, b ⟦a⟧, c-a ran"),
    ("not_left", "b c{0,2}", "So b a, b c c a, c c a ran", "So b a, b c c a, c c ⟦a⟧ ran"),
    ("right", "b{1,2} c", "So a b c, a b b c, a c, a ran", "So ⟦a⟧ b c, ⟦a⟧ b b c, a c, a ran"),
    ("not_right", "b{2,2}", "So a b b, a b ran", "So a b b, ⟦a⟧ b ran"),
  ])
  func checksTheContext(_ key: String, _ context: String, _ text: String, _ expected: String) throws {
    #expect(try mark("pattern: a | axe, \(key): '\(context)'", text) == expected)
  }
}
