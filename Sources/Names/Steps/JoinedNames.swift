import NewsModel
import ScannedText
import TextScanning

/// Separates two names of organisations that a pattern found as one name: "Fairlawn High School and Westmark Model
/// School", "Zorblax Ltd and Fairlawn Steel Ltd", "Office for Mines and Bureau of Rivers".
struct JoinedNames {
  let section: ScannedDocument.Section
  let rules: ReferenceRules
  private static let and = FoldedHash.of(word: "and")
  private static let the = FoldedHash.of(word: "the")
  private static let ofOrFor = WordSet(["of", "for"].map { FoldedHash.of($0.utf8) })
  /// Words after "and" that continue a company's name: "Jaap Westmark Ltd and Sons Ltd" is one name.
  private static let partners = WordSet(["sons", "son", "daughters", "brothers"].map { FoldedHash.of($0.utf8) })

  /// Cuts each joined name after its first part and adds the second part as a name. The second part is not added if the
  /// pattern found only its first word. The first part is rejected if an organisation of the dictionary ends with it,
  /// which is a mention already, or if it is only the end of another name.
  ///
  /// - Parameter known: The accepted mentions of the dictionary, in order of start.
  func separate(_ found: inout [Candidate], known: [Candidate]) {
    for index in found.indices where found[index].isAccepted && found[index].type == .organisation {
      let name = found[index]
      guard let join = name.range.first(where: { isAnd($0) && isBetweenNames($0, in: name, known) })
      else {
        continue
      }
      var start = join + 1
      while start + 1 < name.end, section.tokens[start].casing == .lower { start += 1 }
      if start + 1 < name.end {
        var second = name
        section.cut(&second, to: start..<name.end, known: known)
        found.append(second)
      }
      let end = end(before: join, in: name)
      if let listed = dictionaryOrganisation(endingAt: end, in: name, known) ?? endOfOtherName(before: join, in: name) {
        found[index].reject(.priority(section.span(listed)), by: .separateJoinedNames)
        continue
      }
      section.cut(&found[index], to: name.start..<end, known: known)
    }
  }

  /// Whether a token is the word "and". A "&" is part of one name.
  private func isAnd(_ token: Int) -> Bool { section.tokens[token].hash == Self.and && section.tokens[token].isWord }

  /// The end of the name before an "and", without a comma between them.
  private func end(before and: Int, in name: Candidate) -> Int {
    and > name.start + 1 && section.tokens[and - 1].kind == .punctuation ? and - 1 : and
  }

  private func isAcronym(_ token: Token) -> Bool { token.casing == .upper && token.end - token.start > 2 }

  /// Whether an organisation of the dictionary covers exactly these words.
  private func isListed(_ words: Range<Int>, _ known: [Candidate]) -> Bool {
    known[known.partitioningIndex { $0.start >= words.lowerBound }...].prefix { $0.start == words.lowerBound }
      .contains { $0.type == .organisation && $0.end == words.upperBound }
  }

  /// Whether a country covers exactly these words.
  private func isCountry(_ words: Range<Int>, _ known: [Candidate]) -> Bool {
    known[known.partitioningIndex { $0.start >= words.lowerBound }...].prefix { $0.start == words.lowerBound }
      .contains { $0.type == .country && $0.end == words.upperBound }
  }

  /// The organisation of the dictionary that ends right before a token and begins inside a name; nil if there is none.
  private func dictionaryOrganisation(endingAt end: Int, in name: Candidate, _ known: [Candidate]) -> Range<Int>? {
    let next = known.partitioningIndex { $0.start >= end }
    return known[..<next].reversed().prefix { end - $0.start < PhraseAutomaton.longestPhrase && $0.start >= name.start }
      .first { $0.type == .organisation && $0.end == end }?.range
  }

  /// The only word before an "and" if it is the end of another name, which begins before the found one: "Zorblax County
  /// Sheriff's Department and Fairlawn Police Department", "Zorblax Inc and Fairlawn Steel Ltd". Returns nil if it is
  /// not.
  private func endOfOtherName(before and: Int, in name: Candidate) -> Range<Int>? {
    guard and == name.start + 1, name.start > 0 else { return nil }
    let word = section.tokens[name.start].hash
    let isEnd =
      rules.companyForms.contains(word)
      || section.tokens[name.start - 1].kind == .possessive && rules.descriptions.contains(word)
    return isEnd ? name.start..<and : nil
  }

  /// Whether an "and" inside a name joins two names.
  private func isBetweenNames(_ and: Int, in name: Candidate, _ known: [Candidate]) -> Bool {
    guard and > name.start, and + 2 < section.tokens.count, and + 1 < name.end else { return false }
    let end = end(before: and, in: name)
    let before = section.tokens[end - 1]
    let last = section.tokens[name.end - 1]
    let next = section.tokens[and + 1]
    if rules.companyForms.contains(next.hash) || Self.partners.contains(next.hash) { return false }
    let second = and + 1..<name.end
    if endOfOtherName(before: and, in: name) != nil { return true }
    // "... of Rivers and the ZRSP".
    if next.casing == .lower, next.hash == Self.the, second.count == 2, isAcronym(last) { return true }
    // The dictionary has both names ("Georgia Power and Southern Company", "the IMF and World Bank"), or it has the
    // second name and this has several words. "Air Products and Chemicals Inc" is one name.
    if isListed(second, known) {
      // A single letter is the end of a legal form and not of a name: "A/S and Zorblax Bank".
      return second.count > 1 && before.end - before.start > 1
        || dictionaryOrganisation(endingAt: end, in: name, known) != nil
    }
    // An acronym and another name.
    if end == name.start + 1, isAcronym(before), section.tokens[and].casing == .lower, second.count > 1 { return true }
    if dictionaryOrganisation(endingAt: end, in: name, known) != nil, second.count > 2,
      rules.institutions.contains(last.hash) || rules.companyForms.contains(last.hash)
    {
      return true
    }
    // "Bank of Westmark and U.S. regulators": only a country is left of the second name.
    if isCountry(second, known), dictionaryOrganisation(endingAt: end, in: name, known) != nil { return true }
    guard and > name.start + 1 else { return false }
    // Both names contain "of" or "for": "... of Rivers and Bureau of Mines".
    if rules.descriptions.contains(next.hash), Self.ofOrFor.contains(section.tokens[and + 2].hash) {
      return (name.start..<and).contains { Self.ofOrFor.contains(section.tokens[$0].hash) }
    }
    guard and + 2 < name.end else { return false }
    // Both names end with the same kind of body.
    if rules.descriptions.contains(before.hash), before.hash == last.hash { return true }
    // An institution "of" something and a company: "Bank of Westmark and Fairlawn Finance Co".
    if second.count > 2, rules.companyForms.contains(last.hash),
      (name.start..<end).contains(where: { Self.ofOrFor.contains(section.tokens[$0].hash) }),
      (name.start..<end).contains(where: { rules.institutions.contains(section.tokens[$0].hash) })
    {
      return true
    }
    // A company's legal form and another company.
    guard rules.companyForms.contains(before.hash) else { return false }
    return rules.companyForms.contains(last.hash) || rules.descriptions.contains(last.hash)
  }
}

extension NameSteps {
  mutating func separateJoinedNames() {
    let references = rules.references
    correctPatternNames { section, found, known in
      JoinedNames(section: section, rules: references).separate(&found, known: known)
    }
  }
}
