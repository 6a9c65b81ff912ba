import TextScanning

extension RuleEvaluation {
  /// How certain the event is: the modality of the first sentence with evidence that also has a cue word. Sentences are
  /// tried in order of the text, the title first. Returns nil if none of them has a cue.
  ///
  /// A denial or suspension decides for its whole sentence ("denied that they hope"). Otherwise the cue nearest to the
  /// evidence decides ("the firm, which hopes to grow, signed a contract"), unless a less certain cue comes right
  /// before it ("hopes to sign").
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
      let own = EvidenceOfSentence(evidence.filter { sentence.contains($0.start) })
      let nearest = found.map { (cue: $0, distance: own.distance(from: $0.start..<$0.end)) }.min {
        ($0.distance.words, $0.distance.width, $0.cue.rank, $0.cue.start)
          < ($1.distance.words, $1.distance.width, $1.cue.rank, $1.cue.start)
      }
      return nearest.map { governing($0.cue, found).modality }
    }
    return nil
  }

  /// A cue word in the text, such as "hopes", by its word numbers.
  private struct Cue {
    var modality: Modality
    var start: Int32
    var end: Int32

    /// The position among modalities ordered from the least to the most certain.
    var rank: Int { RuleEvaluation.leastSureFirst.firstIndex(of: modality) ?? 0 }
    var isNegation: Bool { modality == .denied || modality == .suspended }
  }

  private static let leastSureFirst: [Modality] = [.denied, .suspended, .hoped, .planned, .agreed, .done]

  /// The most words between two verbs of one group, as in "hopes to have signed".
  private static let governingDistance: Int32 = 2

  private func governing(_ cue: Cue, _ all: [Cue]) -> Cue {
    let before = all.filter {
      $0.rank < cue.rank && $0.end <= cue.start && cue.start - $0.end <= Self.governingDistance
    }
    guard let next = before.min(by: { $0.rank < $1.rank }) else { return cue }
    return governing(next, all)
  }
}

/// The evidence in one sentence. It finds the evidence nearest to a cue without reading all of it, because a long
/// sentence may have much.
private struct EvidenceOfSentence {
  private let spans: [RuleEvaluation.Span]
  /// For each span, the farthest end of the spans up to and including it.
  private let ends: [Int32]

  /// - Parameter spans: The evidence in order of start; must not be empty.
  init(_ spans: [RuleEvaluation.Span]) {
    self.spans = spans
    var farthest: Int32 = 0
    ends = spans.map { span in
      farthest = max(farthest, span.end)
      return farthest
    }
  }

  /// The number of words between a cue and the nearest evidence (0 inside it), and how many words that evidence spans.
  /// If evidence lies on both sides of the cue, the closer one counts.
  func distance(from cue: Range<Int32>) -> (words: Int32, width: Int32) {
    let behind = spans.partitioningIndex { $0.start >= cue.upperBound }
    var nearest: (words: Int32, width: Int32) = (.max, .max)
    if behind < spans.count { nearest = distance(cue, spans[behind]) }
    var before = behind - 1
    while before >= 0, cue.lowerBound - ends[before] <= nearest.words {
      let found = distance(cue, spans[before])
      if found < nearest { nearest = found }
      before -= 1
    }
    return nearest
  }

  private func distance(_ cue: Range<Int32>, _ span: RuleEvaluation.Span) -> (words: Int32, width: Int32) {
    (max(0, span.start - cue.upperBound, cue.lowerBound - span.end), span.end - span.start)
  }
}
