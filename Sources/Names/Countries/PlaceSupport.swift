import TextScanning

/// What speaks for each country in a document, a distinct name once: the ground on which namesakes are told apart.
struct PlaceSupport {
  /// Words of institutions and money together add at most this.
  private static let mostFromCues = 3.0

  /// So many names of other capitals make a text one of the world.
  private static let capitalsOfWorld = 2

  /// What spoke for a country: a thing that is counted once.
  enum Name {
    case text(String)
    /// A name of several places, one of them in the country.
    case ambiguous(String)
    /// The number of a phrase of the country's institutions or money.
    case cue(Int32)
    case dateline
  }

  /// By `key`. Never walked, so its order is nowhere seen.
  private var weights: [UInt64: Double] = [:]
  private var cues: [String: Double] = [:]
  /// The part of `cues` that courts, schools and counties have, not a nation's parties and bodies.
  private var localCues: [String: Double] = [:]
  private var others: [String: Double] = [:]
  /// The part of `others` that its regions and towns have, not the country as a whole nor its great cities.
  private var local: [String: Double] = [:]
  private(set) var regional = RegionalSupport()
  /// The countries whose own names stand in the text, and those whose capitals may be meant.
  private var named: Set<String> = []
  private var capitals: Set<String> = []

  package mutating func add(_ weight: Double, for country: String, name: Name, isLocal: Bool = false) {
    let key = Self.key(country, name)
    let old = weights[key] ?? 0
    guard weight > old else { return }
    weights[key] = weight
    if case .cue = name {
      cues[country, default: 0] += weight - old
      if isLocal { localCues[country, default: 0] += weight - old }
    } else {
      others[country, default: 0] += weight - old
      if isLocal { local[country, default: 0] += weight - old }
    }
  }

  package mutating func add(_ reading: PlaceReading) {
    if reading.isPossible { return }
    if let state = reading.candidates.first(where: { $0.kind == .name }) { named.insert(state.country) }
    if let capital = reading.candidates.first(where: { $0.kind == .capital }) { capitals.insert(capital.country) }
    if reading.candidates.count == 1 {
      let only = reading.candidates[0]
      add(only.kind.support, for: only.country, name: .text(reading.name), isLocal: only.isLocal)
      regional.add(only.kind.support, for: only.region, name: reading.name)
    } else {
      // A town that bears a city's name speaks for its country as little as it has people beside the city's.
      let shares = Namesakes.shares(of: reading.candidates)
      for (candidate, share) in zip(reading.candidates, shares) {
        add(
          candidate.kind.support * share, for: candidate.country, name: .ambiguous(reading.name),
          isLocal: candidate.isLocal)
        regional.add(candidate.kind.support * share, for: candidate.region, name: reading.name)
      }
    }
  }

  /// Whether a country is named beside this one, or capitals are: the text is of the world, not of one town.
  func namesOther(than country: String) -> Bool {
    named.contains { $0 != country } || capitals.count { $0 != country } >= Self.capitalsOfWorld
  }

  func total(of country: String, without name: String) -> Double {
    min(cues[country] ?? 0, Self.mostFromCues) + (others[country] ?? 0)
      - (weights[Self.key(country, .ambiguous(name))] ?? 0)
  }

  /// The part of the total that words of local institutions have: what a county does is told with them.
  func institutions(of country: String) -> Double { min(localCues[country] ?? 0, Self.mostFromCues) }

  /// The part of the total that names the country as a whole, its government, great cities or organisations.
  func national(of country: String) -> Double { (others[country] ?? 0) - (local[country] ?? 0) }

  /// A hash of both: two pairs share one with a chance of 2^-64, which is taken as it is for words.
  private static func key(_ country: String, _ name: Name) -> UInt64 {
    var hash = FoldedHash()
    for byte in country.utf8 { hash.add(byte) }
    // A sign that stands in no country's code parts it from the name.
    switch name {
    case .text(let text):
      hash.add(1)
      for byte in text.utf8 { hash.add(byte) }
    case .ambiguous(let text):
      hash.add(2)
      for byte in text.utf8 { hash.add(byte) }
    case .cue(let phrase):
      hash.add(3)
      withUnsafeBytes(of: phrase.littleEndian) { for byte in $0 { hash.add(byte) } }
    case .dateline: hash.add(4)
    }
    return hash.value
  }
}
