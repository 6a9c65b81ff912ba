import ExtractionTestSupport
import NewsModel
import Pipeline
import Testing
import Workbench

@Suite struct DictionaryImportTests {
  @Test func reactorsBecomePlantsAndUnits() throws {
    let files = try DictionaryImport.geonucleardata.dictionary(
      from: """
        Id,Name,Latitude,Longitude,Country,CountryCode,Status,ReactorType,Capacity,IAEAId
        1,Westmark-1,50.5,10.25,Freedonia,FD,Operational,PWR,900,901
        2,Westmark-2,50.5,10.25,Freedonia,FD,Under Construction,PWR,900,902
        3,"Old, Hill",1.5,2.5,Sylvania,SY,Shutdown,BWR,20,
        """, name: "plants.csv"
    ).files
    #expect(
      files.map(\.text) == [
        """
        # From GeoNuclearData, Open Database License 1.0
        id\tkind\tname\tcountry\tlatitude\tlongitude\tstatus\tpart_of\tcapacity_mw\tpris\tsource
        fac.old-hill\tnuclear-power-plant\tOld, Hill nuclear power plant\tSY\t1.5\t2.5\t\t\t\t\tGeoNuclearData
        fac.old-hill#1\treactor\tOld, Hill-1\tSY\t1.5\t2.5\tshutdown\tfac.old-hill\t20\t\tGeoNuclearData
        fac.westmark\tnuclear-power-plant\tWestmark nuclear power plant\tFD\t50.5\t10.25\t\t\t\t\tGeoNuclearData
        fac.westmark#1\treactor\tWestmark-1\tFD\t50.5\t10.25\toperational\tfac.westmark\t900\t901\tGeoNuclearData
        fac.westmark#2\treactor\tWestmark-2\tFD\t50.5\t10.25\tunder-construction\tfac.westmark\t900\t902\tGeoNuclearData

        """,
        """
        # From GeoNuclearData, Open Database License 1.0
        id\tsurface\tcase\trequires\tvalid_from\tvalid_to\tnote
        fac.old-hill\tOld, Hill NPP
        fac.old-hill\tOld, Hill nuclear plant
        fac.old-hill\tOld, Hill nuclear power station
        fac.westmark\tWestmark NPP
        fac.westmark\tWestmark nuclear plant
        fac.westmark\tWestmark nuclear power station

        """,
      ])
  }

  @Test func airportsKeepTheirCodes() throws {
    let files = try DictionaryImport.openflightsAirports.dictionary(
      from: """
        7,"Westmark International Airport","Westmark","Ivory Coast","WMK","DWMK",5.25,-3.9,21,0,"N","Africa/Abidjan","airport","own"
        8,"Westmark Railway Station","Westmark","Ivory Coast",\\N,\\N,5,-3,21,0,"N","Africa/Abidjan","station","own"

        """, name: "airports.dat"
    ).files
    #expect(
      files[0].text.hasSuffix(
        "fac.westmark-international-airport\tairport\tWestmark International Airport\tCI\t5.25\t-3.9\tWMK\tDWMK\tOpenFlights\n"
      ))
    #expect(files[1].text.hasSuffix("\nfac.westmark-international-airport\tWestmark airport\n"))
  }

  @Test func airlinesOfOneWordAreLeftOut() throws {
    let files = try DictionaryImport.openflightsAirlines.dictionary(
      from: """
        2,"Westmark Airways","Air Westmark","WA","WMA","WEST","Canada","Y"
        3,"Orange",\\N,"OR","ORG","ORANGE","Canada","Y"
        """, name: "airlines.dat"
    ).files
    #expect(
      files[0].text.hasSuffix("source\norg.westmark-airways\tairline\tWestmark Airways\tCA\tWA\tWMA\tOpenFlights\n"))
    #expect(files[1].text.hasSuffix("note\norg.westmark-airways\tAir Westmark\n"))
  }

  @Test func countriesHaveTheirNationalities() throws {
    let files = try DictionaryImport.mledoze.dictionary(
      from: """
        [{"name": {"common": "Freedonia", "official": "Republic of Freedonia"}, "cca2": "FD", "cca3": "FRD",
          "altSpellings": ["FD", "Free Land"], "demonyms": {"eng": {"f": "Freedonian", "m": "Freedonian"}}, "capital": ["Fredville"]}]
        """, name: "countries.json"
    ).files
    #expect(files[0].text.hasSuffix("country.fd\tstate\tFreedonia\tFD\tFRD\tFredville\tmledoze/countries\n"))
    #expect(
      files[1].text.hasSuffix(
        """
        country.fd\tFree Land\t\t\t\t\tname
        country.fd\tFreedonian\t\t\t\t\tnationality
        country.fd\tRepublic of Freedonia\t\t\t\t\tname

        """))
  }

  @Test func queryResultsJoinTheRowsOfAnItem() throws {
    let files = try DictionaryImport.wikidata.dictionary(
      from: """
        \u{FEFF}mine,mineLabel,countryCode,alias,depth\r
        http://www.wikidata.org/entity/Q17,Westmark mine,CA,West Pit,12\r
        http://www.wikidata.org/entity/Q17,Westmark mine,CA,WMM,12\r
        http://www.wikidata.org/entity/Q18,Q18,CA,,\r

        """, name: "query.csv", target: .init(type: .facility, kind: "uranium-mine")
    ).files
    #expect(files[0].text.hasSuffix("source\nfac.westmark-mine\turanium-mine\tWestmark mine\tCA\tQ17\t12\tWikidata\n"))
    #expect(files[1].text.hasSuffix("note\nfac.westmark-mine\tWMM\texact\nfac.westmark-mine\tWest Pit\n"))
  }

  @Test func plainTablesKeepTheirColumns() throws {
    let files = try DictionaryImport.table.dictionary(
      from: "name\tcountry\tsurfaces\tlatitude\nWestmark Works\tCA\tThe Works;WW\t12\nWestmark Works\tUS\t\t13\n",
      name: "own.tsv",
      target: .init(type: .organisation, kind: "company")
    ).files
    #expect(files.map(\.name) == ["organisations.tsv", "organisations.surfaces.tsv"])
    #expect(
      files.map(\.text) == [
        """
        # From own.tsv
        id\tkind\tname\tcountry\tlatitude
        org.westmark-works\tcompany\tWestmark Works\tCA\t12
        org.westmark-works-2\tcompany\tWestmark Works\tUS\t13

        """,
        """
        # From own.tsv
        id\tsurface\tcase\trequires\tvalid_from\tvalid_to\tnote
        org.westmark-works\tThe Works
        org.westmark-works\tWW\texact

        """,
      ])
  }

  @Test func linesThatCannotBeUsedAreReported() throws {
    let imported = try DictionaryImport.table.dictionary(
      from: """
        Name,Country,Aliases,depth
        "Westmark, Works",Canada,The Works; WW,12
        ,CA,,
        Oldhill Union,Atlantis,,
        Too Many,CA,,1,2
        …,CA,,
        "Westmark, Works",CA,Westmark's,

        """, name: "own.csv", target: .init(type: .organisation, kind: "company"))
    #expect(
      imported.files.map(\.text) == [
        """
        # From own.csv
        id\tkind\tname\tcountry\tdepth
        org.oldhill-union\tcompany\tOldhill Union
        org.westmark-works\tcompany\tWestmark, Works\tCA\t12

        """,
        """
        # From own.csv
        id\tsurface\tcase\trequires\tvalid_from\tvalid_to\tnote
        org.westmark-works\tThe Works
        org.westmark-works\tWW\texact
        org.westmark-works\tWestmark's

        """,
      ])
    #expect(
      imported.problems.map(\.description) == [
        "own.csv:3: a line needs a name",
        "own.csv:4: no country is called “Atlantis”: the line is kept without one",
        "own.csv:5: 5 fields, but the header names 4 columns", "own.csv:6: a name without a letter",
      ])
  }

  /// Import with the shipped dictionaries: known entities get their ids, and everyday words and shared names get
  /// contexts.
  @Test func namesAreDistinguishedFromKnownOnes() throws {
    let known = KnownNames(try Shipped.extractor.get().names)
    let imported = try DictionaryImport.table.dictionary(
      from: """
        name\tcountry\taliases
        Table\tFR\tLa Table
        Zorkholm Mills\tSE\tZork;Summer
        Zorkholm Mills\tNO\t
        Zorkholm Mills\tXX\tZrk
        International Atomic Energy Agency\t\tIAEA;Zork's Agency

        """, name: "own.tsv", target: .init(type: .organisation, kind: "company"), beside: known)
    #expect(
      imported.files[1].text == """
        # From own.tsv
        id\tsurface\tcase\trequires\tvalid_from\tvalid_to\tnote
        org.iaea\tZork's Agency
        org.table\tLa Table
        org.table\tTable\t\tdocument:@country.fr
        org.zorkholm-mills\tSummer\t\tdocument:Zorkholm Mills
        org.zorkholm-mills\tZork
        org.zorkholm-mills-2\tZorkholm Mills\t\tdocument:@country.no
        org.zorkholm-mills-3\tZorkholm Mills\t\tsentence:company
        org.zorkholm-mills-3\tZrk\texact

        """)
    #expect(imported.files[0].text.contains("\norg.iaea\tun-body\tInternational Atomic Energy Agency\t"))
    #expect(
      imported.problems.map(\.description) == [
        "own.tsv: org.zorkholm-mills-3: no country has the code XX: the line is kept without one"
      ])
  }

  @Test(
    arguments: [
      (
        DictionaryImport.geonucleardata, "Id,Title\n1,Westmark\n",
        "x:1: has no column Name, CountryCode, Latitude, Longitude"
      ),
      (
        .wikidata, "name,number\nWestmark,1\n",
        "x:1: has no column of labels beside a column of items, like item and itemLabel"
      ),
      (
        .openflightsAirports, "Westmark\n",
        "x:1: fewer than 8 fields\nx: has no rows of the kind that openflights-airports tables have"
      ),
      (.table, "", "x:1: has no column name"),
    ] as [(DictionaryImport, String, String)])
  func aWrongTableIsReported(format: DictionaryImport, text: String, fault: String) {
    let error = #expect(throws: DefinitionErrors.self) {
      try format.dictionary(from: text, name: "x", target: .init(type: .facility, kind: "mine"))
    }
    #expect(error?.description == fault)
  }
}
