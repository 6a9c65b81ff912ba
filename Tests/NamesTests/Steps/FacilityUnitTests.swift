import ExtractionTestSupport
import Names
import NewsModel
import Pipeline
import Testing

/// Plants and their units with the shipped dictionaries: each unit is found once, under one id, as part of the right
/// plant.
@Suite struct FacilityUnitTests {
  private func facilities(_ text: String) throws -> [String] {
    try Shipped.analyse(text).mentions.filter { $0.rejection == nil && $0.type == .facility }.map(\.entity)
  }

  @Test(arguments: [
    // In a list, units belong to the name before them and not to the next one.
    (
      "Dresden, Units 2 and 3; LaSalle, Units 1 and 2; the Perry nuclear plant.",
      ["fac.dresden", "fac.dresden#2", "fac.dresden#3", "fac.lasalle", "fac.lasalle#1", "fac.lasalle#2", "fac.perry"]
    ),
    ("The reactor Angra-3 is not finished.", ["fac.angra", "fac.angra#3"]),
    (
      "The Browns Ferry 1-3 reactors run.",
      ["fac.browns-ferry", "fac.browns-ferry#1", "fac.browns-ferry#2", "fac.browns-ferry#3"]
    ),
    ("The battery met North Anna's 2 hour test at the nuclear plant.", ["fac.north-anna"]),
    // Words before the name of a listed plant are not part of it.
    ("At 2215 EDT Comanche Peak nuclear power plant tripped.", ["fac.comanche-peak"]),
    ("Entergy Nuclear - Pilgrim Nuclear Power Plant was informed.", ["fac.pilgrim"]),
    (
      "The James A. FitzPatrick (JAF) Nuclear Power Plant tripped.",
      ["fac.james-a-fitzpatrick", "fac.james-a-fitzpatrick"]
    ),
    ("The V.C. Summer Nuclear Station tripped.", ["fac.virgil-c-summer"]),
    // The first word of the next line says nothing about a name at the end of this line.
    ("The report was taken by Neil Perry.\nUnit 2 was running.", []),
  ])
  func unitsAreFound(_ text: String, _ expected: [String]) throws {
    #expect(try facilities(text) == expected)
  }

  @Test func aUnitHasTheFactsOfItsDictionaryLine() throws {
    let unit = try #require(
      try Shipped.analyse("Work at Vogtle unit 4 went on.").mentions.first { $0.entity == "fac.vogtle#4" })
    #expect(unit.name == "Vogtle-4" && unit.country == "US" && unit.surface == "4")
    let entity = try #require(try Shipped.extractor.get().names.dictionary.entity("fac.vogtle#4"))
    #expect(entity.attributes["part_of"] == "fac.vogtle")
  }
}
