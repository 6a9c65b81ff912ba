import NewsModel
import TextScanning

/// "The agency", "the plant": stand for the last mention of a kind that the noun names, in the same paragraph or one of
/// the two before.
struct DefiniteNouns {
  let dictionary: NameDictionary
  let patterns: PatternSet
  let rules: ReferenceRules
  /// No reader goes back further; a line of some megabytes is one paragraph.
  private static let mostPassed = 256
  private static let the = FoldedHash.of(word: "the")

  /// Adds candidates; those of the section must be resolved already.
  func add(to candidates: inout [Candidate], in section: ScannedDocument.Section) {
    if rules.kinds.isEmpty { return }
    let standing = candidates.indices.filter { candidates[$0].stands }
      .sorted { candidates[$0].start < candidates[$1].start }
    if standing.isEmpty { return }
    var passed = 0
    var found: [Candidate] = []
    for (index, sentence) in section.sentences.enumerated() {
      var token = sentence.start
      while token + 1 < sentence.end {
        defer { token += 1 }
        guard section.tokens[token].hash == Self.the, let kinds = rules.kinds[section.tokens[token + 1].hash] else {
          continue
        }
        while passed < standing.count, candidates[standing[passed]].start < token { passed += 1 }
        // A longer name begins here ("the Agency for International Development").
        if passed < standing.count, candidates[standing[passed]].start <= token + 1 { continue }
        if token + 2 < sentence.end, section.tokens[token + 2].startsWithCapital,
          section.tokens[token + 1].startsWithCapital
        {
          continue
        }
        var back = passed - 1
        while back >= 0, back >= passed - Self.mostPassed,
          section.paragraph(ofToken: candidates[standing[back]].start) + 2 >= section.sentences[index].paragraph
        {
          let candidate = candidates[standing[back]]
          back -= 1
          guard kinds.contains(kind(of: candidate)) else { continue }
          let reference = Candidate(
            start: token, end: token + 2, type: candidate.type, entity: candidate.entity, name: candidate.name,
            source: .reference(.definiteNoun), priority: -20, order: .max, country: candidate.country,
            pattern: candidate.pattern)
          found.append(reference)
          break
        }
      }
    }
    candidates += found
  }

  private func kind(of candidate: Candidate) -> String {
    candidate.entity.map { dictionary.entities[Int($0)].kind }
      ?? candidate.pattern.map { patterns.patterns[Int($0)].kind } ?? ""
  }
}
