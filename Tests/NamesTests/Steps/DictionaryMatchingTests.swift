import ExtractionTestSupport
import Foundation
import NewsModel
import Pipeline
import TestSupport
import Testing

@Suite struct DictionaryMatchingTests {
  private static func extractor(_ more: [String: String] = [:]) throws -> Extractor {
    let fixture = try Fixture(Fixture.files(more))
    defer { fixture.remove() }
    return try Extractor(folders: [fixture.folder], packs: [])
  }

  @Test(arguments: [
    ("Russia and the US agreed.", "⟦country.ru:Russia⟧ and the ⟦country.us:US⟧ agreed."),
    ("RUSSIA agreed with us.", "⟦country.ru:RUSSIA⟧ agreed with us."),
    ("russia is in lower case", "russia is in lower case"),
    ("Russia's Ru\u{AD}ssian", "⟦country.ru:Russia⟧'s ⟦country.ru:Ru\u{AD}ssian⟧"),
    (
      "Inspectors came on Monday from the International\nAtomic Energy Agency",
      "Inspectors came on Monday from the ⟦org.iaea:International\nAtomic Energy Agency⟧"
    ),
    ("WHO said it.", "⟦org.who:WHO⟧ said it."),
    ("WHO WILL SAY IT TO RUSSIA", "WHO WILL SAY IT TO ⟦country.ru:RUSSIA⟧"),
    ("Georgia is far.", "Georgia is far."),
    ("Georgia met Russia.", "⟦country.ge:Georgia⟧ met ⟦country.ru:Russia⟧."),
    ("Tbilisi is in Georgia.", "Tbilisi is in ⟦country.ge:Georgia⟧."),
    ("Tbilisi is far from the state of Georgia.", "Tbilisi is far from the state of Georgia."),
    ("Unit 2 of Hatch tripped.", "Unit ⟦fac.hatch#2:2⟧ of ⟦fac.hatch:Hatch⟧ tripped."),
    ("Senator Hatch spoke.", "Senator Hatch spoke."),
    ("In the control room of Hatch they met.", "In the control room of ⟦fac.hatch:Hatch⟧ they met."),
    ("The watchdog barked.", "The watchdog barked."),
    ("The watchdog of nuclear matters spoke.", "⟦org.iaea:The watchdog⟧ of nuclear matters spoke."),
  ])
  func findsNames(_ text: String, _ expected: String) throws {
    #expect(try Self.extractor().mark(text) == expected)
  }

  @Test(arguments: [
    ("Zorblax & Noble fell.", "⟦org.noble:Zorblax & Noble⟧ fell."),
    ("Zorblax and Noble fell.", "⟦org.noble:Zorblax and Noble⟧ fell."),
    ("ZORBLAX AND NOBLE fell.", "⟦org.noble:ZORBLAX AND NOBLE⟧ fell."),
    ("Zorblax and noble deeds", "Zorblax and noble deeds"),
    ("Westmark Power & Light fell.", "⟦org.light:Westmark Power & Light⟧ fell."),
    ("Westmark Power and Light fell.", "⟦org.light:Westmark Power and Light⟧ fell."),
    ("Westmark Power & light fell.", "Westmark Power & light fell."),
    ("Black & Oxbow fell.", "⟦org.oxbow:Black & Oxbow⟧ fell."),
  ])
  func anAmpersandMatchesTheWordAnd(_ text: String, _ expected: String) throws {
    let extractor = try Self.extractor([
      "organisations.tsv": """
      id\tkind\tname\tcountry
      org.iaea\tun-body\tInternational Atomic Energy Agency\t
      org.light\tcompany\tWestmark Power and Light\t
      org.noble\tcompany\tZorblax & Noble\t
      org.oxbow\tcompany\tBlack And Oxbow\t
      org.who\tun-body\tWorld Health Organization\t
      """
    ])
    #expect(extractor.mark(text) == expected)
  }

  /// Includes lists inside requirements, and words in patterns.
  @Test func loadingTakesTimeInProportionToTheLines() throws {
    func time(_ count: Int) throws -> Double {
      let surfaces = (0..<count).map { "country.ru\tRus\($0)\t\tnear:word\($0)|other \($0)\t\t\t" }
      let patterns = (0..<count / 10).map {
        "  - {id: p\($0), type: organisation, pattern: Cap one\($0) two\($0)}"
      }
      let fixture = try Fixture(
        Fixture.files([
          "countries.surfaces.tsv": "id\tsurface\tcase\trequires\tvalid_from\tvalid_to\tnote\n"
            + surfaces.joined(separator: "\n") + "\n",
          "patterns/organisations.yaml": "patterns:\n" + patterns.joined(separator: "\n") + "\n",
        ]))
      defer { fixture.remove() }
      return try processorSeconds { _ = try Extractor(folders: [fixture.folder], packs: []) }
    }
    let few = try time(1000)
    let many = try time(8000)
    #expect(many <= 16 * few, "\(many) s against \(few) s")
  }

  @Test func theTitleIsContextForTheText() throws {
    let extractor = try Self.extractor()
    #expect(extractor.mark("Georgia votes.", title: "Caucasus votes") == "⟦country.ge:Georgia⟧ votes.")
  }

  @Test func aNameCountsOnlyOnDaysWhenItWasInUse() throws {
    let extractor = try Self.extractor()
    let text = "The Soviet Union agreed."
    #expect(extractor.mark(text, published: "1987-03-01") == "The ⟦country.su:Soviet Union⟧ agreed.")
    #expect(extractor.mark(text, published: "2013-03-01") == text)
    #expect(extractor.rejections(text, published: "2013-03-01") == ["country.su not-valid-then: in use ..1991-12-26"])
  }

  @Test func rejectedMentionsAreKeptWithTheReason() throws {
    let extractor = try Self.extractor()
    #expect(
      extractor.rejections("Senator Hatch spoke.") == [
        "fac.hatch context-missing: before:unit|facility || near:nuclear|$plant"
      ])
    #expect(
      extractor.rejections("Russi\u{430} agreed.")
        == ["country.ru suspicious: letters of several scripts, or an override of direction"])
  }

  @Test func aVetoRejectsMentionsInItsScope() throws {
    let extractor = try Self.extractor([
      "vetoes.yaml": """
      - id: russia-house
        entity: country.ru
        scope: span
        phrases: ["Russia House"]
      - id: us-magazine
        surface: US
        scope: sentence
        phrases: [magazine]
      """
    ])
    #expect(extractor.mark("The Russia House is in Russia.") == "The Russia House is in ⟦country.ru:Russia⟧.")
    #expect(extractor.mark("The US magazine. The US.") == "The US magazine. The ⟦country.us:US⟧.")
    let whole = try Self.extractor([
      "vetoes.yaml": "- id: no-hatch\n  surface: Hatch\n  scope: span\n  phrases: [Hatch]\n"
    ])
    #expect(whole.mark("Work at unit Hatch resumed.") == "Work at unit Hatch resumed.")
    #expect(extractor.rejections("The Russia House.") == ["country.ru vetoed: russia-house (span: Russia House)"])
  }

  @Test func allWrongLinesAreReportedAtOnce() throws {
    let fixture = try Fixture(
      Fixture.files([
        "organisations.surfaces.tsv":
          "\u{FEFF}id\tsurface\tcase\trequires\r\norg.none\tNone\t\t\r\norg.iaea\tIAEA\tloud\t\r\norg.iaea\tAtoms\t\tnowhere:x\r\n",
        "facilities.tsv": "id\tkind\tname\nfac.a\tx\tA One\nfac.a\tx\tA Two\nplant.b\tx\tB\n",
        "facilities.surfaces.tsv": "id\tsurface\n",
      ]))
    defer { fixture.remove() }
    let error = #expect(throws: DefinitionErrors.self) { try Extractor(folders: [fixture.folder], packs: []) }
    #expect(
      error?.faults.map { "\($0.file):\($0.line)" }
        == [
          "facilities.tsv:3", "facilities.tsv:4", "organisations.surfaces.tsv:2", "organisations.surfaces.tsv:3",
          "organisations.surfaces.tsv:4",
        ].map { fixture.folder + "/" + $0 })
  }

  @Test func theUsersLineReplacesTheShippedOne() throws {
    let shipped = try Fixture(Fixture.files())
    let own = try Fixture([
      "facilities.tsv": "id\tkind\tname\tcountry\nfac.kalinin\tnuclear-power-plant\tKalinin Station\tRU\n",
      "facilities.surfaces.tsv": "id\tsurface\tcase\trequires\nfac.hatch\tHatch\t\t\n",
    ])
    defer {
      shipped.remove()
      own.remove()
    }
    let extractor = try Extractor(folders: [shipped.folder, own.folder], packs: [])
    #expect(extractor.mark("Hatch and Kalinin Station") == "⟦fac.hatch:Hatch⟧ and ⟦fac.kalinin:Kalinin Station⟧")
    #expect(extractor.mark("Kalinin NPP") == "Kalinin NPP")
  }

  @Test(arguments: [
    ("Unit 4 of Kalinin NPP tripped.", ["fac.kalinin", "fac.kalinin#4"]),
    ("Kalinin NPP units 3 and 4 tripped.", ["fac.kalinin", "fac.kalinin#3", "fac.kalinin#4"]),
    (
      "Units 1, 2 and 3 at the Kalinin NPP tripped.",
      ["fac.kalinin", "fac.kalinin#1", "fac.kalinin#2", "fac.kalinin#3"]
    ),
    ("The reactor Kalinin-3 tripped.", ["fac.kalinin", "fac.kalinin#3"]),
    ("Kalinin NPP made 3 TWh.", ["fac.kalinin"]),
  ])
  func unitsAreSeparateMentions(_ text: String, _ expected: [String]) throws {
    let extractor = try Self.extractor()
    let found = extractor.analyse(extractor.document(text)).mentions.filter { $0.rejection == nil }.map(\.entity)
    #expect(Set(found) == Set(expected))
  }

  @Test func longLinesAndManyMentionsAreRight() throws {
    let extractor = try Self.extractor()
    let many = String(repeating: "Russia met the IAEA near Kalinin NPP. ", count: 10_000)
    let time = ContinuousClock().measure {
      #expect(extractor.analyse(extractor.document(many)).mentions.count { $0.rejection == nil } == 30_000)
    }
    #expect(time < .seconds(10))
    let long = String(repeating: "Russia-", count: 100_000)
    #expect(extractor.analyse(extractor.document(long)).mentions.count == 100_000)
  }
}
