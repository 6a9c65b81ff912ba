package import NewsModel
package import ScannedText
package import TextScanning

/// Every entity and surface of some dictionary folders, ready to be searched for. Immutable; a class, for it is
/// large and everything points to it.
package final class NameDictionary: Sendable {
  /// In order of id.
  package let entities: [Entity]
  /// In order of file, then line.
  package let surfaces: [Surface]
  /// The tables that were read; surfaces point into them.
  package let files: [TableFile]
  package let requirements: [Requirement]
  /// By index into `requirements`: one that looks at other mentions, not at words alone.
  let needsMentions: [Bool]
  /// The kinds of mentions that requirements ask for: `region`, `region/us`.
  private let kindsInContexts: Set<String>
  /// The kinds of which requirements ask for those of one country.
  private let kindsOfCountries: Set<String>
  package let notes: [String]
  /// For each word of each surface which letters are capitals.
  package let capitals: [UInt64]
  /// Surfaces by their words; a payload is an index into `surfaces`.
  package let automaton: PhraseAutomaton
  package let contexts: ContextSets
  package let vetoes: [Veto]
  /// Indices into `vetoes` of those that may be for a mention of a type, by its index.
  let vetoesByType: [[Int]]
  /// The rule of a mention by each surface: `dictionary places.tsv:12 capital`. One text for all mentions.
  let rules: [String]
  /// `population` of an entity, in order of `entities`; 0 where none is given.
  let weights: [Int64]
  /// The first-level region that an entity lies in, or is, in order of `entities`: one number a country's region, -1 for none.
  let regions: [Int32]
  /// In order of `entities`: the whole of one need not be read for it.
  package let types: [EntityType]
  /// The codes of the countries that entities lie in, in order of first appearance.
  package let countries: [String]
  /// In order of `entities`: an index into `countries`, -1 for none.
  private let countryIndices: [Int32]
  /// By index into `notes`: a line with it names a country by its people's or its adjective.
  private let areNationalities: [Bool]
  /// In order of `surfaces`.
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
    let beginnings = files.map { "dictionary " + $0.name + ":" }
    let endings = notes.map { $0.isEmpty || $0 == "name" ? "" : " " + $0 }
    rules = surfaces.map {
      beginnings[Int($0.file)] + String($0.line) + endings[Int($0.note)]
    }
    areNationalities = notes.map { $0 == "nationality" || $0 == "adjective" }
    let noteWords = notes.map { $0.split(separator: " ").first.map(String.init) ?? "" }
    evidence = surfaces.map { surface in
      let entity = entities[Int(surface.entity)]
      let note = noteWords[Int(surface.note)]
      // A place's own name has no line that says what it is: its entity does.
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

  /// What requirements ask for that an entity is by its kind.
  func kindsInContexts(of entity: Int32) -> [String] {
    let kind = entities[Int(entity)].kind
    var kinds = kindsInContexts.contains(kind) ? [kind] : []
    if kindsOfCountries.contains(kind), let country = entities[Int(entity)].country {
      let national = "\(kind)/\(country.lowercased())"
      if kindsInContexts.contains(national) { kinds.append(national) }
    }
    return kinds
  }

  /// The country that an entity lies in, as an index into `countries`.
  package func country(ofEntity entity: Int32) -> Int32? {
    let country = countryIndices[Int(entity)]
    return country < 0 ? nil : country
  }

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

  /// `organisations.surfaces.tsv:120`
  package func origin(of surface: Surface) -> String {
    "\(files[Int(surface.file)].name):\(surface.line)"
  }

  /// Whether the line of a surface names a country by its nationality or adjective ("French").
  func isNationality(_ surface: Int32) -> Bool { areNationalities[Int(surfaces[Int(surface)].note)] }

  /// What a surface can speak of for its entity's country.
  func evidence(ofSurface surface: Int32) -> CountryEvidence? { evidence[Int(surface)] }
}
