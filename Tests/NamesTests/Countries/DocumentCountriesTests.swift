import ExtractionTestSupport
import NewsModel
import Pipeline
import Testing

@Suite struct DocumentCountriesTests {
  @Test(
    arguments: [
      ("French officials met in Paris.", ["FR"]),
      // The other places in a document decide which of several places with the same name is meant.
      (
        "Paris police closed a road near the county courthouse. The sheriff's office in Lamar County, Texas, said the district attorney was told.",
        ["US"]
      ),
      (
        "The council of Lebanon agreed. The county sheriff in Pennsylvania, the state legislature and Pittsburgh police were told.",
        ["US"]
      ),
      ("Lebanon and Syria opened embassies. Beirut praised the Syrian move.", ["LB", "SY"]),
      // In world news the capital is meant, and in a text that refers to a state by another name the state is meant.
      ("The U.S. and Canada opened talks in London.", ["CA", "GB", "US"]),
      (
        "Talks between Egypt and the US began. Egyptian papers in Washington, Texas and Georgia praised Egypt.",
        ["EG", "US"]
      ),
      // A name that includes its country is evidence for the country.
      ("The London museum gave it to Nigeria's Zorblax Commission.", ["GB", "NG"]),
      // Words for institutions do not add a country to those that are named.
      ("Seattle and Tacoma in Washington state raised taxes, a councillor said in Spokane.", ["US"]),
      ("The shr of the firm rose, net vs loss, 5.5 mln dlrs.", ["US"]),
      ("<BAYG.F> said its profit rose.", ["DE"]),
      ("The firm said its profit rose.", []),
      // Words without a mention are no evidence for a country, even if they are also names of towns or surnames.
      ("Grapevine talk has it that Orchards will be dug up. Mentor and pupil met.", []),
      ("Jane Pretoria Burbank and Hugo Lowell met. The shop was shut.", []),
      ("Denver Falkner and Sydney T. Garcia spoke.", []),
      // The initials of a league inside those of a union are no evidence for the league's country.
      ("The AFL said the season would start.", ["AU"]),
      ("The AFL-CIO said the season would start.", ["US"]),
    ])
  func findsCountries(text: String, codes: [String]) throws {
    #expect(try Shipped.countries(text) == codes)
  }

  /// The codes of the countries that a document names, with a star for those that it is about.
  private func marked(_ text: String, title: String? = nil) throws -> [String] {
    try Shipped.analyse(text, title: title).countries.map { $0.code + ($0.isAbout ? "*" : "") }
  }

  @Test func aDocumentNamesMoreCountriesThanItIsAbout() throws {
    let filler = String(repeating: "The mill was repaired and the road was shut for a week. ", count: 10)
    // A passing mention, several pieces, the title, and the first lines of a text that names no other country more.
    #expect(try marked("The mill burned. " + filler + "A Danish crew came.") == ["DK"])
    #expect(try marked(filler + "A Danish crew came from Copenhagen.") == ["DK*"])
    #expect(try marked(filler + "A Danish crew came.", title: "Danish crew at mill") == ["DK*"])
    #expect(try marked("A Danish crew came. " + filler) == ["DK*"])
    #expect(
      try marked("A Danish crew came. " + filler + "Norwegian crews left Oslo for Norway.") == ["NO*", "DK"])
    // A text of a few lines says nothing twice.
    #expect(try marked("Danish and Norwegian crews came.") == ["DK*", "NO*"])
  }

  @Test func aCountryThatNothingNamesIsNotListed() throws {
    var document = Document(source: "d", url: "https://news.example.dk/a", title: "A mill burned")
    document.blocks = [Block(zone: .body, text: "The mill burned.", reason: "")]
    #expect(try Shipped.extractor.get().analyse(document).countries.isEmpty)
    // Many states have councillors.
    #expect(try marked("The councillor met two MPs.").isEmpty)
  }

  @Test func aCountryInTheNameOfItsOrganisationIsNamed() throws {
    let filler = String(repeating: "The mill was repaired and the road was shut for a week. ", count: 10)
    let text = "Danish crews came from Copenhagen to Denmark. " + filler + "The Bank of Japan knew it."
    #expect(try marked(text) == ["DK*", "JP"])
  }

  /// "The Justice Department" has no other name of a country in it.
  @Test func aMinistryNamesItsCountry() throws {
    #expect(try marked("The Justice Department charged two men in China. China said no.") == ["CN*", "US*"])
  }

  @Test(
    arguments: [
      ("BRUSSELS, Feb 3", ["BE"]), ("SAN MATEO, Calif., March 2", ["US"]), ("Tokyo", ["JP"]),
      ("PARIS, Texas, March 2", ["US"]),
      ("Feb 3", []),
    ])
  func readsDatelines(dateline: String, codes: [String]) throws {
    #expect(try Shipped.countries("The company raised its forecast.", dateline: dateline) == codes)
  }

  @Test func aCaptionIsNotPartOfTheLead() throws {
    func shares(_ zone: Zone) throws -> [Double] {
      let page = Document(
        source: "d",
        blocks: [
          Block(zone: .body, text: "Officials met in Iran.", reason: ""),
          Block(zone: zone, text: "Officials met in Iraq.", reason: ""),
        ])
      return try Shipped.extractor.get().analyse(page).countries.map { ($0.score * 100).rounded() }
    }
    #expect(try shares(.body) == [50, 50])
    // The lead counts one and a half times, raised to the damping exponent 0.55.
    #expect(try shares(.caption) == [56, 44])
  }

  @Test func aDatelineWithoutEvidenceInTheTextIsNotFirst() throws {
    let text = "Ukraine's plant lost power. Ukraine blamed Russia, Ukrainian officials said."
    #expect(try Shipped.analyse(text, dateline: "VIENNA, Sept 4").countries.map(\.code) == ["UA", "AT", "RU"])
  }

  /// Later texts also name states that have ended.
  @Test(arguments: [1987, 2013])
  func formerStatesCountInDocumentsOfAnyTime(year: Int) throws {
    let text = "The Soviet Union and East Germany signed a treaty in East Berlin."
    #expect(try Shipped.countries(text, published: Day(year: year, month: 3, day: 2)) == ["DD", "DE", "SU"])
  }

  @Test func sharesAddUpToOneAndAreSorted() throws {
    let countries = try Shipped.analyse("Iran and Iraq fought. Iran won. France and Germany watched Iran.").countries
    #expect(countries.first?.code == "IR")
    #expect(countries.map(\.score) == countries.map(\.score).sorted(by: >))
    #expect(abs(countries.reduce(0) { $0 + $1.score } - 1) < 1e-9)
    #expect(countries.first?.mentions == 3)
  }
}
