import NewsModel
import ScannedText
import TextScanning

/// Takes people off the names of organisations that patterns found too long: "Jaap Westmark of Zorblax Corp", "Jaap
/// Westmark's Zorblax Ltd", "House of Commons Speaker Jaap Westmark".
struct PeopleInNames {
  let section: ScannedDocument.Section
  let rules: ReferenceRules
  private static let ofOrAt = WordSet(["of", "at", "from"].map { FoldedHash.of($0.utf8) })
  /// What may stand between a name's own words and a person that is a part of it: "Bill and Melinda Gates Foundation".
  private static let links = WordSet(
    ["of", "for", "and", "the", "de", "del", "di", "du", "von", "van", "st", "saint"].map { FoldedHash.of($0.utf8) })
  private static let and = FoldedHash.of(word: "and")
  /// A title and, more often, a part of a name: "General Acquisition".
  private static let general = FoldedHash.of(word: "general")

  /// - Parameters:
  ///   - found: what the patterns of a section found, people among it.
  ///   - known: dictionary mentions that stand, in order of start.
  func cut(_ found: inout [Candidate], known: [Candidate]) {
    let people = found.filter { $0.isAccepted && isPerson($0, known) }.sorted { $0.start < $1.start }
    if people.isEmpty { return }
    for index in found.indices where found[index].isAccepted && found[index].type == .organisation {
      let whole = found[index].range
      // People that begin before the name may reach into it.
      let first = people.partitioningIndex { $0.start >= whole.lowerBound }
      for person in people[first...].prefix(while: { $0.start < whole.upperBound }) {
        let rest =
          behind(person, in: found[index]) ?? beyond(person, in: found[index]) ?? before(person, in: found[index])
        if let rest {
          take(rest, of: &found[index], insteadOf: person, known)
          break
        }
      }
    }
  }

  /// Patterns take "Rico Senate" and "General Partners" for people.
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

  /// What follows a person, with or without a title, that the name begins with.
  private func behind(_ person: Candidate, in name: Candidate) -> Range<Int>? {
    guard (name.start..<person.start).allSatisfy({ isTitle($0) }), person.end + 1 < name.end else { return nil }
    let next = section.tokens[person.end]
    guard Self.ofOrAt.contains(next.hash) || next.kind == .possessive else { return nil }
    var start = person.end + 1
    while start < name.end, section.tokens[start].casing == .lower { start += 1 }
    return name.end - start > 1 ? start..<name.end : nil
  }

  /// The name behind an "and", where a title stands before: "Finance Minister Jaap Westmark and Zorblax Bank"; "Jaap
  /// Westmark and Zorblax Ltd" may be one.
  private func beyond(_ person: Candidate, in name: Candidate) -> Range<Int>? {
    let start = person.end + 1
    guard person.start > name.start, start + 1 < name.end, section.tokens[person.end].hash == Self.and,
      isDescription(section.tokens[name.end - 1]), !isDescription(section.tokens[start])
    else { return nil }
    return start..<name.end
  }

  /// What stands before a person, and the person's title, that the name ends with or runs into.
  private func before(_ person: Candidate, in name: Candidate) -> Range<Int>? {
    guard person.start > name.start, section.tokens[name.start].casing != .initial else { return nil }
    let isLast = person.end >= name.end || section.tokens[person.end].hash == Self.and
    guard isLast, !Self.links.contains(section.tokens[person.start - 1].hash) else { return nil }
    var end = person.start
    while end > name.start, isTitle(end - 1) || section.tokens[end - 1].casing == .lower { end -= 1 }
    // "The government of President Jaap Westmark" is a name of its kind.
    return end == name.start && section.tokens[end].casing == .lower ? nil : name.start..<end
  }

  private func isDescription(_ token: Token) -> Bool {
    rules.descriptions.contains(token.hash) || rules.companyForms.contains(token.hash)
  }

  private func isTitle(_ token: Int) -> Bool {
    rules.titles.contains(section.tokens[token].hash) || section.tokens[token].flags.contains(.skipped)
  }

  private func take(_ rest: Range<Int>, of name: inout Candidate, insteadOf person: Candidate, _ known: [Candidate]) {
    // One word that is left was a description: "Director Jaap Westmark".
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
