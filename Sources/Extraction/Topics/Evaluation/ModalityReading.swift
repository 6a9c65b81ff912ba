extension RuleEvaluation {
  /// How sure the event is, from the cue words in the sentences that hold the evidence: the title's first, then in
  /// order of the text, the first sentence that has a cue. Nil where none has.
  ///
  /// Of several cues in one sentence the one that makes the event least sure tells: "denied that they hope" is denied,
  /// "hopes for an agreement" is hoped.
  func modality(of outcome: TopicSet.Outcome, _ cues: [ModalityCue]) -> Modality? {
    let starts = outcome.clauses.flatMap { $0.spans.map(\.start) }.sorted()
    var done: Int32 = -1
    for start in starts where start >= done {
      let sentence = positions.sentence(of: start)
      done = sentence.upperBound
      for modality in RuleEvaluation.leastSureFirst {
        for cue in cues where cue.modality == modality && holds(cue.node, in: sentence) { return modality }
      }
    }
    return nil
  }

  private static let leastSureFirst: [Modality] = [.denied, .suspended, .hoped, .planned, .agreed, .done]
}
