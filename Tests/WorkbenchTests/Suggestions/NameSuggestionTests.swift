import ExtractionTestSupport
import NewsModel
import Pipeline
import Testing
import Workbench

/// Invented names, with the shipped dictionaries and patterns.
@Suite struct NameSuggestionTests {
  private func suggestions(_ texts: [String]) throws -> [NameSuggestions.Suggestion] {
    let extractor = try Shipped.extractor.get()
    var names = NameSuggestions(taken: extractor.entities)
    for (number, text) in texts.enumerated() {
      var document = extractor.document(text)
      document.source = "\(number)"
      names.add(try NameSightingFinder(extractor.names).sightings(in: extractor.analyse(document)))
    }
    return names.suggestions(minimumDocuments: 1)
  }

  @Test func aSuggestionHasItsEvidence() throws {
    let found = try suggestions([String](repeating: "Shares of Zorblax Drilling Corp rose.", count: 3))
    #expect(
      found == [
        .init(
          id: "org.zorblax-drilling", type: .organisation, kind: "company", name: "Zorblax Drilling Corp", country: "",
          mentions: 3, documents: 3, sources: 3,
          reasons: ["last word “Corp” 3", "pattern org.company-form 3"],
          contexts: [String](repeating: "Shares of Zorblax Drilling Corp rose.", count: 3))
      ])
  }

  @Test(arguments: [
    // The evidence is a pattern and the words in the name.
    ("He spoke at the Zorblax Refinery on Monday.", ["fac.zorblax-refinery refinery"]),
    ("They sailed up the Zorblax River.", ["place.zorblax-river river"]),
    // The evidence is words next to the name.
    ("Crowds gathered in Zorblax on Friday.", ["place.zorblax place"]),
    ("The tank stood near the village Zorblax then.", ["place.zorblax town"]),
    ("They attacked Zorblax fighters again.", ["org.zorblax armed-group"]),
    ("The plan of Zorblax shareholders failed.", ["org.zorblax company"]),
    ("They closed the Zorblax pipeline.", ["fac.zorblax-pipeline pipeline"]),
    // A title is not part of the name.
    ("They met President Zorblax there.", ["person.zorblax person"]),
    // There is only the capital.
    ("They talked about Zorblax again.", ["org.zorblax unknown"]),
    // Small words inside a name.
    ("They talked about the Zorblax de la Quonk again.", ["org.zorblax-de-la-quonk unknown"]),
    // No names: words with a capital only at the beginning of a sentence, weekdays, dictionary names whether accepted
    // or not, and single common words.
    ("Drilling began. On Monday they met in Moscow.", []),
    ("Zorblax.", []),
    ("He wrote to Hatch again.", []),
    ("The Commission met.", []),
    ("ZORBLAX DRILLING RISES AGAIN", []),
    // No names: abbreviations of titles, time zones, units and diseases; interjections, programs, faiths.
    ("It began at 10:00 UTC again.", []),
    ("They asked her CEO about the DNA of his PhD.", []),
    ("They suffered from COVID then.", []),
    ("They have a Linux base there, and Yeah is no answer.", []),
    ("They believe in Islam then.", []),
    ("They said that We've won.", []),
    ("They talked about the Islamic Zorblax again.", ["org.islamic-zorblax unknown"]),
    ("They met Sam there.", ["org.sam unknown"]),
  ])
  func typesAreJudged(_ text: String, _ expected: [String]) throws {
    #expect(try suggestions([text]).map { "\($0.id) \($0.kind)" } == expected)
  }

  @Test func theStrongestEvidenceDecides() throws {
    let found = try suggestions([
      "Crowds gathered in Zorblax on Friday.", "They attacked Zorblax fighters again.",
      "They were near Zorblax militants.",
    ])
    #expect(found.map(\.id) == ["org.zorblax"])
    #expect(found.map(\.reasons) == [["“fighters” after 1", "“militants” after 1"]])
  }

  @Test func aUsedIDGetsANumber() throws {
    var names = NameSuggestions(taken: [Entity(id: "org.zorblax", type: .organisation, kind: "", name: "Other")])
    let extractor = try Shipped.extractor.get()
    names.add(
      try NameSightingFinder(extractor.names).sightings(
        in: extractor.analyse(extractor.document("They talked about Zorblax again."))))
    #expect(names.suggestions(minimumDocuments: 1).map(\.id) == ["org.zorblax-2"])
  }

  /// The dictionaries have the name, but for earlier days.
  @Test func aFormerNameIsNotSuggested() throws {
    let extractor = try Shipped.extractor.get()
    var names = NameSuggestions(taken: extractor.entities, beside: KnownNames(extractor.names))
    var document = extractor.document("They talked about the Soviet Union and about Zorblax again.")
    document.published = PublicationDate(day: Day(year: 2019, month: 3, day: 4)!, method: .byline)
    names.add(try NameSightingFinder(extractor.names).sightings(in: extractor.analyse(document)))
    #expect(names.suggestions(minimumDocuments: 1).map(\.id) == ["org.zorblax"])
  }
}
