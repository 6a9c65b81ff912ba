import NewsModel
package import ScannedText

/// What a mention was made of, as far as the countries and topics of a document ask for it.
package struct MentionOrigin: Sendable {
  package var place: MentionPlace
  /// Nil when the mention leads to no country.
  var evidence: CountryEvidence?
  /// "Paris, Texas": the words behind the name have told which is meant.
  var isToldByNeighbours: Bool

  init(_ candidate: Candidate, in section: Int, _ dictionary: NameDictionary) {
    place = MentionPlace(
      section: Int32(section), start: Int32(candidate.start), end: Int32(candidate.end),
      entity: candidate.name == nil ? candidate.entity : nil, country: candidate.country)
    if candidate.country != nil {
      // "Kantonia's Museum Commission" names the country as "Kantonian" does, which no mention of its own tells.
      evidence = candidate.namesItsCountry ? .nationality : dictionary.evidence(of: candidate)
    }
    isToldByNeighbours = candidate.context?.isAfter ?? false
  }
}

extension NameDictionary {
  fileprivate func evidence(of candidate: Candidate) -> CountryEvidence? {
    if case .surface(let surface) = candidate.source { return evidence(ofSurface: surface) }
    if candidate.type == .place, let entity = candidate.entity {
      return CountryEvidence(.place, note: entities[Int(entity)].kind)
    }
    return CountryEvidence(candidate.type, note: "")
  }
}
