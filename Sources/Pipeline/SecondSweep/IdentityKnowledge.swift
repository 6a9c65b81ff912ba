import Identity
import Names
import NewsModel
import ScannedText
import TextScanning

/// What the dictionaries say that decisions about the names of an archive rest on. It is small, so that it can be kept
/// when the dictionaries are released.
struct IdentityKnowledge: Sendable {
  let vocabulary: IdentityVocabulary
  let listed: [ListedName]
  let corrections: Corrections
  /// Changes when the corrections change.
  var fingerprint: String { corrections.fingerprint }

  /// Reads the corrections of the dictionary folders. Throws `DefinitionErrors` if one is wrong.
  init(_ names: NameFinder) throws {
    var faults: [DefinitionErrors.Fault] = []
    let files = names.folders.map { ($0, CorrectionFile(folder: $0, faults: &faults)) }
    if !faults.isEmpty { throw DefinitionErrors(faults) }
    let paths = Dictionary(files.map { ($0.prefix + DictionaryFolder.File.corrections.rawValue, $1.path) }) { $1 }
    try self.init(names, corrections: files.flatMap(\.1.corrections)) {
      paths[String($0.origin.prefix(while: { $0 != ":" }))] ?? $0.origin
    }
  }

  /// - Parameter path: the file of a correction, for messages.
  init(_ names: NameFinder, corrections: [Correction], path: (Correction) -> String) throws {
    let dictionary = names.dictionary
    func words(_ set: String) -> Set<UInt64> { names.patterns.words.hashes(ofSet: set) }
    var countryNames: [(name: String, code: String)] = []
    var nationalities: [(name: String, code: String)] = []
    var listed: [ListedName] = []
    for surface in dictionary.surfaces where surface.requirement < 0 {
      let entity = dictionary.entities[Int(surface.entity)]
      switch entity.type {
      case .country:
        guard let code = entity.country else { continue }
        let note = dictionary.notes[Int(surface.note)]
        if Self.namesOfCountries.contains(note) { countryNames.append((dictionary.text(of: surface), code)) }
        if note == Self.nationality { nationalities.append((dictionary.text(of: surface), code)) }
      case .place: break
      default:
        listed.append(
          ListedName(
            entity: .init(id: entity.id, type: entity.type, name: entity.name), spelling: dictionary.text(of: surface),
            isPlant: Self.kindsOfPlants.contains(entity.kind)))
      }
    }
    self.listed = listed
    vocabulary = IdentityVocabulary(
      legalForms: words("company-form"), kindsOfBodies: words("institution-of").union(words("ministry")),
      links: words("identity-link"),
      plantWords: words("plant-kind"),
      everydayWords: Set(names.commonWords.all), nationalBodies: try Self.nationalBodies(of: names),
      countryNames: countryNames, nationalities: nationalities, shipPrefixes: words("ship-prefix"))
    self.corrections = try Corrections(
      corrections, path: path,
      listed: { id in names.dictionary.entity(id).map { .init(id: $0.id, type: $0.type, name: $0.name) } })
  }

  private static func nationalBodies(of names: NameFinder) throws -> [String] {
    var faults: [DefinitionErrors.Fault] = []
    let tables = names.folders.compactMap { $0.table(.nationalBodies, faults: &faults) }
    if !faults.isEmpty { throw DefinitionErrors(faults) }
    return tables.flatMap { table in table.rows.map { table.text($0, table.column("name")) } }
  }

  /// The notes of the lines with names of countries, not with nationalities or governments.
  private static let namesOfCountries: Set<String> = ["", "name", "short", "abbreviation"]
  private static let nationality = "nationality"
  private static let kindsOfPlants: Set<String> = ["nuclear-power-plant", "power-plant", "hydroelectric-plant"]
}
