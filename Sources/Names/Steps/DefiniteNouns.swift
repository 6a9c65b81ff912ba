import NewsModel
import ScannedText
import TextScanning

/// "The agency", "the plant": stand for the last mention of a kind that the noun names, in the same paragraph or one of
/// the two before.
struct DefiniteNouns {
  let dictionary: NameDictionary
  let patterns: PatternSet
  let rules: ReferenceRules
  /// No reader goes back further; a line of some megabytes is one paragraph.
  private static let mostPassed = 256
  /// Anything else that is found in the same place wins.
  private static let priority = -20
  private static let the = FoldedHash.of(word: "the")

  /// Adds candidates; those of the section must be resolved already.
  func add(to candidates: inout [Candidate], in section: ScannedDocument.Section) {
    if rules.kinds.isEmpty { return }
    let standing = candidates.indices.filter { candidates[$0].isAccepted }
      .sorted { candidates[$0].start < candidates[$1].start }
    if standing.isEmpty { return }
    var passed = 0
    var found: [Candidate] = []
    var names: [Int32: [UInt64]] = [:]
    for (index, sentence) in section.sentences.enumerated() {
      var token = sentence.start
      while token + 1 < sentence.end {
        defer { token += 1 }
        guard section.tokens[token].hash == Self.the, let kinds = rules.kinds[section.tokens[token + 1].hash] else {
          continue
        }
        while passed < standing.count, candidates[standing[passed]].start < token { passed += 1 }
        // A longer name begins here ("the Agency for International Development"); a pattern's "the Agency" is none.
        if passed < standing.count, candidates[standing[passed]].start <= token + 1,
          !isNoun(candidates[standing[passed]], at: token + 1)
        {
          continue
        }
        if token + 2 < sentence.end, section.tokens[token + 2].startsWithCapital,
          section.tokens[token + 1].startsWithCapital
        {
          continue
        }
        let reach = standing[max(0, passed - Self.mostPassed)..<passed].reversed().prefix {
          section.paragraph(ofToken: candidates[$0].start) + 2 >= section.sentences[index].paragraph
        }
        let fitting = reach.filter { kinds.contains(kind(of: candidates[$0])) }.map { candidates[$0] }
        guard let meant = meant(fitting, by: section.tokens[token + 1], in: section, &names) else { continue }
        found.append(
          Candidate(token..<token + 2, meant.meaning, .reference(.definiteNoun), priority: Self.priority))
      }
    }
    candidates += found
  }

  /// Whether a pattern took the noun alone for a name.
  private func isNoun(_ candidate: Candidate, at token: Int) -> Bool {
    guard case .pattern = candidate.origin else { return false }
    return candidate.start == token && candidate.end == token + 1
  }

  /// The last that bears the noun in its name ("the agency": International Atomic Energy Agency), without one the last;
  /// none where its sentence names another such: of two plants "the plant" may be either.
  private func meant(
    _ fitting: [Candidate], by noun: Token, in section: ScannedDocument.Section, _ names: inout [Int32: [UInt64]]
  ) -> Candidate? {
    let bearing = fitting.filter { bears(noun, $0, section, &names) }
    let all = bearing.isEmpty ? fitting : bearing
    guard let last = all.first else { return nil }
    let sentence = section.sentenceIndex(ofToken: last.start)
    let isDoubtful = all.dropFirst().prefix { section.sentenceIndex(ofToken: $0.start) == sentence }
      .contains { !$0.meaning.isSame(as: last.meaning) }
    return isDoubtful ? nil : last
  }

  /// - Parameter names: the words of the entities' names that were asked for.
  private func bears(
    _ noun: Token, _ candidate: Candidate, _ section: ScannedDocument.Section, _ names: inout [Int32: [UInt64]]
  ) -> Bool {
    guard let entity = candidate.entity else {
      return section.tokens[candidate.range].contains { $0.hash == noun.hash }
    }
    let words = names[entity] ?? foldedWords(dictionary.entities[Int(entity)].name)
    names[entity] = words
    return words.contains(noun.hash)
  }

  private func kind(of candidate: Candidate) -> String {
    candidate.entity.map { dictionary.entities[Int($0)].kind }
      ?? candidate.meaning.pattern.map { patterns.patterns[Int($0)].kind } ?? ""
  }
}

extension NameSteps {
  mutating func findDefiniteNouns() {
    let nouns = DefiniteNouns(dictionary: rules.dictionary, patterns: rules.patterns, rules: rules.references)
    for section in Self.mainSections {
      let before = candidates[section].count
      nouns.add(to: &candidates[section], in: scanned.sections[section])
      if candidates[section].count > before { resolveOverlaps(in: section..<section + 1, .findDefiniteNouns) }
    }
  }
}
