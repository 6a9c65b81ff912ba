/// The airports and airlines in OpenFlights' `.dat` files, which have no header and write `\N` for an empty value.
enum OpenFlights {
  static func airports(from text: String, name: String) -> DictionaryDraft {
    var draft = DictionaryDraft(
      of: name, stem: "facilities", columns: ["latitude", "longitude", "iata", "icao", "source"],
      source: "From OpenFlights airports, Open Database License 1.0")
    for (number, row) in rows(of: text, &draft) {
      // Columns: id, name, city, country, IATA, ICAO, latitude, longitude; later ones include altitude, zone and type.
      if row.count > 12, row[12] != "airport" { continue }
      let iata = value(row[4])
      let attributes = [
        "latitude": value(row[6]), "longitude": value(row[7]), "iata": iata, "icao": value(row[5]),
        "source": "OpenFlights",
      ]
      let city = value(row[2])
      let id = draft.add(
        .init(
          id: "fac.\(DictionaryDraft.slug(row[1]))", kind: "airport", name: row[1],
          country: CountryNames.code(of: row[3]),
          attributes: attributes, context: city), from: number)
      guard let id else { continue }
      // "Westmark International Airport" is also called "Westmark airport".
      if !city.isEmpty, row[1].hasPrefix(city), row[1].contains("International") {
        draft.addSurface("\(city) airport", of: id)
      }
    }
    return draft
  }

  static func airlines(from text: String, name file: String) -> DictionaryDraft {
    var draft = DictionaryDraft(
      of: file, stem: "organisations", columns: ["iata", "icao", "source"],
      source: "From OpenFlights airlines, Open Database License 1.0")
    for (number, row) in rows(of: text, &draft) {
      // Columns: id, name, alias, IATA, ICAO, callsign, country, active. A name of one word is too often an ordinary
      // word.
      let name = DictionaryDraft.cell(row[1])
      guard (Int(row[0]) ?? -1) > 1, name.contains(" ") else { continue }
      let id = draft.add(
        .init(
          id: "org.\(DictionaryDraft.slug(name))", kind: "airline", name: name,
          country: CountryNames.code(of: value(row[6])),
          attributes: ["iata": value(row[3]), "icao": value(row[4]), "source": "OpenFlights"]), from: number)
      let alias = value(row[2])
      if let id, alias.contains(" ") { draft.addSurface(alias, of: id) }
    }
    return draft
  }

  private static func rows(of text: String, _ draft: inout DictionaryDraft) -> [(Int, [String])] {
    DelimitedText.rows(of: text, separator: UInt8(ascii: ",")).compactMap { row in
      if row.fields.count >= 8 { return (row.line, row.fields) }
      draft.complain(row.line, "fewer than 8 fields")
      return nil
    }
  }

  private static func value(_ field: String) -> String { field == "\\N" || field == "-" || field == "N/A" ? "" : field }
}
