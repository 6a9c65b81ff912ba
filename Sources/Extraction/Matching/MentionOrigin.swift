import NewsModel

/// What a mention was made of, as far as the countries of a document ask: numbers, so that no rule is read as a text.
struct MentionOrigin: Sendable {
  /// Index into the dictionary's entities; nil for a name that no list holds, and for a plant's unit.
  var entity: Int32?
  /// Nil when the mention leads to no country.
  var evidence: CountryEvidence?
  /// "Paris, Texas": the words behind the name have told which is meant.
  var isToldByNeighbours: Bool

  init(_ candidate: Candidate, _ dictionary: NameDictionary) {
    entity = candidate.name == nil ? candidate.entity : nil
    if candidate.country != nil {
      var note = ""
      if case .surface(let surface) = candidate.source { note = dictionary.noteWord(ofSurface: surface) }
      // A place's own name has no line that says what it is: its entity does.
      if candidate.type == .place, note.isEmpty || note == "name", let entity = candidate.entity {
        note = dictionary.entities[Int(entity)].kind
      }
      // "Kantonia's Museum Commission" names the country as "Kantonian" does, which no mention of its own tells.
      evidence = candidate.namesItsCountry ? .nationality : CountryEvidence(candidate.type, note: note)
    }
    isToldByNeighbours = candidate.context?.isAfter ?? false
  }
}
