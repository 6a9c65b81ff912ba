import ExtractionTestSupport
import NewsModel
import Pipeline
import Testing
import Workbench

/// References to names, with the shipped dictionaries and patterns.
@Suite struct ReferenceTests {
  static let extractor = try? Extractor(folders: [Fixture.shipped], packs: [])

  @Test(arguments: [
    // Acronyms before or after their full name, with their letters checked.
    ("The Westmark Tidal Power Board (WTPB) met. Later WTPB agreed.", "WTPB", "org~westmark-tidal-power-board"),
    ("The Westmark Energy Research Council (WERC) met. WERC agreed.", "WERC", "org~westmark-energy-research-council"),
    // Short forms.
    ("Zorblax Drilling Corp opened a well. Then Zorblax closed it.", "Zorblax", "org~zorblax-drilling"),
    (
      "Zorblax Electric Corp opened its second factory yesterday. Then Zorblax closed it.", "Zorblax",
      "org~zorblax-electric"
    ),
    ("It was Jaap Westmark, said Maria Zorblax. Then Zorblax left.", "Zorblax", "person~maria-zorblax"),
  ])
  func refersToTheFullName(_ text: String, _ short: String, _ entity: String) throws {
    let extractor = try #require(Self.extractor)
    let mentions = extractor.analyse(extractor.document(text)).mentions
    let last = mentions.last { $0.surface == short && $0.rejection == nil }
    #expect(last?.entity == entity)
  }

  @Test(arguments: [
    ("Shares of General Electric Co rose.", "General Electric Co", "org.general-electric", "General Electric"),
    ("Analysts at Merrill Lynch & Co Inc agreed.", "Merrill Lynch & Co Inc", "org.merrill-lynch", "Merrill Lynch"),
    (
      "It was bought by Zorblax Drilling Holdings Ltd.", "Zorblax Drilling Holdings Ltd",
      "org~zorblax-drilling-holdings", "Zorblax Drilling Holdings Ltd"
    ),
    ("It was bought by Zorblax Drilling Inc.", "Zorblax Drilling Inc", "org~zorblax-drilling", "Zorblax Drilling Inc"),
    ("The U.S. government agreed.", "U.S. government", "org.government-us", "Government of the United States"),
  ])
  func aLegalFormDoesNotMakeAnotherCompany(_ text: String, _ surface: String, _ entity: String, _ name: String) throws {
    let extractor = try #require(Self.extractor)
    let mention = extractor.analyse(extractor.document(text)).mentions.first {
      $0.rejection == nil && $0.type == .organisation
    }
    #expect([mention?.surface, mention?.entity, mention?.name] == [surface, entity, name])
  }

  /// An unknown name in a list with organisations is an organisation too; a weekday is not.
  @Test(arguments: [
    ("He worked for the BBC, Reuters and Zorblax Radiovision, they said.", ["BBC", "Reuters", "Zorblax Radiovision"]),
    ("It was told to Reuters, Monday, by the BBC and by no one else.", ["Reuters", "BBC"]),
    ("It was read on Reuters, September, and forgotten.", ["Reuters"]),
    // Everyday words, last names and parts of longer names are not; listed names and several words in a long list are.
    ("It was Microsoft and Safety.", ["Microsoft"]),
    ("It was Merrill Lynch, Garcia, Smith and Zorblax.", ["Merrill Lynch", "Zorblax"]),
    ("It was told to Reuters and X-Box.", ["Reuters"]),
    ("They met at Reuters, Shadow Lounge and Zorblax.", ["Reuters", "Shadow Lounge", "Zorblax"]),
    // A name that is defined as a law or a thing is not an organisation, and neither is its acronym.
    ("The Digital Mills Act (DMLA) passed. Under the DMLA, mills may grind.", []),
    ("The Westmark Tidal Power Board (WTPB) met.", ["Westmark Tidal Power Board", "WTPB"]),
    // A country with its short form in brackets does not become an organisation.
    ("It is the United Kingdom's (UK) oldest mill. The UK has many.", []),
  ])
  func unknownNamesInListsAreOrganisations(_ text: String, _ organisations: [String]) throws {
    let extractor = try #require(Self.extractor)
    let mentions = extractor.analyse(extractor.document(text)).mentions
    #expect(
      mentions.filter { $0.rejection == nil && $0.type == .organisation }.map(\.surface) == organisations)
  }

  /// A line of half a megabyte that repeats one name. Time and memory used to be quadratic in its mentions.
  @Test func aNameThatOccursTwentyThousandTimes() throws {
    let extractor = try #require(Self.extractor)
    let text = String(repeating: "Zorblax Drilling Corp met. ", count: 20_000)
    let mentions = extractor.analyse(extractor.document(text)).mentions.filter { $0.rejection == nil }
    #expect(mentions.count == 20_000)
    #expect(Set(mentions.map(\.entity)) == ["org~zorblax-drilling"])
  }

  /// Lines of megabytes in which every name requires a neighbouring one. The time used to be quadratic in the names.
  @Test(arguments: [
    "Abadan power plant, NATO, Abadan power plant, CERN, ", "a Westmark Kozloduy nuclear plant of Xyz, ",
    "(ABC) Alpha Beta Corp ", "Mr Ford met Jordan, ",
  ])
  func tenThousandNamesThatRequireNeighbours(_ text: String) throws {
    let extractor = try #require(Self.extractor)
    func standing(_ times: Int) -> Int {
      let document = extractor.document(String(repeating: text, count: times))
      return extractor.analyse(document).mentions.count { $0.rejection == nil }
    }
    let (ten, twenty) = (standing(10), standing(20))
    // Each repetition adds as many mentions as the one before.
    #expect(standing(10_000) == ten + (twenty - ten) / 10 * 9_990)
  }

  @Test func peopleAndPlacesAreDistinguished() throws {
    let extractor = try #require(Self.extractor)
    func types(_ text: String, _ surface: String) -> [EntityType] {
      extractor.analyse(extractor.document(text)).mentions.filter { $0.rejection == nil && $0.surface == surface }.map(
        \.type)
    }
    #expect(types("George Washington crossed the river. Then Washington slept.", "Washington") == [.person])
    #expect(types("Gen. Washington crossed the wide river.", "Washington") == [.person])
    #expect(types("George Washington slept in Washington.", "Washington") == [.place])
    #expect(types("Washington said on Monday that it would wait.", "Washington").contains(.person) == false)
    #expect(
      types("King Abdullah of Jordan yesterday visited the former player Michael Jordan. He left Amman.", "Jordan") == [
        .country
      ])
  }

  @Test func shippedFilesHaveNoDoubtfulPattern() throws {
    let extractor = try #require(Self.extractor)
    #expect(extractor.lint().filter { $0.file.contains("/patterns/") }.map(\.description) == [])
  }

  @Test func acceptedAndUnknownSurfacesAreExplained() throws {
    let extractor = try #require(Self.extractor)
    let taken = extractor.explain(surface: "NATO", in: extractor.document("NATO met."))
    #expect(taken.count == 1 && taken[0].findings.first?.hasPrefix("taken as org.") == true)
    let none = extractor.explain(surface: "zorblaxian", in: extractor.document("A zorblaxian tale."))
    #expect(none.map(\.findings) == [["no dictionary line and no pattern fits"]])
    #expect(extractor.explain(surface: "absent", in: extractor.document("A tale.")) == [])
  }
}
