import NewsModel
import ScannedText
import TextScanning

/// Finds names that refer to a full name of the same document: acronyms that it defines, short forms and last names.
/// After "Acme Steel Corp", "Acme" is a mention of that company.
///
/// References are searched for in the title and the main text. A reference replaces another name with the same span
/// only if it is a defined acronym or the last name of a person who is named in full.
struct ReferenceFinder: Sendable {
  let dictionary: NameDictionary
  let commonWords: CommonWords
  let rules: ReferenceRules
  /// By section and sentence.
  let casings: [[SentenceCasing]]

  /// The most full names with one short form that are kept. No reader could distinguish more of them.
  private static let mostReferents = 32
  static let priorityOfLastNames = 5

  /// A full name that a short form refers to.
  private struct Referent {
    var meaning: Meaning
    /// The section and first token of the full name.
    var section: Int
    var token: Int
    var rule: MentionRule.Reference
    var priority: Int

    var type: EntityType { meaning.type }

    func isSame(as other: Referent) -> Bool {
      meaning.isSame(as: other.meaning) && section == other.section && rule == other.rule
    }
  }

  /// Adds the references of the title and the main text, which are the first two sections.
  func add(to candidates: inout [[Candidate]], in scanned: ScannedDocument) {
    var referents: [Referent] = []
    var builder = PhraseAutomaton.Builder()
    var offered: [UInt64: (last: Int, count: Int)] = [:]
    func offer(_ tokens: Range<Int>, of place: ScannedDocument.Section, _ referent: Referent) {
      // A name that occurs ten thousand times gives one short form, not ten thousand to choose from at each place.
      let key = tokens.reduce(0 as UInt64) {
        ($0 &* 31) ^ place.tokens[$1].hash &+ UInt64(place.tokens[$1].casing.rawValue)
      }
      let known = offered[key]
      if let known, known.count == Self.mostReferents || referents[known.last].isSame(as: referent) { return }
      let outcome = builder.add(place.tokens[tokens], of: place.bytes, payload: Int32(referents.count))
      if outcome == .added {
        offered[key] = (referents.count, (known?.count ?? 0) + 1)
        referents.append(referent)
      }
    }
    func offer(_ phrase: String, _ referent: Referent) {
      if builder.add(phrase, payload: Int32(referents.count)) == .added { referents.append(referent) }
    }
    var others: [UInt64: TokenSpan] = [:]
    for section in [1, 0] {
      let place = scanned.sections[section]
      let acronyms = AcronymDefinitions(section: place).find(candidates[section])
      for acronym in acronyms {
        if acronym.isPhrase
          || acronym.candidate == nil
            && rules.namesNoOrganisation(place.tokens[acronym.long], in: place.bytes, commonWords)
        {
          others[place.tokens[acronym.short].hash] = place.span(acronym.long)
          continue
        }
        let full: Candidate
        if let index = acronym.candidate {
          full = candidates[section][index]
        } else {
          full = Candidate(
            acronym.long, Meaning(type: .organisation, name: place.name(acronym.long, of: .organisation)),
            .reference(.acronymDefined))
          candidates[section].append(full)
        }
        offer(acronym.short..<acronym.short + 1, of: place, referent(full, section, .acronym, priority: 20))
      }
    }
    if !others.isEmpty { reject(others, &candidates, scanned) }
    var offeredPhrases: Set<String> = []
    let forms = ShortForms(commonWords: commonWords, rules: rules)
    for section in [1, 0] {
      let place = scanned.sections[section]
      for index in candidates[section].indices where candidates[section][index].mayBeShortened {
        for short in forms.shortForms(of: candidates[section][index], place) {
          offer(
            short.tokens, of: place,
            referent(candidates[section][index], section, short.rule, priority: short.priority))
        }
        for (phrase, rule) in forms.writtenShortForms(of: candidates[section][index], place)
        where offeredPhrases.insert(phrase).inserted {
          offer(phrase, referent(candidates[section][index], section, rule, priority: 1))
        }
      }
    }
    if !referents.isEmpty {
      let automaton = builder.build()
      for section in [0, 1] {
        addReferences(referents, automaton, &candidates[section], section, in: scanned)
      }
    }
  }

  /// Rejects acronyms that patterns or dictionaries took for organisations if the text defines them as something else:
  /// "Safe Shutdown Earthquake (SSE)" is not a utility. An entity whose name begins with the first word of the
  /// definition, such as a listed agreement, is kept.
  private func reject(
    _ acronyms: [UInt64: TokenSpan], _ candidates: inout [[Candidate]], _ scanned: ScannedDocument
  ) {
    for section in 0..<2 {
      for index in candidates[section].indices {
        let candidate = candidates[section][index]
        guard candidate.isAccepted, candidate.length == 1, candidate.type == .organisation,
          let definition = acronyms[scanned.sections[section].tokens[candidate.start].hash]
        else { continue }
        let defined = scanned.sections[Int(definition.section)].tokens[definition.range.lowerBound].hash
        if let entity = candidate.entity, foldedWords(dictionary.entities[Int(entity)].name).first == defined {
          continue
        }
        candidates[section][index].reject(.priority(definition), by: .findReferences)
      }
    }
  }

  private func referent(_ full: Candidate, _ section: Int, _ rule: MentionRule.Reference, priority: Int) -> Referent {
    Referent(meaning: full.meaning, section: section, token: full.start, rule: rule, priority: priority)
  }

  private func addReferences(
    _ referents: [Referent], _ automaton: PhraseAutomaton, _ candidates: inout [Candidate], _ section: Int,
    in scanned: ScannedDocument
  ) {
    let place = scanned.sections[section]
    var matches: [PhraseAutomaton.Match] = []
    automaton.search(place.stream, in: place.bytes, into: &matches)
    if matches.isEmpty { return }
    // The organisations and facilities of the dictionary, which are never last names, because their context has been
    // found.
    var dictionaryNames: Set<Range<Int>> = []
    // The first token at which each name means a country or a place: "Jordan" before "Michael Jordan" is still the
    // country.
    var firstPlaces: [UInt64: Int] = [:]
    // The places of several words, which are no short forms: "Saint Louis" of "Saint Louis University".
    var places: Set<Range<Int>> = []
    if referents.contains(where: { $0.rule == .shortForm }) {
      for candidate in candidates
      where candidate.isAccepted && candidate.length > 1 && (candidate.type == .place || candidate.type == .country) {
        places.insert(candidate.range)
      }
    }
    if referents.contains(where: { $0.type == .person }) {
      for index in candidates.indices where candidates[index].isAccepted && candidates[index].entity != nil {
        let start = candidates[index].start
        switch candidates[index].type {
        case .organisation, .facility: dictionaryNames.insert(start..<candidates[index].end)
        case .country, .place:
          guard candidates[index].length == 1 else { continue }
          firstPlaces[place.tokens[start].hash] = min(firstPlaces[place.tokens[start].hash] ?? .max, start)
        case .person, .group, .vessel: break
        }
      }
    }
    let isSure = sureAcronyms(referents, matches, candidates, place, in: scanned)
    var index = 0
    while index < matches.count {
      let first = matches[index]
      var best: Referent?
      var isAmbiguous = false
      // A person whose name ends with the last name of another one: "Maria Westmark" after "Jaap Westmark".
      var otherName: Range<Int>?
      while index < matches.count, matches[index].start == first.start, matches[index].end == first.end {
        let referent = referents[Int(matches[index].payload)]
        index += 1
        guard fits(referent, first, section, place) else { continue }
        if referent.type == .person, isEndOfOtherName(first, referent, place, scanned) {
          otherName = first.start - 1..<first.end
          continue
        }
        guard let known = best else {
          best = referent
          continue
        }
        if known.meaning.isSame(as: referent.meaning) { continue }
        if referent.priority != known.priority {
          if referent.priority > known.priority { best = referent }
        } else if referent.section == section, referent.token <= first.start {
          // If two full names have this short form, the one that was named last is meant.
          best = referent
        } else {
          isAmbiguous = known.type == referent.type
        }
      }
      if best == nil, let otherName, isPerson(otherName, place) {
        candidates.append(
          Candidate(
            otherName, Meaning(type: .person, name: place.name(otherName, of: .person)), .reference(.lastName),
            priority: Self.priorityOfLastNames))
      }
      guard let best, !isAmbiguous else { continue }
      if best.rule == .initials, isSure.contains(place.tokens[first.start].hash) { continue }
      if best.rule == .shortForm, places.contains(first.start..<first.end) { continue }
      if best.type == .person {
        if dictionaryNames.contains(first.start..<first.end) { continue }
        if let known = firstPlaces[place.tokens[first.start].hash], best.section != section || known < best.token {
          continue
        }
      }
      candidates.append(
        Candidate(
          first.start..<first.end, best.meaning, .reference(best.rule), priority: best.priority))
    }
  }

  /// The most tokens between a full name and its acronym beside it: "> (".
  private static let tokensBeside = 2

  /// The acronyms of the dictionary that do not mean a full name with these initials: those whose context the text has, those
  /// that the text uses before the full name, and those of a country in which the text names a place, unless they stand
  /// beside the full name.
  private func sureAcronyms(
    _ referents: [Referent], _ matches: [PhraseAutomaton.Match], _ candidates: [Candidate],
    _ place: ScannedDocument.Section, in scanned: ScannedDocument
  ) -> Set<UInt64> {
    guard referents.contains(where: { $0.rule == .initials }) else { return [] }
    var first: [UInt64: Candidate] = [:]
    var sure: Set<UInt64> = []
    for candidate in candidates where candidate.isAccepted && candidate.length == 1 && candidate.entity != nil {
      let word = place.tokens[candidate.start].hash
      if candidate.context != nil { sure.insert(word) }
      if candidate.start < first[word]?.start ?? .max { first[word] = candidate }
    }
    var doubtful: [(match: PhraseAutomaton.Match, listed: Candidate)] = []
    for match in matches where match.end == match.start + 1 {
      let referent = referents[Int(match.payload)]
      let word = place.tokens[match.start].hash
      guard referent.rule == .initials, let listed = first[word], referent.meaning.entity != listed.entity else {
        continue
      }
      doubtful.append((match, listed))
      if referent.section == place.number, listed.start < referent.token { sure.insert(word) }
      // "International Business Machine" is a spelling of the listed name.
      if case .words(let full, _, _) = referent.meaning.name,
        let first = scanned.sections[Int(full.section)].tokens[full.range].first?.hash,
        rules.beginningsOfListed[word]?.contains(first) == true
      {
        sure.insert(word)
      }
    }
    if doubtful.isEmpty { return sure }
    var placed: Set<Int32> = []
    var fullNames: [Int: Meaning] = [:]
    for candidate in candidates where candidate.isAccepted {
      if candidate.type == .place || candidate.type == .country, let country = candidate.country {
        placed.insert(country)
      }
      if candidate.type == .organisation, candidate.length > 1 { fullNames[candidate.end] = candidate.meaning }
    }
    var beside: Set<UInt64> = []
    for (match, _) in doubtful {
      let meaning = referents[Int(match.payload)].meaning
      if (match.start - Self.tokensBeside...match.start).contains(where: { fullNames[$0]?.isSame(as: meaning) ?? false }
      ) {
        beside.insert(place.tokens[match.start].hash)
      }
    }
    for (match, listed) in doubtful where listed.country.map(placed.contains) == true {
      let word = place.tokens[match.start].hash
      if !beside.contains(word) { sure.insert(word) }
    }
    return sure
  }

  /// Whether a match of a short form can refer to a full name here.
  private func fits(
    _ referent: Referent, _ match: PhraseAutomaton.Match, _ section: Int, _ place: ScannedDocument.Section
  ) -> Bool {
    for token in match.start..<match.end where place.tokens[token].kind == .word && place.tokens[token].casing == .lower
    {
      // Function words inside a name ("of", "and") are in lower case anyway.
      if !commonWords.isFunctionWord(place.tokens[token].hash) { return false }
    }
    let token = place.tokens[match.start]
    guard token.startsWithCapital || token.hasDigit else { return false }
    if referent.rule == .initials, section == referent.section, match.start < referent.token { return false }
    if referent.rule == .acronym || referent.rule == .initials {
      return token.casing == .upper || token.casing == .mixed
    }
    if referent.section == section, referent.token == match.start { return false }
    if referent.type == .person {
      // "in Washington" means the city, even after a person of that name.
      if match.start > 0, rules.beforePlaces.contains(place.tokens[match.start - 1].hash) { return false }
      if !isNameHere(match, section, place) { return false }
      return section == 0 || referent.section == 0 || referent.token < match.start
    }
    return true
  }

  /// Whether a word with a capital before a last name shows that it belongs to another name: "Social Democrats", and
  /// "Maria Westmark" after "Jaap Westmark". Titles, and a part of the full name, do not show that.
  private func isEndOfOtherName(
    _ match: PhraseAutomaton.Match, _ referent: Referent, _ place: ScannedDocument.Section, _ scanned: ScannedDocument
  ) -> Bool {
    let index = place.sentenceIndex(ofToken: match.start)
    let sentence = place.sentences[index]
    guard match.start > sentence.start, casings[place.number][index] == .sentence else { return false }
    let before = place.tokens[match.start - 1]
    guard before.kind == .word, before.startsWithCapital, !before.isInitial, !rules.titles.contains(before.hash),
      match.start - 1 > sentence.start || !commonWords.contains(before.hash),
      !commonWords.classes(of: before.hash).contains(.day),
      rules.givenNames.contains(before.hash) || !rules.plainWords.contains(before.hash)
    else { return false }
    guard case .words(let full, _, _) = referent.meaning.name else { return true }
    return !scanned.sections[Int(full.section)].tokens[full.range].contains { $0.hash == before.hash }
  }

  /// Whether two words, the last of which is a person's last name, are a person.
  private func isPerson(_ name: Range<Int>, _ place: ScannedDocument.Section) -> Bool {
    let first = place.tokens[name.lowerBound]
    guard first.casing == .capitalised, first.end - first.start > 2, !commonWords.contains(first.hash),
      !commonWords.contains(place.tokens[name.upperBound - 1].hash)
    else { return false }
    return name.lowerBound == 0 || !place.tokens[name.lowerBound - 1].startsWithCapital
  }

  /// Whether a last name that is also an everyday word ("Ford", "Cook") is a name here. It is not in a headline, and at
  /// the beginning of a sentence only if a possessive or a verb for persons follows.
  private func isNameHere(_ match: PhraseAutomaton.Match, _ section: Int, _ place: ScannedDocument.Section) -> Bool {
    guard match.end - match.start == 1, commonWords.contains(place.tokens[match.start].hash) else { return true }
    let index = place.sentenceIndex(ofToken: match.start)
    let sentence = place.sentences[index]
    if match.start == sentence.start {
      guard match.end < sentence.end else { return false }
      return place.tokens[match.end].kind == .possessive || rules.personVerbs.contains(place.tokens[match.end].hash)
    }
    return casings[section][index] == .sentence
  }
}

extension Candidate {
  /// Whether short forms of the candidate are searched for. Names that refer to others have none.
  fileprivate var mayBeShortened: Bool {
    switch origin {
    case .reference, .unit: return false
    case .surface, .pattern: break
    }
    return isAccepted && (isStrong || type == .person)
  }
}

extension NameSteps {
  mutating func findReferences() {
    ReferenceFinder(
      dictionary: rules.dictionary, commonWords: rules.commonWords, rules: rules.references, casings: casings
    ).add(to: &candidates, in: scanned)
  }
}
