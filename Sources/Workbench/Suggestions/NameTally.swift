import NewsModel

/// What is known about one unknown name, as evidence for its type.
struct NameTally: Sendable {
  private(set) var mentions = 0
  private(set) var documents = 0
  private(set) var sources: Set<String> = []
  private(set) var contexts: [String] = []
  private var names: [String: Int] = [:]
  private var countries: [String: Int] = [:]
  private var patterns: [Pattern: Int] = [:]
  private var cues: [SuggestionCues.Cue: Int] = [:]

  private struct Pattern: Hashable {
    var id: String
    var type: EntityType
    var kind: String
  }

  /// The weight of a match of a pattern; a cue weighs 1 to 4.
  private static let patternWeight = 3
  private static let mostReasons = 4

  mutating func add(_ sighting: NameSightings.Sighting, isFirstOfDocument: Bool, publisher: String) {
    mentions += 1
    names[sighting.name, default: 0] += 1
    if let country = sighting.country { countries[country, default: 0] += 1 }
    if let id = sighting.pattern, let type = sighting.type {
      patterns[Pattern(id: id, type: type, kind: sighting.kind), default: 0] += 1
    }
    for cue in sighting.cues { cues[cue, default: 0] += 1 }
    guard isFirstOfDocument else { return }
    documents += 1
    sources.insert(publisher)
    if contexts.count < 3 { contexts.append(sighting.context) }
  }

  var name: String { Self.mostFrequent(names) }
  var country: String { Self.mostFrequent(countries) }

  private static func mostFrequent(_ counts: [String: Int]) -> String {
    counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
  }

  /// The type with the most evidence, the kind of this type with the most evidence, and that evidence.
  var verdict: (type: EntityType, kind: String, reasons: [String]) {
    var evidence = patterns.map {
      (type: $0.type, kind: $0.kind, weight: $1 * Self.patternWeight, text: "pattern \($0.id) \($1)")
    }
    evidence += cues.map { (type: $0.type, kind: $0.kind, weight: $0.weight * $1, text: "\($0.text) \($1)") }
    var types: [EntityType: Int] = [:]
    for piece in evidence { types[piece.type, default: 0] += piece.weight }
    guard let type = EntityType.allCases.max(by: { types[$0, default: 0] < types[$1, default: 0] }),
      types[type] != nil
    else { return (.organisation, "unknown", ["nothing: capitals alone"]) }
    let speaking = evidence.filter { $0.type == type }
    var kinds: [String: Int] = [:]
    for piece in speaking where !piece.kind.isEmpty { kinds[piece.kind, default: 0] += piece.weight }
    let kind = Self.mostFrequent(kinds)
    return (
      type, kind.isEmpty ? "unknown" : kind,
      speaking.sorted { ($1.weight, $0.text) < ($0.weight, $1.text) }.prefix(Self.mostReasons).map(\.text)
    )
  }
}
