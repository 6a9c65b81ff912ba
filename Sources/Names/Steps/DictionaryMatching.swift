import NewsModel
import ScannedText
import TextScanning

/// Finds the dictionary's surfaces in a section and checks their capitals and the days on which they were in use:
/// "Turkey" is found, and "turkey" is not. Later steps check the required contexts.
struct DictionaryMatching {
  let dictionary: NameDictionary
  let commonWords: CommonWords
  /// Last words of names that may be in lower case: "airport".
  let endings: WordSet

  /// Returns the candidates of a section in order of start, end and surface. Some of them are already rejected.
  func candidates(
    _ matches: ArraySlice<PhraseAutomaton.Match>, in section: ScannedDocument.Section, casings: [SentenceCasing],
    published: Day?
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    candidates.reserveCapacity(matches.count)
    for match in matches {
      let surface = dictionary.surfaces[Int(match.payload)]
      let meaning = Meaning(
        type: dictionary.types[Int(surface.entity)], name: .entity(surface.entity),
        country: dictionary.country(ofEntity: surface.entity))
      var candidate = Candidate(match.start..<match.end, meaning, .surface(match.payload), order: match.payload)
      if surface.endsInPossessive {
        guard match.end < section.tokens.count, section.tokens[match.end].kind == .possessive else { continue }
        candidate.end += 1
      }
      switch judgeCapitals(surface, match, section, casings) {
      case .right: break
      case .otherWord: continue
      case .wrong(let fault): candidate.reject(.wrongCase(fault), by: .matchSurfaces)
      }
      if candidate.isAccepted,
        section.tokens[match.start..<match.end].contains(where: { $0.flags.contains(.suspicious) })
      {
        candidate.reject(.suspicious, by: .matchSurfaces)
      }
      if candidate.isAccepted, let published,
        !(surface.validFrom...max(surface.validFrom, surface.validTo)).contains(Int32(published.ordinal))
      {
        candidate.reject(.notValidThen, by: .matchSurfaces)
      }
      candidates.append(candidate)
    }
    return candidates
  }

  /// How many words on each side decide whether a part of a text is in capitals, and how many of them must be everyday
  /// words in capitals.
  private static let wordsAround = 3
  private static let wordsInCapitals = 2

  /// Whether everyday words around a token are also in capitals, although other words of its sentence are not: "He
  /// said: THIS IS NOT SO."
  private func isAmongCapitals(_ token: Int, in section: ScannedDocument.Section) -> Bool {
    let sentence = section.sentences[section.sentenceIndex(ofToken: token)]
    func count(_ tokens: some Sequence<Int>) -> Int {
      var words = 0
      var inCapitals = 0
      for index in tokens where section.tokens[index].kind == .word {
        words += 1
        let other = section.tokens[index]
        // "I" and "A" have a capital in any text.
        if other.casing == .upper, other.end - other.start > 1, commonWords.contains(other.hash) { inCapitals += 1 }
        if words == Self.wordsAround { break }
      }
      return inCapitals
    }
    let before = count((sentence.start..<token).reversed())
    return before + count(token + 1..<sentence.end) >= Self.wordsInCapitals
  }

  /// Whether a token is written with periods, such as "U.S.". Everyday words are not.
  private func hasPeriods(_ token: Token, in section: ScannedDocument.Section) -> Bool {
    section.bytes[Int(token.start)..<Int(token.end)].contains(UInt8(ascii: "."))
  }

  /// The result of comparing the capitals of the text with those of a surface.
  private enum Verdict {
    case right
    case wrong(Rejection.CaseFault)
    /// An everyday word. Such matches are too frequent to record each rejection.
    case otherWord
  }

  private func judgeCapitals(
    _ surface: Surface, _ match: PhraseAutomaton.Match, _ section: ScannedDocument.Section, _ casings: [SentenceCasing]
  ) -> Verdict {
    if surface.casePolicy == .any { return .right }
    var word = 0
    var hasMoreCapitals = false
    for index in match.start..<match.end {
      let token = section.tokens[index]
      guard token.isMatchedAsWord, word < Int(surface.words) else { continue }
      let wanted = dictionary.capitals[Int(surface.capitals) + word]
      word += 1
      // "&" has no letter case.
      if token.kind == .punctuation { continue }
      let found = token.capitals(in: section.bytes)
      if found == wanted { continue }
      if found & wanted != wanted {
        // "Heathrow airport": the last word says what the name is.
        if word == Int(surface.words), word > 1, token.casing == .lower, endings.contains(token.hash) { continue }
        let isPlainWord =
          surface.words == 1
          && (token.casing == .lower || surface.casePolicy == .exact && commonWords.contains(token.hash))
        return isPlainWord ? .otherWord : .wrong(.missing)
      }
      hasMoreCapitals = true
    }
    let length = Int(section.tokens[match.end - 1].end - section.tokens[match.start].start)
    if hasMoreCapitals {
      if surface.casePolicy == .exact { return .wrong(.more) }
      if length <= 3 { return .wrong(.tooShort) }
    }
    // In text in capitals, "WHO", "IT" and "AID" may be words instead of names.
    if surface.words == 1, length <= 5, section.tokens[match.start].casing == .upper,
      commonWords.contains(section.tokens[match.start].hash),
      casings[section.sentenceIndex(ofToken: match.start)] == .capitals
        || !hasMoreCapitals && isAmongCapitals(match.start, in: section),
      !hasPeriods(section.tokens[match.start], in: section)
    {
      return .wrong(.commonWord)
    }
    return .right
  }
}

extension NameSteps {
  /// Finds every surface of the dictionary in every section.
  mutating func matchSurfaces() {
    let published = scanned.document.published?.day
    let matching = DictionaryMatching(
      dictionary: rules.dictionary, commonWords: rules.commonWords, endings: rules.references.lowerEndings)
    for (number, section) in scanned.sections.enumerated() {
      candidates.append(
        matching.candidates(phrases[number].names, in: section, casings: casings[number], published: published))
    }
  }
}
