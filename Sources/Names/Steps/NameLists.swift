import NewsModel
import ScannedText
import TextScanning

/// Finds unknown organisations in lists of known ones: in "BBC, Reuters and Harbour Radio", Harbour Radio is an
/// organisation too.
struct NameLists {
  let commonWords: CommonWords
  let rules: ReferenceRules
  /// Names that were found in another way win over these, and these win over definite nouns.
  private static let priority = -10
  private static let ofOrAt = WordSet(["of", "at", "from"].map { FoldedHash.of($0.utf8) })
  private static let hyphenOrSlash = WordSet([UInt8(ascii: "-"), UInt8(ascii: "/")].map(Sign.hash))
  private static let comma = Sign.hash(of: UInt8(ascii: ","))
  /// The most words of a name in a list.
  private static let longest = 4
  /// The most separators between two names: ", and" has two.
  private static let mostJoins = 2

  /// Adds the unknown organisations of a section. Its overlaps must have been resolved before.
  func add(to candidates: inout [Candidate], in section: ScannedDocument.Section, casings: [SentenceCasing]) {
    guard candidates.contains(where: { $0.isAccepted && $0.type == .organisation && isProper($0) }) else { return }
    let capitals = NameCapitals(section: section)
    var isTaken = [Bool](repeating: false, count: section.tokens.count)
    for index in candidates.indices where candidates[index].isAccepted {
      for token in candidates[index].start..<candidates[index].end { isTaken[token] = true }
    }
    lazy var unlisted = NamesWithoutContext(candidates, section)
    var found: [Candidate] = []
    for index in candidates.indices {
      guard candidates[index].isAccepted, candidates[index].type == .organisation, isProper(candidates[index]) else {
        continue
      }
      let range = candidates[index].range
      guard section.joinsNames(range.upperBound) || section.joinsNames(range.lowerBound - 1) else { continue }
      let sentenceIndex = section.sentenceIndex(ofToken: range.lowerBound)
      let sentence = section.sentences[sentenceIndex]
      guard casings[sentenceIndex] == .sentence else { continue }
      for direction in [1, -1] {
        var edge = direction > 0 ? range.upperBound : range.lowerBound - 1
        let outside = direction > 0 ? range.lowerBound - 1 : range.upperBound
        while let name = unknownName(from: edge, direction, sentence, section, capitals, isTaken) {
          // A name between two commas is in a list only if the list continues. It does not in "The Authority, Jaap
          // Westmark, said".
          let continues =
            listContinues(outside, -direction, sentence, section)
            || listContinues(direction > 0 ? name.upperBound : name.lowerBound - 1, direction, sentence, section)
          guard continues || isNotOnlyComma(edge, section) else { break }
          for token in name { isTaken[token] = true }
          if let meaning = meaning(of: name, section, unlisted, isInLongList: continues) {
            found.append(Candidate(name, meaning, .reference(.list), priority: Self.priority))
          }
          edge = direction > 0 ? name.upperBound : name.lowerBound - 1
        }
      }
    }
    candidates += found
  }

  /// Whether a token is a hyphen or slash without spaces around it.
  private func isTightJoin(_ token: Int, _ section: ScannedDocument.Section) -> Bool {
    let tokens = section.tokens
    guard Self.hyphenOrSlash.contains(tokens[token].hash), token > 0, token + 1 < tokens.count else { return false }
    return tokens[token - 1].end == tokens[token].start && tokens[token].end == tokens[token + 1].start
  }

  /// The organisations of the dictionary whose context the text lacks, by the token at which they begin, and the places and
  /// facilities that are no organisations.
  private struct NamesWithoutContext {
    private var byStart: [Int: [Candidate]] = [:]
    private var places: Set<Range<Int>> = []

    /// Acronyms are left out: each has too many owners.
    init(_ candidates: [Candidate], _ section: ScannedDocument.Section) {
      for candidate in candidates {
        if candidate.type == .place || candidate.type == .facility { places.insert(candidate.range) }
        guard candidate.type == .organisation, case .missing? = candidate.rejection?.reason,
          section.tokens[candidate.start].casing != .upper
        else {
          continue
        }
        byStart[candidate.start, default: []].append(candidate)
      }
    }

    func namesPlace(_ name: Range<Int>) -> Bool { places.contains(name) }

    /// The meaning of the only organisation with these words.
    func meaning(of name: Range<Int>) -> Meaning? {
      let all = byStart[name.lowerBound]?.filter { $0.end == name.upperBound } ?? []
      return all.dropFirst().allSatisfy { $0.entity == all[0].entity } ? all.first?.meaning : nil
    }
  }

  /// What a name in a list means. The list is the context of a listed organisation. Everyday words and names of persons
  /// are no organisation: "Merrill Lynch, Garcia and Smith", "GitHub and Safety". Several everyday words are one in a list of at
  /// least three names: "Zorblax, Shadow Lounge and Fairlawn Club".
  private func meaning(
    of name: Range<Int>, _ section: ScannedDocument.Section, _ unlisted: NamesWithoutContext, isInLongList: Bool
  ) -> Meaning? {
    if let meaning = unlisted.meaning(of: name) { return meaning }
    if unlisted.namesPlace(name) { return nil }
    func isPlain(_ token: Int) -> Bool { commonWords.isPlainWord(section.tokens[token].hash) }
    let last = section.tokens[name.upperBound - 1]
    let isKind = rules.isPlainHead(last) || section.bytes[Int(last.end) - 1] == UInt8(ascii: "s")
    let isPhrase = isInLongList && name.count > 1 && name.allSatisfy(isPlain) && !isKind
    let isOrdinary = name.allSatisfy { token in
      let word = section.tokens[token]
      return commonWords.isPlainWord(word.hash) || rules.surnames.contains(word.hash)
        || rules.plainWords.contains(word.hash) || rules.noAcronyms.contains(word.hash) || !word.isWord
    }
    return isOrdinary && !isPhrase ? nil : Meaning(type: .organisation, name: section.name(name, of: .organisation))
  }

  /// Whether a token is a separator and one more name follows it in the given direction.
  private func listContinues(
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

  /// Whether the separator at a token is "and", "or" or a slash, alone or beside a comma.
  private func isNotOnlyComma(_ edge: Int, _ section: ScannedDocument.Section) -> Bool {
    [edge - 1, edge, edge + 1].contains { section.joinsNames($0) && section.tokens[$0].hash != Self.comma }
  }

  /// Whether a candidate is a name in its own right, unlike "Iraqi forces".
  private func isProper(_ candidate: Candidate) -> Bool {
    switch candidate.origin {
    case .surface: true
    case .pattern: candidate.isStrong
    case .reference, .unit: true
    }
  }

  /// The unknown name on the other side of a comma, a slash or an "and"; nil if there is none.
  private func unknownName(
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
    // "X-Box", "BBB-minus", "Westmark/Fairlawn indices": parts of longer names.
    if isTightJoin(token, section) || isTightJoin(edge, section) { return nil }
    // The name must end where the list continues or where the clause ends. Otherwise it is part of a longer phrase.
    let outside = section.tokens[token]
    let ends =
      outside.kind == .punctuation || outside.kind == .possessive || section.joinsNames(token)
      || outside.casing == .lower
    guard ends, !isTaken[token] || direction > 0 else { return nil }
    // "Jaap Garcia of Zorblax": a person.
    if direction > 0, range.count == 2, Self.ofOrAt.contains(outside.hash) { return nil }
    // A day is not a name: "On Monday, Reuters".
    if range.allSatisfy({ commonWords.classes(of: section.tokens[$0].hash).contains(.day) }) { return nil }
    // Two letters are a state or an abbreviation: "CO, NE and TX".
    if range.count == 1, section.tokens[range.lowerBound].end - section.tokens[range.lowerBound].start < 3 {
      return nil
    }
    // Everyday words that end with a title are a role: "Principal Officer".
    if rules.titles.contains(section.tokens[range.upperBound - 1].hash),
      range.allSatisfy({ commonWords.isPlainWord(section.tokens[$0].hash) })
    {
      return nil
    }
    // A title alone is not a name: "Jaap Westmark, Commander, Zorblax Fleet".
    if range.count == 1, rules.titles.contains(section.tokens[range.lowerBound].hash) { return nil }
    // A legal form alone is not a name: "Allen and Co".
    if range.allSatisfy({ rules.companyFormsAndLinks.contains(section.tokens[$0].hash) }) { return nil }
    return range
  }
}

extension NameSteps {
  mutating func findListedNames() {
    let lists = NameLists(commonWords: rules.commonWords, rules: rules.references)
    for section in Self.titleAndMainText {
      lists.add(to: &candidates[section], in: scanned.sections[section], casings: casings[section])
    }
  }
}
