import NewsModel
import ScannedText
import TextScanning

/// "BBC, Reuters and Harbour Radio": an unknown name in a list beside an organisation is one too.
struct NameLists {
  let commonWords: CommonWords
  let rules: ReferenceRules
  private static let comma = Sign.hash(of: UInt8(ascii: ","))
  /// Words that a name in a list may have.
  private static let longest = 4
  /// ", and".
  private static let mostJoins = 2

  /// Adds candidates; those of the section must be resolved already.
  func add(to candidates: inout [Candidate], in section: ScannedDocument.Section, casings: [SentenceCasing]) {
    guard candidates.contains(where: { $0.stands && $0.type == .organisation && isProper($0) }) else { return }
    let capitals = NameCapitals(section: section)
    var isTaken = [Bool](repeating: false, count: section.tokens.count)
    for index in candidates.indices where candidates[index].stands {
      for token in candidates[index].start..<candidates[index].end { isTaken[token] = true }
    }
    var found: [Candidate] = []
    for index in candidates.indices {
      guard candidates[index].stands, candidates[index].type == .organisation, isProper(candidates[index]) else {
        continue
      }
      let range = candidates[index].range
      guard section.joinsNames(range.upperBound) || section.joinsNames(range.lowerBound - 1) else { continue }
      let sentenceIndex = section.sentenceIndex(ofToken: range.lowerBound)
      let sentence = section.sentences[sentenceIndex]
      guard casings[sentenceIndex] == .sentence else { continue }
      for direction in [1, -1] {
        var edge = direction > 0 ? range.upperBound : range.lowerBound - 1
        let beyond = direction > 0 ? range.lowerBound - 1 : range.upperBound
        while let name = next(from: edge, direction, sentence, section, capitals, isTaken) {
          // "The Authority, Jaap Westmark, said": between commas alone stands a list only where it goes on.
          let isList =
            isWord(edge, section) || goesOn(beyond, -direction, sentence, section)
            || goesOn(direction > 0 ? name.upperBound : name.lowerBound - 1, direction, sentence, section)
          guard isList else { break }
          for token in name { isTaken[token] = true }
          found.append(
            Candidate(
              start: name.lowerBound, end: name.upperBound, type: .organisation,
              name: section.name(name, of: .organisation), source: .reference(.list), priority: -10, order: .max))
          edge = direction > 0 ? name.upperBound : name.lowerBound - 1
        }
      }
    }
    candidates += found
  }

  /// Whether a list's sign at a token is followed by one more name.
  private func goesOn(
    _ token: Int, _ direction: Int, _ sentence: TokenStream.Sentence, _ section: ScannedDocument.Section
  ) -> Bool {
    guard section.joinsNames(token) else { return false }
    var token = token
    var joins = 0
    while joins < Self.mostJoins, sentence.start <= token, token < sentence.end, section.joinsNames(token) {
      token += direction
      joins += 1
    }
    return sentence.start <= token && token < sentence.end && section.tokens[token].startsWithCapital
  }

  /// "and", "or", alone or behind a comma; a slash.
  private func isWord(_ edge: Int, _ section: ScannedDocument.Section) -> Bool {
    [edge - 1, edge, edge + 1].contains { section.joinsNames($0) && section.tokens[$0].hash != Self.comma }
  }

  /// A name in its own right, not "Iraqi forces".
  private func isProper(_ candidate: Candidate) -> Bool {
    switch candidate.source {
    case .surface: true
    case .pattern: candidate.isStrong
    case .reference, .unit: true
    }
  }

  /// The unknown name beyond a comma, a slash or an "and".
  private func next(
    from edge: Int, _ direction: Int, _ sentence: TokenStream.Sentence, _ section: ScannedDocument.Section,
    _ capitals: NameCapitals, _ isTaken: [Bool]
  ) -> Range<Int>? {
    var token = edge
    var joins = 0
    while sentence.start <= token, token < sentence.end, joins < Self.mostJoins, section.joinsNames(token) {
      token += direction
      joins += 1
    }
    guard joins > 0 else { return nil }
    let first = token
    while sentence.start <= token, token < sentence.end, abs(token - first) < Self.longest, !isTaken[token],
      !section.joinsNames(token),
      capitals.isName(token, commonWords.classes(of: section.tokens[token].hash), in: sentence, .sentence)
    { token += direction }
    guard token != first, sentence.start <= token, token < sentence.end else { return nil }
    let range = direction > 0 ? first..<token : (token + 1)..<(first + 1)
    // The name must end where the list goes on or the clause ends, not run into a longer phrase.
    let beyond = section.tokens[token]
    let ends =
      beyond.kind == .punctuation || beyond.kind == .possessive || section.joinsNames(token)
      || beyond.casing == .lower
    guard ends, !isTaken[token] || direction > 0 else { return nil }
    // "On Monday, Reuters": a day is no one's name.
    if range.allSatisfy({ commonWords.classes(of: section.tokens[$0].hash).contains(.day) }) { return nil }
    // "Jaap Westmark, Commander, Zorblax Fleet".
    if range.count == 1, rules.titles.contains(section.tokens[range.lowerBound].hash) { return nil }
    // "Allen and Co": a legal form alone is no name.
    if range.allSatisfy({ rules.companyFormsAndLinks.contains(section.tokens[$0].hash) }) { return nil }
    return range
  }
}

extension NameSteps {
  mutating func findListedNames() {
    let lists = NameLists(commonWords: rules.commonWords, rules: rules.references)
    for section in Self.mainSections {
      lists.add(to: &candidates[section], in: scanned.sections[section], casings: casings[section])
    }
  }
}
