import NewsModel

/// A name in the text that leads to a country, and what else it may stand for.
struct PlaceReading {
  struct Candidate {
    /// Index into the document's mentions.
    var mention: Int
    var country: String
    var kind: CountryEvidence
    /// What its number of people is worth.
    var prior: Double
  }

  /// The first is the mention that stands.
  var candidates: [Candidate]
  /// The text as it stands: one name is read one way in all of a document.
  var name: String
  /// No mention stands: a town's name that lacks its context.
  var isPossible = false

  /// Nil when no mention of the range, which begins at one byte, leads to a country.
  init?(_ mentions: [Mention], _ range: Range<Int>, _ dictionary: NameDictionary) {
    candidates = []
    name = ""
    if let standing = range.first(where: { mentions[$0].rejection == nil }) {
      guard let first = Self.candidate(mentions, standing, dictionary) else { return nil }
      candidates = [first]
      name = mentions[standing].surface
      guard mentions[standing].type == .country || mentions[standing].type == .place,
        first.kind != .nationality, first.kind != .government, !Self.isToldByNeighbours(mentions[standing])
      else { return }
    }
    let possible = candidates.isEmpty
    for index in range {
      let mention = mentions[index]
      guard let rejection = mention.rejection, mention.type == .place,
        rejection.kind == .contextMissing || rejection.kind == .priority,
        let candidate = Self.candidate(mentions, index, dictionary),
        candidate.kind == .city || candidate.kind == .region,
        possible || mention.end == mentions[candidates[0].mention].end,
        !candidates.contains(where: { $0.country == candidate.country })
      else { continue }
      candidates.append(candidate)
    }
    guard let first = candidates.first else { return nil }
    if possible {
      candidates.removeSubrange(1...)
      isPossible = true
      name = mentions[first.mention].surface
    }
  }

  private static func candidate(_ mentions: [Mention], _ index: Int, _ dictionary: NameDictionary) -> Candidate? {
    let mention = mentions[index]
    guard let country = mention.country, !country.isEmpty, let kind = CountryEvidence(mention) else { return nil }
    let entity = dictionary.index(ofEntity: mention.entity)
    let population = entity.map { dictionary.weights[$0] } ?? 0
    return Candidate(
      mention: index, country: country, kind: kind,
      prior: Namesakes.prior(of: mention.type, kind, population: population))
  }

  /// "Paris, Texas": the words beside the name have told already.
  private static func isToldByNeighbours(_ mention: Mention) -> Bool {
    mention.rule.contains("(after:") || mention.rule.contains("(before: @")
  }
}
