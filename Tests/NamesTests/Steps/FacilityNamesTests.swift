import ExtractionTestSupport
import NewsModel
import Testing

/// Names of nuclear plants that are also names of persons, counties and towns, with the shipped dictionaries. Both
/// readings are tested.
@Suite struct FacilityNamesTests {
  private func mark(_ text: String) throws -> String {
    let analysed = try Shipped.analyse(text)
    var bytes = Array(text.utf8)
    for mention in analysed.mentions.filter({ $0.rejection == nil && $0.type == .facility }).sorted(by: {
      $0.start > $1.start
    }) {
      bytes.insert(contentsOf: "⟧".utf8, at: mention.end)
      bytes.insert(contentsOf: "⟦\(mention.entity):".utf8, at: mention.start)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    // A person who speaks is not a plant, and neither is a county, whatever the context.
    "Robinson said the nuclear plant was safe.", "Near the reactor, Mr Robinson waited.",
    "Robinson County wants a nuclear plant.", "Cook said that nuclear power plants were cheap.",
    "Cook County has no nuclear plant.", "Perry told reporters that the reactor was safe.",
    "Hatch says nuclear reactors are dear.", "Ginna said the reactor was old.",
    "Summer added that the reactor was hot.",
    "Brunswick County officials praised the nuclear plant.", "Harris County is far from the reactor.",
    "Callaway County is home to a nuclear plant.", "Surry County saw the reactor's lights.",
    "Farley wrote of nuclear reactors.", "Robinson went home in summer.", "Dr Harris likes to cook.",
    // A list that includes other things than plants, and "plants" as a verb.
    "Guests from Hartlepool, Rostov and Byron saw the museum.", "Siberian plants bloom; Karachi plants trees.",
  ])
  func plantsAreNotFound(_ text: String) throws { #expect(try mark(text) == text) }

  @Test(arguments: [
    ("The Robinson nuclear plant tripped.", "The ⟦fac.h-b-robinson:Robinson nuclear plant⟧ tripped."),
    ("The reactor at Robinson tripped.", "The reactor at ⟦fac.h-b-robinson:Robinson⟧ tripped."),
    ("The nuclear unit at Cook tripped.", "The nuclear unit at ⟦fac.donald-c-cook:Cook⟧ tripped."),
    (
      "Workers at the Perry reactor stopped: it is nuclear.",
      "Workers at the ⟦fac.perry:Perry reactor⟧ stopped: it is nuclear."
    ),
    (
      "Unit 2 of the Oyster Creek plant was shut.",
      "Unit ⟦fac.oyster-creek#2:2⟧ of the ⟦fac.oyster-creek:Oyster Creek plant⟧ was shut."
    ),
    ("Unit 2 of the Zorblax plant was shut.", "Unit 2 of the ⟦fac~zorblax-plant:Zorblax plant⟧ was shut."),
    ("The reactor at Summer was hot.", "The reactor at ⟦fac.virgil-c-summer:Summer⟧ was hot."),
    ("The Surry nuclear plant tripped.", "The ⟦fac.surry:Surry nuclear plant⟧ tripped."),
    ("The Ginna reactor is nuclear.", "The ⟦fac.r-e-ginna:Ginna reactor⟧ is nuclear."),
  ])
  func plantsAreFound(_ text: String, _ expected: String) throws { #expect(try mark(text) == expected) }

  /// The noun after a list applies to each of its names.
  @Test(arguments: [
    (
      "The Byron, Braidwood and Dresden plants ran.",
      "The ⟦fac.byron:Byron⟧, ⟦fac.braidwood:Braidwood⟧ and ⟦fac.dresden:Dresden⟧ plants ran."
    ),
    (
      "Fuel for the Kola, Balakovo and South Ukraine NPPs came.",
      "Fuel for the ⟦fac.kola:Kola⟧, ⟦fac.balakovo:Balakovo⟧ and ⟦fac.south-ukraine:South Ukraine⟧ NPPs came."
    ),
    (
      "Hartlepool and the Dungeness nuclear power stations will close.",
      "⟦fac.hartlepool:Hartlepool⟧ and the ⟦fac.dungeness:Dungeness⟧ nuclear power stations will close."
    ),
  ])
  func plantsInListsAreFound(_ text: String, _ expected: String) throws { #expect(try mark(text) == expected) }

  /// A known plant before a plain noun is found as that plant, not as a name of a pattern.
  @Test(arguments: [
    ("The Kashiwazaki-Kariwa plant ran.", ["fac.kashiwazaki-kariwa"]),
    ("THE KASHIWAZAKI-KARIWA PLANT RAN.", ["fac.kashiwazaki-kariwa"]),
    ("The Kashiwazaki Kariwa site was shut.", ["fac.kashiwazaki-kariwa"]),
    ("Unit 6 at the Kashiwazaki-Kariwa plant ran.", ["fac.kashiwazaki-kariwa#6", "fac.kashiwazaki-kariwa"]),
    (
      "Work on units 6 and 7 of the Kashiwazaki-Kariwa Station ended.",
      ["fac.kashiwazaki-kariwa#6", "fac.kashiwazaki-kariwa#7", "fac.kashiwazaki-kariwa"]
    ),
    ("The Davis-Besse reactor tripped.", ["fac.davis-besse"]),
    ("The Diablo Canyon reactors ran.", ["fac.diablo-canyon"]),
    ("Unit 2 of the Fukushima Daiichi complex was dark.", ["fac.fukushima-daiichi#2", "fac.fukushima-daiichi"]),
  ])
  func knownPlantsAreFound(_ text: String, _ expected: [String]) throws {
    let found = try Shipped.analyse(text).mentions.filter { $0.rejection == nil && $0.type == .facility }
    #expect(found.map(\.entity) == expected)
  }

  /// "The Union" is the European Union if the document mentions that, and otherwise no organisation.
  @Test(arguments: [
    ("He fought for the Union at Gettysburg.", false), ("The European Commission said the Union would act.", true),
  ])
  func theUnionRequiresContext(_ text: String, _ isEuropean: Bool) throws {
    let entities = try Shipped.entities(text)
    #expect(entities.contains("org.european-union") == isEuropean)
    #expect(!entities.contains("org~union"))
  }

  /// A site has the country of its location, as a plant has, and not that of its operator.
  @Test(arguments: [
    ("A leak at Sellafield was stopped.", "fac.sellafield", "GB"),
    ("Fuel was made at the Natanz enrichment plant.", "fac.natanz-enrichment-plant", "IR"),
    ("The Ras Tanura refinery burned.", "fac.ras-tanura-refinery", "SA"),
  ])
  func sitesHaveCountries(_ text: String, _ entity: String, _ country: String) throws {
    let mention = try Shipped.analyse(text).mentions.first { $0.rejection == nil && $0.type == .facility }
    #expect((mention?.entity, mention?.country) == (entity, country))
  }
}
