import ExtractionTestSupport
import NewsModel
import Testing

/// People of some kind, ships, and what is neither an organisation nor a facility nor a part of a person's name.
@Suite struct GroupAndVesselTests {
  private func names(_ text: String) throws -> [String] {
    try Shipped.analyse(text).mentions.filter { $0.rejection == nil }.map { "\($0.type) \($0.surface)" }
  }

  @Test(arguments: [
    // The names inside a group remain mentions.
    ("The Danish officials left.", ["country Danish", "group Danish officials"]),
    ("Hamas fighters left.", ["organisation Hamas", "group Hamas fighters"]),
    ("The people of Denmark voted.", ["group people of Denmark", "country Denmark"]),
    // Bodies with a command are organisations; a hyphen does not hide the country.
    ("Danish forces left.", ["country Danish", "organisation Danish forces"]),
    ("U.S.-led forces left.", ["country U.S.", "organisation U.S.-led forces"]),
    // Ships.
    ("The tanker Zorblax met the USS Nevada.", ["vessel Zorblax", "vessel USS Nevada"]),
    ("The oil tanker sank. Brown Ferry, Fairlawn and Hatch were shut.", []),
    // The adjective of a party.
    ("He was the Communist candidate and a Republican leader.", []),
    // People called Bridge.
    ("Wayne Bridge left.", ["person Wayne Bridge"]),
    ("Phoebe Waller-Bridge left.", ["person Phoebe Waller-Bridge"]),
    ("Ships left the Albert Bridge.", ["facility Albert Bridge"]),
    // Codes and labels of forms.
    ("The clerk told Glenn Meyer R1 of it.", ["person Glenn Meyer"]),
    ("PERSON ORGANIZATION", []),
    ("The SHUTTER ASSEMBLY was shut.", []),
  ])
  func areTold(text: String, expected: [String]) throws {
    #expect(try names(text) == expected)
  }

  @Test func aGroupHasAnIdOfItsOwn() throws {
    #expect(try Shipped.entities("The Danish officials left.") == ["country.dk", "group~danish-officials"])
  }

  /// An acronym counts where its deeds or people show an organisation, and then everywhere.
  @Test(arguments: [
    ("The QRST said so. He saw the QRST.", ["organisation QRST", "organisation QRST"]),
    ("He repaired the QRST at home.", []),
  ])
  func anAcronymNeedsEvidence(text: String, expected: [String]) throws {
    #expect(try names(text) == expected)
  }
}
