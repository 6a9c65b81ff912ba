import NewsModel
import ScannedText
import TextScanning

/// Cuts people off the names of organisations that patterns found too long: "Jaap Westmark of Zorblax Corp", "Jaap
/// Westmark's Zorblax Ltd", "House of Commons Speaker Jaap Westmark".
struct PeopleInNames {
  let section: ScannedDocument.Section
  let rules: ReferenceRules
  private static let ofOrAt = WordSet(["of", "at", "from"].map { FoldedHash.of($0.utf8) })
  /// Words that connect a name with a person who is part of it: "Bill and Melinda Gates Foundation".
  private static let links = WordSet(
    ["of", "for", "and", "the", "de", "del", "di", "du", "von", "van", "st", "saint"].map { FoldedHash.of($0.utf8) })
  private static let and = FoldedHash.of(word: "and")
  /// A title that is more often part of a name: "General Acquisition".
  private static let general = FoldedHash.of(word: "general")

  /// Cuts people off the organisations among the names of a section.
  ///
  /// - Parameters:
  ///   - found: The names that patterns found in a section, including those of people.
  ///   - known: The accepted mentions of the dictionary, in order of start.
  func cut(_ found: inout [Candidate], known: [Candidate]) {
    let people = found.filter { $0.isAccepted && isPerson($0, known) }.sorted { $0.start < $1.start }
    if people.isEmpty { return }
    for index in found.indices where found[index].isAccepted && found[index].type == .organisation {
      let whole = found[index].range
      // People that begin before the name may reach into it.
      let first = people.partitioningIndex { $0.start >= whole.lowerBound }
      for person in people[first...].prefix(while: { $0.start < whole.upperBound }) {
        let rest =
          partAfter(person, in: found[index]) ?? partAfterAnd(person, in: found[index])
          ?? partBefore(person, in: found[index])
        if let rest {
          replaceName(with: rest, of: &found[index], insteadOf: person, known)
          break
        }
      }
    }
  }

  /// Whether a candidate is really a person. Patterns also take "Rico Senate" and "General Partners" for people.
  private func isPerson(_ candidate: Candidate, _ known: [Candidate]) -> Bool {
    guard candidate.type == .person else { return false }
    let isNoName = candidate.range.contains { token in
      rules.titles.contains(section.tokens[token].hash) || isDescription(section.tokens[token])
    }
    if isNoName { return false }
    if candidate.length == 1, candidate.start > 0, section.tokens[candidate.start - 1].hash == Self.general {
      return false
    }
    let next = known.partitioningIndex { $0.start >= candidate.end }
    return !known[..<next].reversed().prefix { candidate.start - $0.start < PhraseAutomaton.longestPhrase }
      .contains { $0.end > candidate.start }
  }

  /// The part of a name after the person, with or without a title, with whom it begins. Returns nil if it does not
  /// begin so.
  private func partAfter(_ person: Candidate, in name: Candidate) -> Range<Int>? {
    guard (name.start..<person.start).allSatisfy({ isTitle($0) }), person.end + 1 < name.end else { return nil }
    let next = section.tokens[person.end]
    guard Self.ofOrAt.contains(next.hash) || next.kind == .possessive else { return nil }
    var start = person.end + 1
    while start < name.end, section.tokens[start].casing == .lower { start += 1 }
    return name.end - start > 1 ? start..<name.end : nil
  }

  /// The part of a name after an "and" that follows a person with a title: "Finance Minister Jaap Westmark and Zorblax
  /// Bank". Without a title, as in "Jaap Westmark and Zorblax Ltd", the name may be a single one, and the result is
  /// nil.
  private func partAfterAnd(_ person: Candidate, in name: Candidate) -> Range<Int>? {
    let start = person.end + 1
    guard person.start > name.start, start + 1 < name.end, section.tokens[person.end].hash == Self.and,
      isDescription(section.tokens[name.end - 1]), !isDescription(section.tokens[start])
    else { return nil }
    return start..<name.end
  }

  /// The part of a name before a person and the person's title, if the person ends the name, reaches past its end or
  /// precedes an "and". Returns nil otherwise.
  private func partBefore(_ person: Candidate, in name: Candidate) -> Range<Int>? {
    guard person.start > name.start, section.tokens[name.start].casing != .initial else { return nil }
    let isLast = person.end >= name.end || section.tokens[person.end].hash == Self.and
    guard isLast, !Self.links.contains(section.tokens[person.start - 1].hash) else { return nil }
    var end = person.start
    while end > name.start, isTitle(end - 1) || section.tokens[end - 1].casing == .lower { end -= 1 }
    // "The government of President Jaap Westmark" stays whole, because it has no other part.
    return end == name.start && section.tokens[end].casing == .lower ? nil : name.start..<end
  }

  private func isDescription(_ token: Token) -> Bool {
    rules.descriptions.contains(token.hash) || rules.companyForms.contains(token.hash)
  }

  private func isTitle(_ token: Int) -> Bool {
    rules.titles.contains(section.tokens[token].hash) || section.tokens[token].flags.contains(.skipped)
  }

  private func replaceName(
    with rest: Range<Int>, of name: inout Candidate, insteadOf person: Candidate, _ known: [Candidate]
  ) {
    // A single word that remains is a description: "Director Jaap Westmark".
    guard rest.count > 1 else {
      name.reject(.priority(section.span(person.range)), by: .cutPeopleFromNames)
      return
    }
    section.cut(&name, to: rest, known: known)
  }
}

extension NameSteps {
  mutating func cutPeopleFromNames() {
    let references = rules.references
    correctPatternNames { section, found, known in
      PeopleInNames(section: section, rules: references).cut(&found, known: known)
    }
  }
}
