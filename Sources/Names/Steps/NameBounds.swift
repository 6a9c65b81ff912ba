import NewsModel
import ScannedText
import TextScanning

/// Rejects or shortens pattern names that begin or end in the wrong place according to the dictionary: "Lynch and
/// Zorblax Corp" begins inside the name Merrill Lynch, and "Jaap Westmark's Democratic Party" is the listed Democratic
/// Party.
struct NameBounds {
  let section: ScannedDocument.Section
  let commonWords: CommonWords
  let rules: ReferenceRules
  let bodies: NationalBodies
  let casings: [SentenceCasing]
  /// The least words of a name after the possessive of a kind of body.
  private static let leastWordsOfOwn = 3
  private static let of = WordSet(["of", "at", "from"].map { FoldedHash.of($0.utf8) })
  private static let the = FoldedHash.of(word: "the")

  /// Checks the organisations that patterns found.
  ///
  /// - Parameter known: The accepted mentions of the dictionary, in order of start.
  func check(_ found: inout [Candidate], known: [Candidate]) {
    for index in found.indices where found[index].isAccepted && found[index].type == .organisation {
      let listed =
        nameOverStart(found[index].start, known) ?? nameOverEnd(found[index], known)
        ?? nameAfterFirstWord(found[index], known) ?? nameAfterPossessive(found[index], known)
        ?? nameAfterOf(found[index], known)
      if isDescription(found[index]) || isRoom(found[index], known) {
        found[index].reject(.wrongCase(.commonWord), by: .checkBounds)
      } else if let name = listed {
        found[index].reject(.priority(section.span(name.range)), by: .checkBounds)
      } else if let own = partAfterPossessor(found[index], known) {
        // One word after a possessive is a noun: "the Treasury's Financial Statement".
        if own.count == 1 { found[index].reject(.wrongCase(.commonWord), by: .checkBounds) }
        section.cut(&found[index], to: own, known: known)
      } else if let body = bodyAfterOtherWords(found[index], known) {
        section.cut(&found[index], to: body, known: known)
      }
    }
  }

  /// Whether a name consists of everyday words in capitals, which headings and forms have: "SHUTTER ASSEMBLY", "PERSON
  /// ORGANIZATION". Function words mark a name: "DEPARTMENT OF HEALTH".
  private func isDescription(_ candidate: Candidate) -> Bool {
    candidate.length > 1
      && section.tokens[candidate.range].allSatisfy { $0.casing == .upper && commonWords.isPlainWord($0.hash) }
  }

  /// Whether a name is that of a room or team in a listed plant: "Westmark Nuclear Plant Support Center".
  private func isRoom(_ candidate: Candidate, _ known: [Candidate]) -> Bool {
    guard rules.isPlainHead(section.tokens[candidate.end - 1]) else { return false }
    if candidate.length > 2, rules.roomFunctions.contains(section.tokens[candidate.end - 2].hash),
      rules.roomKinds.contains(section.tokens[candidate.end - 3].hash)
    {
      return true
    }
    return known[known.partitioningIndex { $0.start >= candidate.start }...].prefix { $0.start == candidate.start }
      .contains { plant in
        plant.type == .facility && plant.end < candidate.end
          && section.tokens[plant.end..<candidate.end].allSatisfy { commonWords.isPlainWord($0.hash) }
      }
  }

  /// The part of a name after the possessive of a listed name or of a company with its legal form: "NASA's Zorblax
  /// Laboratory" and "Zorblax Corp's Steel Division" consist of two names, and "Moody's Zorblax Service" is one. Returns
  /// nil if the name has no such part. What belongs to a country keeps the country in its id.
  private func partAfterPossessor(_ candidate: Candidate, _ known: [Candidate]) -> Range<Int>? {
    guard
      let possessive = candidate.range.first(where: { section.tokens[$0].kind == .possessive }),
      possessive > candidate.start, possessive + 1 < candidate.end
    else { return nil }
    let owner = candidate.start..<possessive
    let isListed = known[known.partitioningIndex { $0.start >= owner.lowerBound }...]
      .prefix { $0.start == owner.lowerBound }
      .contains { $0.end == owner.upperBound && isOwner($0) }
    let isCompany = owner.count > 1 && rules.companyForms.contains(section.tokens[possessive - 1].hash)
    // "The Bank's Zorblax Policy Committee"; "the Bank's Board" is a single name.
    let isKind =
      owner.count == 1 && candidate.end - possessive > Self.leastWordsOfOwn
      && rules.institutions.contains(section.tokens[owner.lowerBound].hash)
    return isListed || isCompany || isKind ? possessive + 1..<candidate.end : nil
  }

  /// Whether the possessive of a listed name is not a part of the next one. It may be if the name is one word that is no
  /// acronym: "Moody's".
  private func isOwner(_ name: Candidate) -> Bool {
    name.type == .organisation && (name.length > 1 || section.tokens[name.start].casing == .upper)
  }

  /// A listed organisation that begins before a token and ends after it. It does not count if only its article is
  /// before the token: "Australian League" in "the Australian League" does not begin inside the name The Australian.
  private func nameOverStart(_ token: Int, _ known: [Candidate]) -> Candidate? {
    let next = known.partitioningIndex { $0.start >= token }
    return known[..<next].reversed().prefix { token - $0.start < PhraseAutomaton.longestPhrase }
      .first {
        $0.type == .organisation && $0.end > token
          && !($0.start + 1 == token && section.tokens[$0.start].hash == Self.the)
      }
  }

  /// A listed organisation of several words that begins inside a name and ends after it: "Committee of the National
  /// People" ends in the middle of the National People's Congress.
  private func nameOverEnd(_ candidate: Candidate, _ known: [Candidate]) -> Candidate? {
    known[known.partitioningIndex { $0.start > candidate.start }...].prefix { $0.start < candidate.end }
      .first { $0.type == .organisation && $0.length > 1 && $0.end > candidate.end }
  }

  /// A listed organisation of several words that is the whole name except for an everyday word at the beginning of the
  /// sentence: "Suspected Westmark People's Army".
  private func nameAfterFirstWord(_ candidate: Candidate, _ known: [Candidate]) -> Candidate? {
    let first = section.sentences[section.sentenceIndex(ofToken: candidate.start)].start
    guard candidate.start == first, commonWords.contains(section.tokens[first].hash) else { return nil }
    return known[known.partitioningIndex { $0.start > first }...].prefix { $0.start == first + 1 }
      .first { $0.type == .organisation && $0.length > 1 && $0.end == candidate.end }
  }

  /// A listed organisation of several words that is the whole name except for its article, or except for words with "of" that
  /// are no kind of institution: "The Westmark Times", "Jaap Garcia of Westmark University".
  private func nameAfterOf(_ candidate: Candidate, _ known: [Candidate]) -> Candidate? {
    guard candidate.length > 2 else { return nil }
    let listed = known[known.partitioningIndex { $0.start > candidate.start }...].prefix { $0.start < candidate.end }
      .first { $0.type == .organisation && $0.length > 1 && $0.end == candidate.end }
    guard let listed else { return nil }
    let before = section.tokens[candidate.start..<listed.start]
    if before.count == 1, before.first?.hash == Self.the { return listed }
    guard let last = before.last, Self.of.contains(last.hash) else { return nil }
    return before.contains { rules.institutions.contains($0.hash) || rules.descriptions.contains($0.hash) }
      ? nil : listed
  }

  /// The bare name of a state's body at the end of a name, if the words before it are none of the body's name: a person
  /// ("Jaap Garcia's Senate"), a party ("the Republican Senate") or, in a headline and at the beginning of a sentence, an
  /// everyday word ("Landmark Supreme Court ruling"). Returns nil otherwise.
  private func bodyAfterOtherWords(_ candidate: Candidate, _ known: [Candidate]) -> Range<Int>? {
    guard let body = bodies.bareName(endingIn: candidate.range, in: section), !bodies.isOfArmedForces(body.text) else {
      return nil
    }
    let before = candidate.start..<body.tokens.lowerBound
    let beginning = known[known.partitioningIndex { $0.start >= candidate.start }...]
      .prefix { $0.start < before.upperBound }
    if beginning.contains(where: { $0.type == .country || $0.type == .place }) { return nil }
    let last = section.tokens[before.upperBound - 1]
    if last.kind == .possessive {
      guard before.count > 1 else { return nil }
      let owner = section.tokens[before.upperBound - 2].hash
      return rules.surnames.contains(owner) || !commonWords.contains(owner) ? body.tokens : nil
    }
    if rules.partyAdjectives.contains(last.hash)
      || beginning.contains(where: { $0.type == .organisation && $0.end == before.upperBound })
    {
      return body.tokens
    }
    if rules.surnames.contains(last.hash), !commonWords.contains(last.hash) { return body.tokens }
    let sentence = section.sentenceIndex(ofToken: candidate.start)
    let isHeading = casings[sentence] != .sentence || candidate.start == section.sentences[sentence].start
    return isHeading && before.count == 1 && commonWords.isPlainWord(last.hash) && !rules.isScope(last)
      ? body.tokens : nil
  }

  /// A listed organisation of several words that follows a possessive and ends where the name ends, unless the name
  /// begins with a country. A listed organisation of one word does not count: the "National People's Congress" is not
  /// the Congress.
  private func nameAfterPossessive(_ candidate: Candidate, _ known: [Candidate]) -> Candidate? {
    let names = known[known.partitioningIndex { $0.start >= candidate.start }...].prefix { $0.start < candidate.end }
    if names.contains(where: { $0.type == .country && $0.start == candidate.start }) { return nil }
    return names.first {
      $0.type == .organisation && $0.length > 1 && $0.end == candidate.end && $0.start > candidate.start
        && section.tokens[$0.start - 1].kind == .possessive
    }
  }
}

extension NameSteps {
  mutating func checkBounds() {
    let rules = rules
    let casings = casings
    correctPatternNames { section, found, known in
      NameBounds(
        section: section, commonWords: rules.commonWords, rules: rules.references, bodies: rules.bodies,
        casings: casings[section.number]
      ).check(&found, known: known)
    }
  }
}
