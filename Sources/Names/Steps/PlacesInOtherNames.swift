import NewsModel
import ScannedText
import TextScanning

/// Rejects places and countries whose name is only a part of the name of a street, a ship, a county or a saint's church,
/// or that of a language: "12 Moscow Road", "USS Georgia", "Suffolk County", "St George's Chapel", "in Spanish".
struct PlacesInOtherNames {
  let dictionary: NameDictionary
  let rules: ReferenceRules
  let commonWords: CommonWords

  /// The states whose regions English texts call counties.
  private static let statesWithCounties: Set<String> = [
    "US", "KE", "LR", "RO", "HR", "HU", "NO", "SE", "EE", "TW", "CN",
  ]
  private static let saints = WordSet(["st", "saint"].map { FoldedHash.of(word: $0) })
  private static let counties = FoldedHash.of(word: "counties")
  /// Signs that print puts before a closing quotation mark.
  private static let beforeQuote = WordSet([Sign.hash(of: UInt8(ascii: ".")), Sign.hash(of: UInt8(ascii: ","))])
  private static let hyphen = Sign.hash(of: UInt8(ascii: "-"))
  private static let colon = Sign.hash(of: UInt8(ascii: ":"))

  func check(_ candidates: inout [Candidate], in section: ScannedDocument.Section) {
    for index in candidates.indices where candidates[index].isAccepted {
      let candidate = candidates[index]
      guard candidate.type == .place || candidate.type == .country else { continue }
      let sentence = section.sentences[section.sentenceIndex(ofToken: candidate.start)]
      if let name = longerName(around: candidate, in: section, sentence) {
        candidates[index].reject(.longerSpan(section.span(name)), by: .dropPlacesInOtherNames)
      } else if isOwner(candidate, in: section) || isFarFromContext(candidate, in: section),
        case .surface(let surface) = candidate.origin
      {
        candidates[index].reject(
          .missing(requirement: dictionary.surfaces[Int(surface)].requirement), by: .dropPlacesInOtherNames)
      } else if isNameOfCounty(candidate, in: section, sentence) {
        // It is in the same country, but it is not the town.
        candidates[index].end += 1
        candidates[index].meaning.name = section.name(candidates[index].range, of: .place)
      }
    }
  }

  /// The longer name that contains a place; nil if there is none.
  private func longerName(
    around place: Candidate, in section: ScannedDocument.Section, _ sentence: TokenStream.Sentence
  ) -> Range<Int>? {
    let tokens = section.tokens
    let end = place.end
    // "Zorblax Cup": a town that needs a context is not meant.
    if place.context != nil, end < sentence.end, rules.contestWords.contains(tokens[end].hash) {
      return place.start..<end + 1
    }
    if end < sentence.end, tokens[end].casing == .capitalised {
      if rules.streetWords.contains(tokens[end].hash) { return place.start..<end + 1 }
    }
    if let name = saint(place, in: section, sentence) ?? lastName(place, in: section, sentence)
      ?? title(place, in: section)
    {
      return name
    }
    if let name = prefixed(place, in: section, sentence) { return name }
    if place.type == .place, end < sentence.end, rules.riverWords.contains(tokens[end].hash) {
      return place.start..<end + 1
    }
    if place.start > sentence.start, tokens[place.start - 1].casing == .upper,
      rules.shipPrefixes.contains(tokens[place.start - 1].hash)
    {
      return place.start - 1..<end
    }
    return county(of: place, in: section, sentence) ?? language(place, in: section, sentence)
  }

  /// "New Westmark", "St. Westmark": a town that is in no list, beside a listed one. A title may begin with "New".
  private func prefixed(
    _ place: Candidate, in section: ScannedDocument.Section, _ sentence: TokenStream.Sentence
  ) -> Range<Int>? {
    guard place.type == .place, section.number > 0 else { return nil }
    var before = place.start - 1
    while before > sentence.start, section.tokens[before].flags.contains(.skipped) { before -= 1 }
    guard before >= sentence.start, rules.placePrefixes.contains(section.tokens[before].hash),
      section.tokens[before].startsWithCapital
    else { return nil }
    return before..<place.end
  }

  /// "St George's Chapel": what is called after the saint of a town's name.
  private func saint(
    _ place: Candidate, in section: ScannedDocument.Section, _ sentence: TokenStream.Sentence
  ) -> Range<Int>? {
    guard place.length > 1, Self.saints.contains(section.tokens[place.start].hash) else { return nil }
    var next = place.end
    if next < sentence.end, section.tokens[next].kind == .possessive { next += 1 }
    guard next < sentence.end, section.tokens[next].casing == .capitalised,
      rules.saintWords.contains(section.tokens[next].hash)
    else { return nil }
    return place.start..<next + 1
  }

  /// "Maria Pisa": a last name.
  private func lastName(
    _ place: Candidate, in section: ScannedDocument.Section, _ sentence: TokenStream.Sentence
  ) -> Range<Int>? {
    guard place.length == 1, place.start > sentence.start else { return nil }
    let before = section.tokens[place.start - 1]
    guard before.casing == .capitalised, rules.givenNames.contains(before.hash),
      !rules.placeGivenNames.contains(before.hash), !commonWords.contains(before.hash),
      section.tokens[place.start].casing == .capitalised
    else { return nil }
    return place.start - 1..<place.end
  }

  /// "\"Hamilton\" opens": a town's name alone in quotation marks is the title of a work.
  private func title(_ place: Candidate, in section: ScannedDocument.Section) -> Range<Int>? {
    guard place.type == .place, place.start > 0, isQuote(place.start - 1, in: section) else { return nil }
    var end = place.end
    if end < section.tokens.count, Self.beforeQuote.contains(section.tokens[end].hash) { end += 1 }
    return isQuote(end, in: section) ? place.start - 1..<end + 1 : nil
  }

  private func isQuote(_ token: Int, in section: ScannedDocument.Section) -> Bool {
    guard token < section.tokens.count, section.tokens[token].kind == .punctuation else { return false }
    let mark = section.bytes[Int(section.tokens[token].start)..<Int(section.tokens[token].end)]
    return mark.elementsEqual("\"".utf8) || mark.elementsEqual("“".utf8) || mark.elementsEqual("”".utf8)
  }

  /// "Suffolk County", "Nassau and Baker counties": an area named like a place in another country.
  private func county(
    of place: Candidate, in section: ScannedDocument.Section, _ sentence: TokenStream.Sentence
  ) -> Range<Int>? {
    guard place.type == .place, let country = place.country,
      !Self.statesWithCounties.contains(dictionary.countries[Int(country)])
    else { return nil }
    let tokens = section.tokens
    if place.end < sentence.end, rules.countyWords.contains(tokens[place.end].hash) {
      guard tokens[place.end].startsWithCapital || tokens[place.end].hash == Self.counties else { return nil }
      let isBritish = place.end + 1 < sentence.end && rules.britishCountyWords.contains(tokens[place.end + 1].hash)
      return isBritish ? nil : place.start..<place.end + 1
    }
    guard let last = section.lastName(ofListFrom: place.end, in: sentence), last.upperBound < sentence.end,
      rules.countyWords.contains(tokens[last.upperBound].hash)
    else { return nil }
    return place.start..<last.upperBound + 1
  }

  /// "Suffolk County": an area in a country that has counties.
  private func isNameOfCounty(
    _ place: Candidate, in section: ScannedDocument.Section, _ sentence: TokenStream.Sentence
  ) -> Bool {
    guard place.type == .place, place.entity != nil, place.end < sentence.end else { return false }
    let next = section.tokens[place.end]
    // "State: NC County: Westmark": the label of a field.
    let isLabel = place.end + 1 < section.tokens.count && section.tokens[place.end + 1].hash == Self.colon
    return !isLabel && next.startsWithCapital && rules.countyWords.contains(next.hash) && next.hash != Self.counties
      && section.tokens[place.start].startsWithCapital
  }

  /// "in Spanish", "the Spanish version": a nationality that means a language.
  private func language(
    _ candidate: Candidate, in section: ScannedDocument.Section, _ sentence: TokenStream.Sentence
  ) -> Range<Int>? {
    let tokens = section.tokens
    guard candidate.type == .country, candidate.length == 1, rules.languages.contains(tokens[candidate.start].hash),
      case .surface(let surface) = candidate.origin, dictionary.isNationality(surface)
    else { return nil }
    var next = candidate.end
    if next + 1 < sentence.end, tokens[next].hash == Self.hyphen { next += 1 }
    if next < sentence.end, rules.afterLanguages.contains(tokens[next].hash) { return candidate.start..<next + 1 }
    guard candidate.start > sentence.start, rules.beforeLanguages.contains(tokens[candidate.start - 1].hash) else {
      return nil
    }
    let isAlone =
      candidate.end >= sentence.end || !tokens[candidate.end].isWord && tokens[candidate.end].hash != Self.hyphen
      || commonWords.isFunctionWord(tokens[candidate.end].hash)
    return isAlone ? candidate.start - 1..<candidate.end : nil
  }

  /// Whether a town that is also a person's name owns something: "found at George's flat". The preposition before it is no
  /// context for the town then.
  private func isOwner(_ place: Candidate, in section: ScannedDocument.Section) -> Bool {
    guard place.type == .place, place.length == 1, case .words(.before, _) = place.context,
      place.end < section.tokens.count, section.tokens[place.end].kind == .possessive
    else { return false }
    let word = section.tokens[place.start].hash
    return rules.givenNames.contains(word) || rules.surnames.contains(word)
  }
}

extension PlacesInOtherNames {
  /// Whether another name or a number is between a town and the preposition that is its context: "in the Nile Delta", "In
  /// 2016, David".
  private func isFarFromContext(_ place: Candidate, in section: ScannedDocument.Section) -> Bool {
    guard place.type == .place, case .words(.before, let context) = place.context,
      Int(context.section) == section.number, Int(context.end) < place.start
    else { return false }
    let before = section.tokens[place.start - 1]
    return before.kind == .word && before.startsWithCapital
      || section.tokens[Int(context.end)..<place.start].contains { $0.kind == .number }
  }
}

extension NameSteps {
  mutating func dropPlacesInOtherNames() {
    let places = PlacesInOtherNames(
      dictionary: rules.dictionary, rules: rules.references, commonWords: rules.commonWords)
    for section in scanned.sections { places.check(&candidates[section.number], in: section) }
  }
}
