import NewsModel
import Testing

/// The text of rules in outputs and in the database.
@Suite struct MentionRuleTests {
  @Test(arguments: [
    (
      MentionRule(.dictionary(file: "organisations.surfaces.tsv", line: 120, note: "")),
      "dictionary organisations.surfaces.tsv:120"
    ),
    (MentionRule(.dictionary(file: "places.tsv", line: 3, note: "capital")), "dictionary places.tsv:3 capital"),
    (MentionRule(.pattern(id: "org.ministry-of")), "pattern org.ministry-of"),
    (MentionRule(.reference(.acronymDefined)), "reference acronym defined"),
    (MentionRule(.unit(plant: "fac.hatch")), "reference unit of fac.hatch"),
    (MentionRule(.stored("pattern x")), "pattern x"),
    (
      MentionRule(
        .dictionary(file: "a.tsv", line: 1, note: ""), context: .words(scope: "near", text: "steam (plant)"),
        bodyCountry: .init(evidence: .beside, country: "PH")),
      "dictionary a.tsv:1 (near: steam (plant)) (beside: PH)"
    ),
    (
      MentionRule(.pattern(id: "org.company"), context: .name(line: "organisations.tsv:9")),
      "pattern org.company (name: organisations.tsv:9)"
    ),
  ])
  func isWrittenAs(rule: MentionRule, text: String) {
    #expect(rule.description == text)
  }
}
