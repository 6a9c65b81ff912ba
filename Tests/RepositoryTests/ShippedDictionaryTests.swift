import Foundation
import TestSupport
import Testing

/// The shipped dictionaries are large enough, sorted, and free of other people's content.
@Suite struct ShippedDictionaryTests {
  static func rows(_ name: String, header: Bool = false) throws -> [[Substring]] {
    let text = try String(contentsOfFile: "\(Repository.path)/Dictionaries/\(name).tsv", encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst(header ? 0 : 1)
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  @Test(arguments: [("countries", 250), ("organisations", 3_000), ("facilities", 6_000), ("places", 4_000)])
  func isLargeEnough(name: String, count: Int) throws {
    #expect(try Self.rows(name).count >= count)
  }

  @Test(arguments: ["countries", "organisations", "facilities", "places"])
  func idsAreInOrderAndOnce(name: String) throws {
    let ids = try Self.rows(name).map { Array($0[0].utf8) }
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }

  @Test func everyNuclearPlantHasItsUnits() throws {
    let facilities = try Self.rows("facilities")
    let plants = facilities.filter { $0[1] == "nuclear-power-plant" }
    let reactors = facilities.filter { $0[1] == "reactor" }
    #expect(plants.count > 250)
    #expect(reactors.count > 600)
    let parts = Set(reactors.map { $0[0].prefix { $0 != "#" } })
    #expect(plants.allSatisfy { parts.contains($0[0]) })
  }

  @Test(arguments: [
    ("countries", ["iso3", "numeric", "fips", "geonames", "wikidata"], "country.fr", "FRA 250 FR 3017382 Q142"),
    ("places", ["geonames", "iso3166_2"], "place.new-york-us-region", " US-NY"),
    ("facilities", ["gppd", "unlocode"], "fac.angra", "GEODB0002121 "),
  ])
  func idsOfFreeTablesAreColumns(name: String, columns: [String], id: String, expected: String) throws {
    let rows = try Self.rows(name, header: true)
    let places = columns.compactMap { column in rows[0].firstIndex { $0 == column } }
    try #require(places.count == columns.count)
    let row = try #require(rows.first { $0[0] == id })
    #expect(places.map { $0 < row.count ? row[$0] : "" }.joined(separator: " ") == expected)
  }

  @Test(arguments: ["countries", "organisations", "facilities", "places"])
  func noColumnIsEmptyInEveryRow(name: String) throws {
    let rows = try Self.rows(name, header: true)
    let empty = rows[0].indices.filter { column in
      rows.dropFirst().allSatisfy { column >= $0.count || $0[column].isEmpty }
    }
    #expect(empty.map { rows[0][$0] } == [])
  }

  @Test(arguments: ["countries", "organisations", "facilities", "places"])
  func noFactOfAShareAlikeDatabaseIsShipped(name: String) throws {
    let text = try String(contentsOfFile: "\(Repository.path)/Dictionaries/\(name).tsv", encoding: .utf8)
    for owner in ["GeoNuclearData", "OpenFlights", "mledoze", "ODbL"] { #expect(!text.contains(owner)) }
  }
}
