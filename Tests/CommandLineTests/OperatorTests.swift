import Foundation
import TestSupport
import Testing

/// The operator of a facility on a document's day, in the output of `query` and `explain` and in the database view,
/// with the shipped dictionaries.
@Suite struct OperatorTests {
  private static let cases: [(day: String?, text: String, operator: String)] = [
    ("1986-04-01", "The Peach Bottom nuclear plant was idle.", "Philadelphia Electric"),
    ("1997-04-01", "The Peach Bottom nuclear plant ran.", "PECO Energy"),
    ("2000-10-19", "The Limerick nuclear plant ran.", "PECO Energy"),
    ("2000-10-20", "The Limerick nuclear plant ran again.", "Exelon"),
    ("2022-02-01", "The Peach Bottom nuclear plant was full of fish.", "Constellation Energy"),
    ("1995-05-05", "The Pilgrim nuclear plant was cold.", "Boston Edison"),
    ("2013-02-08", "The Pilgrim nuclear plant lost its power lines.", "Entergy"),
    ("2006-01-01", "The Palisades nuclear plant was for sale.", "Nuclear Management Company"),
    ("2023-01-01", "The Palisades nuclear plant may open.", "Holtec International"),
    ("1992-01-01", "The Sizewell B reactor was half built.", "Nuclear Electric"),
    ("1999-01-01", "The Sizewell nuclear plant ran.", "British Energy; Magnox Electric"),
    ("2005-03-01", "The Torness nuclear plant ran.", "British Energy"),
    ("2012-03-01", "The Torness nuclear plant ran on.", "EDF Energy"),
    ("2010-08-01", "The Isar nuclear plant was debated.", "E.ON"),
    ("2016-08-01", "The Isar nuclear plant had a new owner.", "PreussenElektra"),
    ("2019-01-01", "The La Hague reprocessing plant was full.", "Orano"),
    ("1988-01-01", "The Balakovo nuclear power plant was new.", ""),
    ("2004-01-01", "The Zaporizhzhia nuclear power plant ran.", "Energoatom"),
    ("2011-03-12", "The Fukushima Daiichi nuclear plant was flooded.", "TEPCO"),
    ("2003-01-01", "At the Three Mile Island nuclear plant unit 1 ran.", "AmerGen; GPU Nuclear"),
    // Without a day, only operators that never changed are known.
    (nil, "The Pilgrim nuclear plant was sold.", ""), (nil, "The Gravelines nuclear plant ran.", "EDF"),
  ]

  /// Contains a record for each case, and a database made from them.
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let lines = try Self.cases.enumerated().map { number, one in
      var record = ["id": "\(number)", "title": "A plant", "publisher": "North Wire", "text": one.text]
      record["published"] = one.day
      return String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self)
    }
    try folder.write("archive/wire.jsonl", lines.joined(separator: "\n"))
    let outcome = try Program.dateline.run(
      ["run", "default", "archive", "--database", "a.sqlite", "--reports", "reports"], folder: folder.path)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  private func rows(_ arguments: [String]) throws -> [[String: Any]] {
    let outcome = try Program.dateline.run(
      ["query"] + arguments + ["--database", "a.sqlite", "--format", "jsonl"], folder: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try outcome.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func areThoseOfTheDocumentsDay() throws {
    let found = try rows(["mentions", "--type", "facility", "--zone", "body", "--limit", "0"])
    var operators = [String](repeating: "no mention", count: Self.cases.count)
    for row in found.reversed() where !((row["entity"] as? String ?? "").contains("#")) {
      guard let source = row["source"] as? String, let number = Int(source.split(separator: "#").last ?? "") else {
        continue
      }
      operators[number] = row["operator"] as? String ?? ""
    }
    #expect(operators == Self.cases.map(\.operator))
  }

  @Test func theViewAndTheUnitSayTheSame() throws {
    let sql = """
      SELECT entity, operator, facility_country, latitude IS NOT NULL AS placed FROM v_facility_mentions
      WHERE published = '2003-01-01' ORDER BY entity
      """
    let found = try rows(["sql", sql]).map {
      "\($0["entity"]!) \($0["operator"]!) \($0["facility_country"]!) \($0["placed"]!)"
    }
    #expect(found == ["fac.three-mile-island AmerGen; GPU Nuclear US 1", "fac.three-mile-island#1 AmerGen US 1"])
  }

  @Test func entitiesShowTheOneAtTheEndOfThePeriod() throws {
    func found(_ more: String...) throws -> String? {
      try rows(["entities", "--type", "facility", "--entity", "fac.pilgrim"] + more).first?["operator"] as? String
    }
    #expect(try found() == "Holtec International")
    #expect(try found("--to", "2013-W07") == "Entergy")
  }

  @Test func explainShowsItBesideTheMention() throws {
    let outcome = try Program.dateline.run(
      ["explain", "wire.jsonl#6", "--database", "a.sqlite"], folder: folder.path)
    #expect(
      outcome.output.contains("\n      at 41.944, -70.5778; operator on 2013-02-08: Entergy; gppd GEODB0004786\n"),
      "\(outcome.output)")
  }

  /// A user's copy of GeoNuclearData adds the ids of IAEA PRIS, and the shipped facts about the plant are kept.
  @Test func importedIdsStandBesideTheShippedFacts() throws {
    try folder.write(
      "units.csv",
      """
      Id,Name,Latitude,Longitude,Country,CountryCode,Status,ReactorType,Capacity,IAEAId
      1,Three Mile Island-1,40.15,-76.73,United States,US,Shutdown,PWR,819,901
      """)
    let imported = try Program.dateline.run(
      ["dictionary", "import", "geonucleardata", "units.csv", "own"], folder: folder.path)
    try #require(imported.status == 0, "\(imported.errors)")
    let pipeline = try String(contentsOfFile: Repository.path + "/Pipelines/default.yaml", encoding: .utf8)
      .replacingOccurrences(of: "../", with: Repository.path + "/")
      .replacingOccurrences(of: "/Dictionaries\n", with: "/Dictionaries\n  - own\n")
    try folder.write("p.yaml", pipeline)
    let outcome = try Program.dateline.run(
      ["run", "p.yaml", "archive", "--database", "a.sqlite", "--reports", "reports"], folder: folder.path)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let found = try rows(["entities", "--type", "facility", "--entity", "fac.three-mile-island#1"])
    #expect(found.map { "\($0["ids"] ?? "") \($0["operator"] ?? "")" } == ["pris 901 Constellation Energy"])
  }
}
