import NewsModel

/// What speaks for each country in a document, a distinct name once: the ground on which namesakes are told apart.
struct PlaceSupport {
  /// Words of institutions and money together add at most this.
  private static let mostFromCues = 3.0
  /// A name that may be here or there speaks a little for both.
  private static let ambiguous = 0.3

  /// By country and name; never walked, so its order is nowhere seen.
  private var byName: [String: [String: Double]] = [:]
  private var cues: [String: Double] = [:]
  private var others: [String: Double] = [:]
  /// The countries whose own names stand in the text.
  private var named: Set<String> = []

  mutating func add(_ weight: Double, for country: String, name: String) {
    let old = byName[country]?[name] ?? 0
    guard weight > old else { return }
    byName[country, default: [:]][name] = weight
    if name.utf8.first == UInt8(ascii: "#") {
      cues[country, default: 0] += weight - old
    } else {
      others[country, default: 0] += weight - old
    }
  }

  mutating func add(_ reading: PlaceReading, _ mentions: [Mention]) {
    if reading.isPossible { return }
    if let state = reading.candidates.first(where: { $0.kind == .name }) { named.insert(state.country) }
    if reading.candidates.count == 1 {
      add(reading.candidates[0].kind.support, for: reading.candidates[0].country, name: reading.name)
    } else {
      for candidate in reading.candidates { add(Self.ambiguous, for: candidate.country, name: "?" + reading.name) }
    }
  }

  /// Whether a country is named beside this one: the text is of the world, not of one town.
  func namesOther(than country: String) -> Bool { named.contains { $0 != country } }

  func total(of country: String, without name: String) -> Double {
    min(cues[country] ?? 0, Self.mostFromCues) + (others[country] ?? 0) - (byName[country]?["?" + name] ?? 0)
  }
}
