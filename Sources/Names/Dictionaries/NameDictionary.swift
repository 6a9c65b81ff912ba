package import NewsModel
package import ScannedText
package import TextScanning

/// All entities and surfaces of some dictionary folders, ready for searching. It is immutable. It is a class because it
/// is large and many things refer to it.
package final class NameDictionary: Sendable {
  /// In order of id.
  package let entities: [Entity]
  /// In order of file, then line.
  package let surfaces: [Surface]
  /// The tables that were read. Surfaces are byte ranges in them.
  package let files: [TableFile]
  package let requirements: [Requirement]
  /// For each requirement, whether it needs other mentions and not only words.
  let needsMentions: [Bool]
  /// The kinds of mentions that requirements name: `region`, `region/us`.
  private let kindsInContexts: Set<String>
  /// The kinds that requirements name together with a country.
  private let kindsOfCountries: Set<String>
  package let notes: [String]
  /// For each word of each surface, which letters are capitals.
  package let capitals: [UInt64]
  /// All surfaces by their words. The payload is an index into `surfaces`.
  package let automaton: PhraseAutomaton
  package let contexts: ContextSets
  package let vetoes: [Veto]
  /// For each type by its index, the indices of the vetoes that may apply to its mentions.
  let vetoesByType: [[Int]]
  /// The `population` of each entity, in the order of `entities`; 0 if it is unknown.
  let weights: [Int64]
  /// For each entity, in the order of `entities`, the first-level region that it is in or that it is. Each region of a
  /// country has its own number; -1 means none.
  let regions: [Int32]
  /// The type of each entity, in the order of `entities`, so that the type can be read without the entity.
  package let types: [EntityType]
  /// The codes of the countries of entities, in order of first appearance.
  package let countries: [String]
  /// For each entity, in the order of `entities`, an index into `countries`, or -1.
  private let countryIndices: [Int32]
  private let countryNumbers: [String: Int32]
  /// For each note, whether a line with it refers to a country by its people or its adjective.
  private let areNationalities: [Bool]
  /// For each note, whether a line with it is one of several entities that the surface means together.
  private let areShared: [Bool]
  /// In the order of `surfaces`.
  private let evidence: [CountryEvidence?]
  private let indices: [UInt64: Int32]

  init(
    entities: [Entity], surfaces: [Surface], files: [TableFile], requirements: [Requirement], notes: [String],
    capitals: [UInt64], automaton: PhraseAutomaton, contexts: ContextSets, vetoes: [Veto],
    indices: [UInt64: Int32]
  ) {
    self.entities = entities
    self.surfaces = surfaces
    self.files = files
    self.requirements = requirements
    needsMentions = requirements.map(\.needsMentions)
    kindsInContexts = Set(
      requirements.flatMap(\.alternatives).flatMap(\.items).compactMap {
        if case .kind(let kind) = $0 { kind } else { nil }
      })
    kindsOfCountries = Set(kindsInContexts.compactMap { kind in kind.firstIndex(of: "/").map { String(kind[..<$0]) } })
    self.notes = notes
    self.capitals = capitals
    self.automaton = automaton
    self.contexts = contexts
    self.vetoes = vetoes
    vetoesByType = EntityType.allCases.sorted { $0.index < $1.index }.map { type in
      vetoes.indices.filter { index in
        let veto = vetoes[index]
        return (veto.types.isEmpty || veto.types.contains(type))
          && (veto.entities.isEmpty || veto.entities.contains { entities[Int($0)].type == type })
      }
    }
    self.indices = indices
    areNationalities = notes.map { $0 == "nationality" || $0 == "adjective" }
    areShared = notes.map { $0 == "both" }
    let noteWords = notes.map { $0.split(separator: " ").first.map(String.init) ?? "" }
    evidence = surfaces.map { surface in
      let entity = entities[Int(surface.entity)]
      // "The Justice Department" names its government as "the White House" does.
      if entity.type == .organisation, entity.kind == "ministry" { return .government }
      let note = noteWords[Int(surface.note)]
      // The line of a place's own name does not say what the place is, but its entity does.
      return CountryEvidence(
        entity.type, note: entity.type == .place && (note.isEmpty || note == "name") ? entity.kind : note)
    }
    types = entities.map(\.type)
    var countries: [String] = []
    var numbers: [String: Int32] = [:]
    countryIndices = entities.map { entity in
      guard let country = entity.country else { return -1 }
      if let known = numbers[country] { return known }
      countries.append(country)
      numbers[country] = Int32(countries.count - 1)
      return Int32(countries.count - 1)
    }
    self.countries = countries
    countryNumbers = numbers
    weights = entities.map { Int64($0.attributes["population"] ?? "") ?? 0 }
    regions = Self.regions(of: entities)
  }

  private static func regions(of entities: [Entity]) -> [Int32] {
    var numbers: [String: Int32] = [:]
    return entities.map { entity in
      guard entity.type == .place, let country = entity.country, let region = entity.attributes["admin1"] else {
        return -1
      }
      let key = "\(country) \(region)"
      if let known = numbers[key] { return known }
      let next = Int32(numbers.count)
      numbers[key] = next
      return next
    }
  }

  /// The kinds, as requirements name them, that an entity has.
  func kindsInContexts(of entity: Int32) -> [String] {
    let kind = entities[Int(entity)].kind
    var kinds = kindsInContexts.contains(kind) ? [kind] : []
    if kindsOfCountries.contains(kind), let country = entities[Int(entity)].country {
      let national = "\(kind)/\(country.lowercased())"
      if kindsInContexts.contains(national) { kinds.append(national) }
    }
    return kinds
  }

  /// The country of an entity, as an index into `countries`.
  package func country(ofEntity entity: Int32) -> Int32? {
    let country = countryIndices[Int(entity)]
    return country < 0 ? nil : country
  }

  /// The index into `countries` of a country's code.
  func index(ofCountry code: String) -> Int32? { countryNumbers[code] }

  /// The entity with an id.
  package func entity(_ id: String) -> Entity? {
    index(ofEntity: id).map { entities[$0] }
  }

  package func index(ofEntity id: String) -> Int? {
    guard let index = indices[FoldedHash.of(id.utf8)], entities[Int(index)].id == id else { return nil }
    return Int(index)
  }

  package func text(of surface: Surface) -> String {
    String(decoding: files[Int(surface.file)].bytes[Int(surface.start)..<Int(surface.end)], as: UTF8.self)
  }

  /// The file and line of a surface, such as `organisations.surfaces.tsv:120`.
  package func origin(of surface: Surface) -> String {
    "\(files[Int(surface.file)].name):\(surface.line)"
  }

  /// The rule of the mentions that a surface produces.
  func rule(ofSurface index: Int32) -> MentionRule {
    let surface = surfaces[Int(index)]
    let note = notes[Int(surface.note)]
    return MentionRule(
      .dictionary(
        file: files[Int(surface.file)].name, line: Int(surface.line), note: note == "name" ? "" : note))
  }

  /// Whether the line of a surface refers to a country by its nationality or adjective ("French").
  func isNationality(_ surface: Int32) -> Bool { areNationalities[Int(surfaces[Int(surface)].note)] }

  /// Whether a surface means several entities together: "the two Koreas".
  package func isShared(_ surface: Int32) -> Bool { areShared[Int(surfaces[Int(surface)].note)] }

  /// The kind of evidence that a surface is for its entity's country.
  func evidence(ofSurface surface: Int32) -> CountryEvidence? { evidence[Int(surface)] }
}
