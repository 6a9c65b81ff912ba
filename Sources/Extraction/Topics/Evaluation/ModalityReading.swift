extension RuleEvaluation {
  /// How sure the event is, from the cue words in the sentences that hold the evidence: the title's first, then in
  /// order of the text, the first sentence that has a cue. Nil where none has.
  ///
  /// A denial or suspension tells for its whole sentence: "denied that they hope". Else the cue next to the evidence
  /// tells ("the firm, which hopes to grow, signed a contract"), or a less sure one right before it: "hopes to sign".
  func modality(of outcome: TopicSet.Outcome, _ cues: [ModalityCue]) -> Modality? {
    let evidence = outcome.clauses.flatMap(\.spans).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    var done: Int32 = -1
    for first in evidence.map(\.start) where first >= done {
      let sentence = positions.sentence(of: first)
      done = sentence.upperBound
      let found = cues.flatMap { cue in
        spans(cue.node, in: sentence).map { Cue(modality: cue.modality, start: $0.start, end: $0.end) }
      }
      if found.isEmpty { continue }
      if let negation = found.filter(\.isNegation).min(by: { $0.rank < $1.rank }) { return negation.modality }
      let own = evidence.filter { sentence.contains($0.start) }
      let nearest = found.min {
        let (left, right) = (distance(of: $0, from: own), distance(of: $1, from: own))
        return (left.words, left.width, $0.rank, $0.start) < (right.words, right.width, $1.rank, $1.start)
      }
      return nearest.map { governing($0, found).modality }
    }
    return nil
  }

  private struct Cue {
    var modality: Modality
    var start: Int32
    var end: Int32

    /// From the least sure on.
    var rank: Int { RuleEvaluation.leastSureFirst.firstIndex(of: modality) ?? 0 }
    var isNegation: Bool { modality == .denied || modality == .suspended }
  }

  private static let leastSureFirst: [Modality] = [.denied, .suspended, .hoped, .planned, .agreed, .done]

  /// Words between two verbs of one group: "hopes to have signed".
  private static let governingDistance: Int32 = 2

  /// Words between a cue and the nearest evidence of its sentence, 0 inside it, and how many words that evidence spans:
  /// of two around the cue the closer one is meant.
  private func distance(of cue: Cue, from evidence: [Span]) -> (words: Int32, width: Int32) {
    let found = evidence.map {
      (words: max(0, $0.start - cue.end, cue.start - $0.end), width: $0.end - $0.start)
    }
    return found.min { ($0.words, $0.width) < ($1.words, $1.width) } ?? (0, 0)
  }

  private func governing(_ cue: Cue, _ all: [Cue]) -> Cue {
    let before = all.filter {
      $0.rank < cue.rank && $0.end <= cue.start && cue.start - $0.end <= Self.governingDistance
    }
    guard let next = before.min(by: { $0.rank < $1.rank }) else { return cue }
    return governing(next, all)
  }
}
