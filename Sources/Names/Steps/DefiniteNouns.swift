import NewsModel
import ScannedText
import TextScanning

/// Finds definite nouns that refer to an earlier name: after "International Atomic Energy Agency", "the agency" is a
/// mention of it.
///
/// A noun refers to the last mention of a kind that `patterns/definite-nouns.tsv` gives for it. The mention must be in
/// the same paragraph or in one of the two before.
struct DefiniteNouns {
  let dictionary: NameDictionary
  let patterns: PatternSet
  let rules: ReferenceRules
  /// The most earlier mentions that are considered. A line of some megabytes is one paragraph, and no reader goes back
  /// further.
  private static let mostPassed = 256
  /// Any other candidate at the same place wins.
  private static let priority = -20
  private static let the = FoldedHash.of(word: "the")

  /// Adds a candidate for each definite noun of a section. The overlaps of the section must have been resolved before.
  func add(to candidates: inout [Candidate], in section: ScannedDocument.Section) {
    if rules.kinds.isEmpty { return }
    let accepted = candidates.indices.filter { candidates[$0].isAccepted }
      .sorted { candidates[$0].start < candidates[$1].start }
    if accepted.isEmpty { return }
    var earlierCount = 0
    var found: [Candidate] = []
    var names: [Int32: [UInt64]] = [:]
    for (index, sentence) in section.sentences.enumerated() {
      var token = sentence.start
      while token + 1 < sentence.end {
        defer { token += 1 }
        guard section.tokens[token].hash == Self.the, let kinds = rules.kinds[section.tokens[token + 1].hash] else {
          continue
        }
        while earlierCount < accepted.count, candidates[accepted[earlierCount]].start < token { earlierCount += 1 }
        // A name begins here, usually a longer one ("the Agency for International Development"). A candidate that a
        // pattern found and that is only the noun does not count.
        if earlierCount < accepted.count, candidates[accepted[earlierCount]].start <= token + 1,
          !isNoun(candidates[accepted[earlierCount]], at: token + 1)
        {
          continue
        }
        if token + 2 < sentence.end, section.tokens[token + 2].startsWithCapital,
          section.tokens[token + 1].startsWithCapital
        {
          continue
        }
        let reach = accepted[max(0, earlierCount - Self.mostPassed)..<earlierCount].reversed().prefix {
          section.paragraph(ofToken: candidates[$0].start) + 2 >= section.sentences[index].paragraph
        }
        let possible = reach.filter { kinds.contains(kind(of: candidates[$0])) }.map { candidates[$0] }
        guard let referent = referent(possible, by: section.tokens[token + 1], in: section, &names) else { continue }
        found.append(
          Candidate(token..<token + 2, referent.meaning, .reference(.definiteNoun), priority: Self.priority))
      }
    }
    candidates += found
  }

  /// Whether the candidate is only the noun, which a pattern took for a name.
  private func isNoun(_ candidate: Candidate, at token: Int) -> Bool {
    guard case .pattern = candidate.origin else { return false }
    return candidate.start == token && candidate.end == token + 1
  }

  /// The mention that a noun refers to: the last one whose name contains the noun ("the agency": International Atomic
  /// Energy Agency) or, if there is none, the last one of all. Returns nil if the sentence of that mention names
  /// another possible one, because after two plants "the plant" may be either.
  private func referent(
    _ possible: [Candidate], by noun: Token, in section: ScannedDocument.Section, _ names: inout [Int32: [UInt64]]
  ) -> Candidate? {
    let withNoun = possible.filter { nameContains(noun, $0, section, &names) }
    let all = withNoun.isEmpty ? possible : withNoun
    guard let last = all.first else { return nil }
    let sentence = section.sentenceIndex(ofToken: last.start)
    let isDoubtful = all.dropFirst().prefix { section.sentenceIndex(ofToken: $0.start) == sentence }
      .contains { !$0.meaning.isSame(as: last.meaning) }
    return isDoubtful ? nil : last
  }

  /// Whether the name of a candidate contains a noun.
  ///
  /// - Parameter names: The words of the entity names that have been looked up, by entity.
  private func nameContains(
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
    for section in Self.titleAndMainText {
      let before = candidates[section].count
      nouns.add(to: &candidates[section], in: scanned.sections[section])
      if candidates[section].count > before { resolveOverlaps(in: section..<section + 1, .findDefiniteNouns) }
    }
  }
}
