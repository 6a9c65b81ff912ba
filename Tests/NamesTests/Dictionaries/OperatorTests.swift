import ExtractionTestSupport
import NewsModel
import Pipeline
import Testing

/// The operators of facilities with their periods, from the dictionary folders.
@Suite struct OperatorTests {
  private static let shipped = [
    "facilities.tsv": """
    id\tkind\tname\tcountry\toperator\tpart_of
    fac.north\tnuclear-power-plant\tNorth Mill\tNL\t\t
    fac.north#1\treactor\tNorth Mill-1\tNL\t\tfac.north
    fac.north#2\treactor\tNorth Mill-2\tNL\t\tfac.north
    fac.south\tpower-plant\tSouth Mill\tNL\tSouth Power\t
    """,
    "facilities.operators.tsv": """
    id\toperator\torganisation\tvalid_from\tvalid_to\tsource
    fac.north\tOld Power\t\t\t1999-12-31\tby hand
    fac.north\tNew Power\torg.iaea\t2000-01-01\t\tby hand
    fac.north\tOther Power\t\t2000-01-01\t\tby hand
    fac.north#2\tUnit Power\t\t\t\tby hand
    """,
  ]

  private static func operators(_ folders: [String: String]...) throws -> [String: [String]] {
    let fixtures = try folders.enumerated().map { try Fixture($0 == 0 ? Fixture.files($1) : $1) }
    defer { for fixture in fixtures { fixture.remove() } }
    let extractor = try Extractor(folders: fixtures.map(\.folder), packs: [])
    var found: [String: [String]] = [:]
    for entity in extractor.entities where entity.type == .facility {
      found[entity.id] = entity.operators.map {
        "\($0.validFrom?.description ?? "")..\($0.validTo?.description ?? "") \($0.name)\($0.organisation.map { " \($0)" } ?? "")"
      }
    }
    return found
  }

  /// Parts are nested, whatever the order of their ids.
  @Test func aUnitInheritsTheOperatorOfItsSite() throws {
    let found = try Self.operators([
      "facilities.tsv": """
      id\tkind\tname\tpart_of
      fac.a\treactor\tNorth Mill-1\tfac.b
      fac.b\tnuclear-power-plant\tNorth Mill\tfac.c
      fac.c\tsite\tMill Site\t
      """,
      "facilities.operators.tsv": "id\toperator\nfac.c\tOld Power\n", "facilities.surfaces.tsv": "id\tsurface\n",
    ])
    #expect(found == ["fac.a": [".. Old Power"], "fac.b": [".. Old Power"], "fac.c": [".. Old Power"]])
  }

  /// The user's line wins whatever the names of the folders, even if two have the same name.
  @Test func aLaterFolderWins() throws {
    let found = try Self.operators(
      Self.shipped.merging(["facilities.surfaces.tsv": "id\tsurface\n"]) { $1 },
      [
        "facilities.tsv": "id\tkind\tname\toperator\nfac.zork\tmill\tZork Mill\tColumn Power\n",
        "facilities.operators.tsv": "id\toperator\nfac.zork\tFile Power\n",
      ],
      ["facilities.tsv": "id\tkind\tname\nfac.mork\tmill\tMork Mill\n"])
    #expect(found["fac.zork"] == [".. File Power"])
  }

  @Test func aUnitInheritsFromItsPlantAndAColumnHasNoPeriod() throws {
    let plant = ["..1999-12-31 Old Power", "2000-01-01.. New Power org.iaea", "2000-01-01.. Other Power"]
    let files = Self.shipped.merging(["facilities.surfaces.tsv": "id\tsurface\n"]) { $1 }
    #expect(
      try Self.operators(files) == [
        "fac.north": plant, "fac.north#1": plant, "fac.north#2": [".. Unit Power"], "fac.south": [".. South Power"],
      ])
  }

  @Test func theUsersLinesReplaceTheShippedLinesOfAFacility() throws {
    let files = Self.shipped.merging(["facilities.surfaces.tsv": "id\tsurface\n"]) { $1 }
    let ofLines = try Self.operators(
      files, ["facilities.operators.tsv": "id\toperator\tvalid_from\nfac.north\tMine\t2001-02-03\n"])
    #expect(ofLines["fac.north"] == ["2001-02-03.. Mine"])
    #expect(ofLines["fac.north#2"] == [".. Unit Power"])
    let ofColumn = try Self.operators(
      files, ["facilities.tsv": "id\tkind\tname\toperator\nfac.north\tnuclear-power-plant\tNorth Mill\tMine\n"])
    #expect(ofColumn["fac.north"] == [".. Mine"])
  }

  @Test func everyWrongLineIsReported() throws {
    let files = Self.shipped.merging([
      "facilities.surfaces.tsv": "id\tsurface\n",
      "facilities.operators.tsv": """
      id\toperator\torganisation\tvalid_from\tvalid_to
      fac.north\tOld Power\t\t\t2000-06-30
      fac.north\tNew Power\t\t2000-06-30\t
      fac.east\tEast Power\t\t\t
      org.iaea\tEast Power\t\t\t
      fac.south\t\t\t\t
      fac.south\tA\torg.none\t\t
      fac.south\tB\t\t2001-01-01\t2000-01-01
      fac.south\tC\t\t2001\t
      """,
    ]) { $1 }
    let error = #expect(throws: DefinitionErrors.self) { try Self.operators(files) }
    #expect(
      error?.faults.map { "\($0.line): \($0.reason)" } == [
        "3: New Power and Old Power (facilities.operators.tsv:2) both run fac.north for a part of their time",
        "4: no dictionary has a facility fac.east", "5: no dictionary has a facility org.iaea",
        "6: a line needs an operator", "7: no dictionary has the id org.none", "8: ends before it begins",
        "9: “2001” is not a day (yyyy-mm-dd)",
      ])
    #expect(error?.faults.allSatisfy { $0.file.hasSuffix("/facilities.operators.tsv") } == true)
  }
}
