/// The plants and reactors of GeoNuclearData's `nuclear_power_plants.csv`.
enum GeoNuclearData {
  private static let nouns = ["nuclear power plant", "nuclear plant", "nuclear power station", "NPP"]

  /// Reads the table. A reactor "Westmark-2" becomes unit 2 of the plant "Westmark", with the same id that "unit 2" in
  /// a text gets. The plant is made from the row of its first reactor.
  static func draft(from text: String, name: String) throws -> DictionaryDraft {
    let (columns, records, tooLong) = DelimitedText.records(of: text, separator: UInt8(ascii: ","))
    try DictionaryImport.require(["Name", "CountryCode", "Latitude", "Longitude"], in: columns, of: name)
    var draft = DictionaryDraft(
      of: name, stem: "facilities",
      columns: ["latitude", "longitude", "status", "part_of", "capacity_mw", "pris", "source"],
      source: "From GeoNuclearData, Open Database License 1.0")
    draft.complain(tooLong: tooLong, columns: columns)
    for record in records {
      let reactor = DictionaryDraft.cell(record["Name"])
      guard !reactor.isEmpty else {
        draft.complain(record.line, "a line needs a name")
        continue
      }
      let plant = plantName(of: reactor)
      let country = record["CountryCode"]
      let place = [
        "latitude": record["Latitude"], "longitude": record["Longitude"], "source": "GeoNuclearData",
      ]
      let plantID = "fac.\(DictionaryDraft.slug(plant))"
      if !draft.has(plantID) {
        draft.add(
          .init(
            id: plantID, kind: "nuclear-power-plant", name: "\(plant) \(nouns[0])", country: country, attributes: place),
          from: record.line)
        for noun in nouns { draft.addSurface("\(plant) \(noun)", of: plantID) }
      }
      let attributes = place.merging(
        [
          "status": DictionaryDraft.slug(record["Status"]), "part_of": plantID,
          "capacity_mw": record["Capacity"], "pris": record["IAEAId"],
        ], uniquingKeysWith: { _, new in new })
      let unit = plant == reactor ? "1" : String(reactor.dropFirst(plant.count + 1))
      draft.add(
        .init(
          id: "\(plantID)#\(number(of: unit))", kind: "reactor", name: plant == reactor ? "\(plant)-1" : reactor,
          country: country, attributes: attributes), from: record.line)
    }
    return draft
  }

  /// Turns "IV" into `4`; other units are left unchanged.
  private static func number(of unit: String) -> String {
    let numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    return numerals.firstIndex(of: unit).map { String($0 + 1) } ?? unit
  }

  /// The name without the number or letter of the unit: "Westmark-2", "Westmark A-1", "Westmark 2".
  static func plantName(of reactor: String) -> String {
    guard let cut = reactor.lastIndex(where: { $0 == "-" || $0 == " " }) else { return reactor }
    let unit = reactor[reactor.index(after: cut)...]
    let isUnit =
      !unit.isEmpty && unit.count <= 3 && (unit.allSatisfy(\.isNumber) || unit.allSatisfy { "IVX".contains($0) })
    return isUnit && cut > reactor.startIndex ? String(reactor[..<cut]) : reactor
  }
}
