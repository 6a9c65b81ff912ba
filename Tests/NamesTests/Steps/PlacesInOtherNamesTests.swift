import ExtractionTestSupport
import NewsModel
import Testing

/// Words that are a name elsewhere, but only a part of another name or an everyday word here.
@Suite struct PlacesInOtherNamesTests {
  /// The accepted places and countries.
  private func places(_ text: String) throws -> [String] {
    try Shipped.analyse(text).mentions
      .filter { $0.rejection == nil && ($0.type == .place || $0.type == .country) }.map(\.entity)
  }

  @Test(arguments: [
    // Streets and ships.
    ("She moved to 7 Madrid Avenue and later to Lisbon Lane.", []),
    ("HMS Bermuda followed the USS Nevada out of port.", []),
    ("A ship left Bermuda for Nevada.", ["country.bm", "place.nevada-us-region"]),
    ("Protests in Madrid filled every road.", ["place.madrid-es"]),
    // Counties that are called like a town abroad, and saints' churches.
    ("Farms in Chesterfield County met those of Nassau and Medina counties.", []),
    ("Choirs sang at St George's Chapel.", []),
    // Languages.
    ("He spoke in Spanish. The French version is shorter, and she learns Danish.", []),
    ("Spanish ships sailed in Danish waters.", ["country.es", "country.dk"]),
    // A town that is also a person's name has no place before its possessive or behind another name.
    ("They found it in Wilson's barn.", []),
    ("They lived in the Nile Delta.", ["place.nile"]),
    // A region abroad right after a town shows that another town is meant, wherever the text names it.
    ("Bonn, Minn., has a mill. The mayor of Bonn came.", ["place.minnesota-us-region"]),
    // A university that is called after a town shows that the town is meant.
    ("Oxford shut its roads. A team of Oxford University knew it.", ["place.oxford-gb"]),
    // The title of a work.
    ("She sang in \"Hamilton.\" Then came “Madrid” and a film.", []),
    ("He said \"Madrid is far.\"", ["place.madrid-es"]),
    // A last name.
    ("Maria Pisa left.", []),
    // Money.
    ("It cost forty US dollars.", []),
    // The text writes the word in lower case as well.
    ("Turkey farms are full. A frozen turkey costs more.", []),
    ("Turkey raised its rates.", ["country.tr"]),
    // Compounds and names of several countries.
    ("A Franco-German plan was agreed.", ["country.fr", "country.de"]),
    ("Franco ruled for decades.", []),
    ("The two Koreas spoke.", ["country.kp", "country.kr"]),
    ("Both Congos and the two Sudans spoke.", ["country.cd", "country.cg", "country.sd", "country.ss"]),
    // Former states in later texts.
    ("He was born in Czechoslovakia.", ["country.cs"]),
  ])
  func areLeftOut(text: String, expected: [String]) throws {
    #expect(try places(text) == expected)
  }

  /// A ship's prefix is evidence for the country of its navy.
  @Test func aNavyIsEvidenceForItsCountry() throws {
    #expect(try Shipped.countries("The HMAS Perth left port.") == ["AU"])
  }

  @Test(arguments: [
    ("Flights at Changi airport stopped.", "fac.changi-airport"),
    ("Workers left the Fukushima No. 1 nuclear plant.", "fac.fukushima-daiichi"),
  ])
  func aFacilityMayHaveALowerEnding(text: String, entity: String) throws {
    let facilities = try Shipped.analyse(text).mentions.filter { $0.rejection == nil && $0.type == .facility }
    #expect(facilities.map(\.entity) == [entity])
  }

  @Test func aBodyThatOneCountryHasKeepsIt() throws {
    let text = "The State Department met envoys. Iran and Iranian voters waited in Tehran."
    let bodies = try Shipped.analyse(text).mentions.filter { $0.rejection == nil && $0.type == .organisation }
    #expect(bodies.map(\.entity) == ["org.united-states-department-of-state"])
  }
}
