import NewsModel
import ScannedText
import TextScanning

/// Decides between places and given names: "Sydney Zorblax" is a person if the document also names a "Mr Zorblax", and
/// a later "Sydney" alone is then not a city.
struct PlacesInPeople {
  let rules: ReferenceRules
  let commonWords: CommonWords

  /// Adds the people, whose longer names win over the places in them, and rejects places that are given names used
  /// alone.
  func resolve(_ candidates: inout [[Candidate]], in scanned: ScannedDocument) {
    guard candidates.contains(where: { $0.contains { $0.isAccepted && $0.type == .person } }) else { return }
    let names = lastNames(candidates, scanned)
    for section in scanned.sections { addPeople(called: names, to: &candidates[section.number], section) }
    let people = firstNames(candidates, scanned)
    if people.isEmpty { return }
    for section in scanned.sections {
      for index in candidates[section.number].indices {
        let place = candidates[section.number][index]
        guard mayBeGivenName(place, section), let person = people[section.tokens[place.start].hash] else { continue }
        candidates[section.number][index].reject(.priority(person), by: .settlePlacesInPeople)
      }
    }
  }

  /// The last names of the people that patterns found, each with the pattern that found it first.
  private func lastNames(_ candidates: [[Candidate]], _ scanned: ScannedDocument) -> [UInt64: Candidate.Origin] {
    var names: [UInt64: Candidate.Origin] = [:]
    for section in scanned.sections where section.isCounted {
      for candidate in candidates[section.number] where candidate.isAccepted && candidate.type == .person {
        guard case .pattern = candidate.origin else { continue }
        let last = section.tokens[candidate.end - 1]
        // Patterns also take "Ohio St" and "Glasgow Rugby" for people. A listed surname, or a pattern with a title
        // before the name, is more certain.
        guard last.kind == .word, last.casing != .lower, names[last.hash] == nil, !rules.titles.contains(last.hash),
          !commonWords.contains(last.hash),
          rules.surnames.contains(last.hash) || candidate.priority >= Candidate.priorityAboveLists
        else { continue }
        names[last.hash] = candidate.origin
      }
    }
    return names
  }

  private func addPeople(
    called names: [UInt64: Candidate.Origin], to candidates: inout [Candidate], _ section: ScannedDocument.Section
  ) {
    var found: [Candidate] = []
    for place in candidates where mayBeGivenName(place, section) && !followsPlacePreposition(place, section) {
      guard place.end < section.tokens.count, found.last?.start != place.start else { continue }
      let next = section.tokens[place.end]
      guard next.kind == .word, next.startsWithCapital, let origin = names[next.hash],
        section.sentenceIndex(ofToken: place.end) == section.sentenceIndex(ofToken: place.start)
      else { continue }
      let range = place.start..<place.end + 1
      found.append(
        Candidate(range, Meaning(type: .person, name: section.name(range, of: .person)), origin))
    }
    candidates += found
  }

  /// The given names of the people in a document, except those that the text uses for a place.
  private func firstNames(_ candidates: [[Candidate]], _ scanned: ScannedDocument) -> [UInt64: TokenSpan] {
    var names: [UInt64: TokenSpan] = [:]
    for section in scanned.sections where section.isCounted {
      for person in candidates[section.number] where person.isAccepted && person.type == .person && person.length > 1 {
        let name = section.tokens[person.start].hash
        if rules.givenNames.contains(name), names[name] == nil { names[name] = section.span(person.range) }
      }
    }
    if names.isEmpty { return names }
    for section in scanned.sections {
      for place in candidates[section.number]
      where mayBeGivenName(place, section) && followsPlacePreposition(place, section) {
        names[section.tokens[place.start].hash] = nil
      }
    }
    return names
  }

  /// Whether a candidate is a town of one word, or a country whose name is also a given name: "Georgia", but not
  /// "U.S.".
  private func mayBeGivenName(_ candidate: Candidate, _ section: ScannedDocument.Section) -> Bool {
    guard candidate.isAccepted, candidate.length == 1, case .surface = candidate.origin,
      section.tokens[candidate.start].casing == .capitalised
    else { return false }
    return candidate.type == .place
      || candidate.type == .country && rules.placeGivenNames.contains(section.tokens[candidate.start].hash)
  }

  private func followsPlacePreposition(_ place: Candidate, _ section: ScannedDocument.Section) -> Bool {
    place.start > 0 && rules.beforePlaces.contains(section.tokens[place.start - 1].hash)
  }
}

extension NameSteps {
  mutating func settlePlacesInPeople() {
    PlacesInPeople(rules: rules.references, commonWords: rules.commonWords).resolve(&candidates, in: scanned)
  }
}
