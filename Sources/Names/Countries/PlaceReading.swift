import NewsModel
import ScannedText

/// A name in the text that is evidence for a country, with everything that it may refer to.
struct PlaceReading {
  struct Candidate {
    /// An index into the document's mentions.
    var mention: Int
    var country: String
    var kind: CountryEvidence
    /// A number from `NameDictionary.regions`.
    var region: Int32
    /// The advantage that its population gives it.
    var prior: Double

    /// Whether a region of its country has the same name, such as Geneva.
    var namesItsRegion = false

    /// Whether it is known everywhere: a capital, a city of at least a million people, or a city whose region has its
    /// name.
    var isFamous: Bool {
      kind == .capital || kind == .city && (prior >= Namesakes.greatCity || namesItsRegion)
    }

    /// Whether two candidates need not be distinguished. They are in the same country, but not towns of two regions,
    /// between which the other places of the text can decide.
    func isBearer(like other: Candidate) -> Bool {
      country == other.country
        && !(kind == .city && other.kind == .city && region >= 0 && other.region >= 0 && region != other.region)
    }

    /// Whether it is evidence for the places around it. Towns and regions are; New York is mentioned everywhere.
    var isLocal: Bool {
      switch kind {
      case .city: prior < Namesakes.greatCity
      case .region, .otherPlace: true
      default: false
      }
    }
  }

  /// The first candidate is the accepted mention.
  var candidates: [Candidate]
  /// The name as written. It has one reading in the whole document.
  var name: String
  /// Whether its country or region is named right after it.
  private(set) var isTold = false
  /// Whether no mention was accepted: the name of a town lacks its required context.
  var isPossible = false

  /// Returns nil if no mention in the range leads to a country. All mentions in the range begin at the same byte.
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

  /// Keeps only the candidate in a country, if there is one; in a region of that country, if one is.
  ///
  /// - Parameter region: A number from `NameDictionary.regions`.
  mutating func keepThose(of country: String?, region: Int32 = -1) {
    let told = candidates.filter { $0.country == country }
    guard let bearer = told.first(where: { region >= 0 && $0.region == region }) ?? told.first else { return }
    // The accepted mention stays first, whatever the text says after it.
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
