package import NewsModel

/// A file of a dictionary folder that was made from other tables.
package struct ImportedFile: Sendable, Equatable {
  /// `facilities.tsv`
  package var name: String
  package var text: String
}

/// What a table of others was made into.
package struct ImportedDictionary: Sendable, Equatable {
  /// To write, their lines sorted.
  package var files: [ImportedFile]
  /// Lines of the table that are not in them, or not as a whole, in order.
  package var problems: [DefinitionErrors.Fault]
}

/// Makes a dictionary folder of the user's own from tables that others publish. Their licences bind the copy that is
/// made: GeoNuclearData, OpenFlights and mledoze/countries are under the Open Database License.
package enum DictionaryImport: String, Sendable, CaseIterable {
  /// `nuclear_power_plants.csv` of GeoNuclearData: reactors, a row each.
  case geonucleardata
  /// `airports.dat` of OpenFlights.
  case openflightsAirports = "openflights-airports"
  /// `airlines.dat` of OpenFlights.
  case openflightsAirlines = "openflights-airlines"
  /// `countries.json` of mledoze/countries.
  case mledoze
  /// A CSV download of the Wikidata Query Service.
  case wikidata
  /// Lines parted by tabs or commas under a line of column names, `name` among them.
  case table

  /// What an entity of an untyped table is: `wikidata` and `table` need it.
  package struct Target: Sendable {
    package var type: EntityType
    package var kind: String

    package init(type: EntityType, kind: String) {
      self.type = type
      self.kind = kind
    }
  }

  /// Throws `DefinitionErrors` when the text is no such table.
  ///
  /// - Parameter known: the dictionaries that the folder will be listed after; its names are told apart from theirs.
  package func dictionary(
    from text: String, name: String, target: Target? = nil, beside known: KnownNames? = nil
  ) throws -> ImportedDictionary {
    var draft: DictionaryDraft
    switch self {
    case .geonucleardata: draft = try GeoNuclearData.draft(from: text, name: name)
    case .openflightsAirports: draft = OpenFlights.airports(from: text, name: name)
    case .openflightsAirlines: draft = OpenFlights.airlines(from: text, name: name)
    case .mledoze: draft = try MledozeCountries.draft(from: text, name: name)
    case .wikidata: draft = try WikidataResults.draft(from: text, name: name, target: target)
    case .table: draft = try PlainTable.draft(from: text, name: name, target: target)
    }
    guard !draft.isEmpty else {
      throw DefinitionErrors(
        draft.problems + [.init(file: name, reason: "holds no rows that \(rawValue) tables have")])
    }
    if let known { draft.settle(beside: known) }
    return ImportedDictionary(files: draft.files, problems: draft.problems.sorted { $0.line < $1.line })
  }

  /// All columns must be there.
  static func require(_ wanted: [String], in columns: [String], of name: String) throws {
    let missing = wanted.filter { !columns.contains($0) }
    if !missing.isEmpty {
      throw DefinitionErrors([.init(file: name, line: 1, reason: "has no column \(missing.joined(separator: ", "))")])
    }
  }
}

extension EntityType {
  /// The file that entities of the type stand in, without `.tsv`.
  var fileStem: String {
    switch self {
    case .organisation: "organisations"
    case .country: "countries"
    case .facility: "facilities"
    case .place, .person: "places"
    }
  }
}
