import NewsModel
import ScannedText

/// A name in the text that leads to a country, and what else it may stand for.
struct PlaceReading {
  struct Candidate {
    /// Index into the document's mentions.
    var mention: Int
    var country: String
    var kind: CountryEvidence
    /// `NameDictionary.regions`.
    var region: Int32
    /// What its number of people is worth.
    var prior: Double

    /// A region of its country has its name too: Geneva.
    var namesItsRegion = false

    /// Whether it is known everywhere: a capital, a city of a million, or one that its region is named after.
    var isFamous: Bool {
      kind == .capital || kind == .city && (prior >= Namesakes.greatCity || namesItsRegion)
    }

    /// Whether another bearer of the name need not be told from this one: one of the country, unless both are towns of two
    /// of its regions, for then the text's other places of these tell.
    func isBearer(like other: Candidate) -> Bool {
      country == other.country
        && !(kind == .city && other.kind == .city && region >= 0 && other.region >= 0 && region != other.region)
    }

    /// Whether it speaks for the places around it: a town or a region does, New York is spoken of everywhere.
    var isLocal: Bool {
      switch kind {
      case .city: prior < Namesakes.greatCity
      case .region, .otherPlace: true
      default: false
      }
    }
  }

  /// The first is the mention that stands.
  var candidates: [Candidate]
  /// The text as it stands: one name is read one way in all of a document.
  var name: String
  /// Its country stands right behind it.
  private(set) var isTold = false
  /// No mention stands: a town's name that lacks its context.
  var isPossible = false

  /// Nil when no mention of the range, which begins at one byte, leads to a country.
  init?(
    _ mentions: [Mention], _ origins: [MentionOrigin], _ range: Range<Int>, _ dictionary: NameDictionary
  ) {
    candidates = []
    name = ""
    if let standing = range.first(where: { mentions[$0].rejection == nil }) {
      guard let first = Self.candidate(mentions, origins, standing, dictionary) else { return nil }
      candidates = [first]
      name = mentions[standing].surface
      guard mentions[standing].type == .country || mentions[standing].type == .place,
        first.kind != .nationality, first.kind != .government, !origins[standing].isToldByNeighbours
      else { return }
    }
    let possible = candidates.isEmpty
    for index in range {
      guard mentions[index].type == .place, let reason = mentions[index].rejection?.kind,
        reason == .contextMissing || reason == .priority,
        let candidate = Self.candidate(mentions, origins, index, dictionary),
        candidate.kind == .city || candidate.kind == .region,
        possible || mentions[index].end == mentions[candidates[0].mention].end
      else { continue }
      if let known = candidates.firstIndex(where: { $0.isBearer(like: candidate) }) {
        if candidate.kind == .region { candidates[known].namesItsRegion = true }
      } else {
        candidates.append(candidate)
      }
    }
    guard let first = candidates.first else { return nil }
    if possible {
      candidates.removeSubrange(1...)
      isPossible = true
      name = mentions[first.mention].surface
    }
  }

  /// Leaves the bearer that lies in a country, if any does, and in a region of it, if one of them does.
  ///
  /// - Parameter region: `NameDictionary.regions`.
  mutating func keepThose(of country: String?, region: Int32 = -1) {
    let told = candidates.filter { $0.country == country }
    guard let bearer = told.first(where: { region >= 0 && $0.region == region }) ?? told.first else { return }
    // The mention that stands is the first, whatever the text says behind it.
    candidates = bearer.mention == candidates[0].mention ? [bearer] : [candidates[0], bearer]
    isTold = true
  }

  private static func candidate(
    _ mentions: [Mention], _ origins: [MentionOrigin], _ index: Int, _ dictionary: NameDictionary
  ) -> Candidate? {
    guard let country = mentions[index].country, !country.isEmpty, let kind = origins[index].evidence else {
      return nil
    }
    let entity = origins[index].place.entity.map(Int.init)
    let population = entity.map { dictionary.weights[$0] } ?? 0
    return Candidate(
      mention: index, country: country, kind: kind, region: entity.map { dictionary.regions[$0] } ?? -1,
      prior: Namesakes.prior(of: mentions[index].type, kind, population: population))
  }
}
