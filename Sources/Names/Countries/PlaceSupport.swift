import TextScanning

/// The evidence for each country in a document, with each distinct name counted once. It decides between places with
/// the same name.
struct PlaceSupport {
  /// The most that words for institutions and money can add together.
  private static let mostFromCues = 3.0

  /// A text that names this many other capitals is world news.
  private static let capitalsOfWorld = 2

  /// A name or other piece of evidence, which is counted once for each country.
  enum Name {
    /// The hash of a name.
    case text(UInt64)
    /// A name of several places, one of which is in the country.
    case ambiguous(UInt64)
    /// The number of a phrase for the country's institutions or money.
    case cue(Int32)
    case dateline
  }

  /// Weights by `key`. It is only used for lookups, so its order has no effect.
  private var weights: [UInt64: Double] = [:]
  private var cues: [String: Double] = [:]
  /// The part of `cues` that comes from courts, schools and counties, as opposed to a nation's parties and bodies.
  private var localCues: [String: Double] = [:]
  private var others: [String: Double] = [:]
  /// The part of `others` that comes from regions and towns, as opposed to the country as a whole and its great cities.
  private var local: [String: Double] = [:]
  private(set) var regional = RegionalSupport()
  /// The countries that are named in the text, and those whose capitals may be meant.
  private var named: Set<String> = []
  private var capitals: Set<String> = []

  mutating func add(_ weight: Double, for country: String, name: Name, isLocal: Bool = false) {
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

  mutating func add(_ reading: PlaceReading) {
    if reading.isUnconfirmed { return }
    if let state = reading.places.first(where: { $0.kind == .name }) { named.insert(state.country) }
    if let capital = reading.places.first(where: { $0.kind == .capital }) { capitals.insert(capital.country) }
    if reading.places.count == 1 {
      let only = reading.places[0]
      add(only.kind.support, for: only.country, name: .text(reading.name), isLocal: only.isLocal)
      regional.add(only.kind.support, for: only.region, name: reading.name)
    } else {
      // A town that shares its name with a city is evidence for its country in proportion to its population.
      let shares = PlaceChoice.shares(of: reading.places)
      for (place, share) in zip(reading.places, shares) {
        add(
          place.kind.support * share, for: place.country, name: .ambiguous(reading.name), isLocal: place.isLocal)
        regional.add(place.kind.support * share, for: place.region, name: reading.name)
      }
    }
  }

  /// Whether the text also names other countries or several other capitals. In that case it is world news and not about
  /// one town.
  func isWorldNews(besides country: String) -> Bool {
    named.contains { $0 != country } || capitals.count { $0 != country } >= Self.capitalsOfWorld
  }

  func total(of country: String, without name: UInt64) -> Double {
    min(cues[country] ?? 0, Self.mostFromCues) + (others[country] ?? 0)
      - (weights[Self.key(country, .ambiguous(name))] ?? 0)
  }

  /// The part of the total that comes from words for local institutions, which news about a county uses.
  func institutions(of country: String) -> Double { min(localCues[country] ?? 0, Self.mostFromCues) }

  /// The part of the total that comes from names of the country as a whole, its government, great cities or
  /// organisations.
  func national(of country: String) -> Double { (others[country] ?? 0) - (local[country] ?? 0) }

  /// A hash of country and name. Two pairs have the same hash with a probability of 2^-64, which is accepted as it is
  /// for words.
  private static func key(_ country: String, _ name: Name) -> UInt64 {
    var hash = FoldedHash()
    hash.add(country.utf8)
    // A byte that occurs in no country code separates the code from the name.
    switch name {
    case .text(let name):
      hash.add(1)
      hash.add(number: name)
    case .ambiguous(let name):
      hash.add(2)
      hash.add(number: name)
    case .cue(let phrase):
      hash.add(3)
      hash.add(bytesOf: phrase)
    case .dateline: hash.add(4)
    }
    return hash.value
  }
}
