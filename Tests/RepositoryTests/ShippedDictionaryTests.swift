import Foundation
import TestSupport
import Testing

/// The dictionaries that ship are large enough, in order, and free of what belongs to others.
@Suite struct ShippedDictionaryTests {
  static func rows(_ name: String) throws -> [[Substring]] {
    let text = try String(contentsOfFile: "\(Repository.path)/Dictionaries/\(name).tsv", encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
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
    let parts = Set(reactors.map { $0[8] })
    #expect(plants.allSatisfy { parts.contains($0[0]) })
  }

  @Test(arguments: ["countries", "organisations", "facilities", "places"])
  func noFactOfAShareAlikeDatabaseIsShipped(name: String) throws {
    let text = try String(contentsOfFile: "\(Repository.path)/Dictionaries/\(name).tsv", encoding: .utf8)
    for owner in ["GeoNuclearData", "OpenFlights", "mledoze", "ODbL"] { #expect(!text.contains(owner)) }
  }
}
