package import NewsModel

/// A file of a dictionary folder that was made from an external table.
package struct ImportedFile: Sendable, Equatable {
  /// The file name, such as `facilities.tsv`.
  package var name: String
  package var text: String
}

/// The result of importing an external table.
package struct ImportedDictionary: Sendable, Equatable {
  /// The files to write, with sorted lines.
  package var files: [ImportedFile]
  /// Lines of the table that were left out or only used in part, in order.
  package var problems: [DefinitionErrors.Fault]
}

/// Makes a dictionary folder for the user from tables that others publish. Their licences apply to the copy:
/// GeoNuclearData, OpenFlights and mledoze/countries are under the Open Database License.
package enum DictionaryImport: String, Sendable, CaseIterable {
  /// `nuclear_power_plants.csv` of GeoNuclearData, with one row for each reactor.
  case geonucleardata
  /// `airports.dat` of OpenFlights.
  case openflightsAirports = "openflights-airports"
  /// `airlines.dat` of OpenFlights.
  case openflightsAirlines = "openflights-airlines"
  /// `countries.json` of mledoze/countries.
  case mledoze
  /// A CSV download of the Wikidata Query Service.
  case wikidata
  /// Lines separated into fields by tabs or commas, with a header line of column names that must include `name`.
  case table

  /// The type and kind of the entities. `wikidata` and `table` need it, because their tables do not say it.
  package struct Target: Sendable {
    package var type: EntityType
    package var kind: String

    package init(type: EntityType, kind: String) {
      self.type = type
      self.kind = kind
    }
  }

  /// Throws `DefinitionErrors` if the text is not such a table.
  ///
  /// - Parameter known: The dictionaries that pipelines will list before the folder. Names that they also have get
  ///   contexts.
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
        draft.problems + [.init(file: name, reason: "has no rows of the kind that \(rawValue) tables have")])
    }
    if let known { draft.settle(beside: known) }
    return ImportedDictionary(files: draft.files, problems: draft.problems.sorted { $0.line < $1.line })
  }

  /// Throws `DefinitionErrors` unless all columns are present.
  static func require(_ wanted: [String], in columns: [String], of name: String) throws {
    let missing = wanted.filter { !columns.contains($0) }
    if !missing.isEmpty {
      throw DefinitionErrors([.init(file: name, line: 1, reason: "has no column \(missing.joined(separator: ", "))")])
    }
  }
}

extension EntityType {
  /// The name of the file for entities of this type, without `.tsv`.
  var fileStem: String {
    switch self {
    case .organisation: "organisations"
    case .country: "countries"
    case .facility: "facilities"
    case .place, .person, .group, .vessel: "places"
    }
  }
}
