package import NewsModel
package import ScannedText

/// Why a topic was or was not assigned to a document: the tree of its rule, with the result of each part.
package struct TopicExplanation: Sendable, Equatable {
  package var topic: Topic
  package var isAssigned: Bool
  package var score: Double
  package var threshold: Double
  /// The reason for the result, in one line.
  package var reason: String
  package var required: Part?
  package var clauses: [Part]
  /// The weighted terms that occur, with their weights as points (see `WeightedTerms`).
  package var weightedTerms: [Part]
  package var vetoes: [Part]

  /// A part of the rule.
  package struct Part: Sendable, Equatable {
    /// The text as the author of the rule wrote it; for a veto, with the scope before it.
    package var text: String
    package var holds: Bool
    /// The points that the clause adds to the score; nil for parts of a clause.
    package var points: Double?
    /// Whether the part matches somewhere, but not where the parts above require it.
    package var isElsewhere: Bool
    package var found: [TopicAssignment.Evidence]
    package var parts: [Part]
  }
}

extension TopicSet {
  /// Explains a topic for a document. Returns nil for an unknown topic.
  package func explain(_ id: String, _ document: ScannedDocument, mentions: [Mention]) -> TopicExplanation? {
    guard let number = rules.firstIndex(where: { $0.topic.id == id }) else { return nil }
    let rule = rules[number]
    var occurrences = TermOccurrences(document, mentions: mentions, places: nil, nil, self)
    let sums = weightSums(occurrences)
    // Rules are ordered so that the topics a rule may name come before it.
    for (number, other) in rules.enumerated() {
      if other.topic.id == id { break }
      guard namedTopics.contains(other.term), let outcome = outcome(of: other, occurrences, weightSum: sums[number])
      else { continue }
      occurrences.insert(outcome.spans(as: other.term))
    }
    var evaluation = RuleEvaluation(topics: self, occurrences: occurrences)
    let vetoes = rule.vetoes.map { veto in
      var part = part(veto.node, evaluation, document)
      part.text = "\(veto.scope.rawValue): \(part.text)"
      part.holds = veto.scope == .title || veto.scope == .lead ? evaluation.ends(veto) : part.holds
      return part
    }
    let isEnded = rule.vetoes.first(where: evaluation.ends)
    evaluation.vetoed = evaluation.ranges(of: rule.vetoes)
    let required = rule.required.map { part($0, evaluation, document) }
    var score = 0.0
    let clauses = rule.clauses.map { clause in
      var part = part(clause.node, evaluation, document)
      let spans = evaluation.spans(clause.node, in: evaluation.everywhere)
      let points = spans.isEmpty ? 0 : clause.weight * Double(evaluation.multiplier(clause.node, spans))
      part.points = points
      part.found = spans.prefix(TopicSet.evidenceLimit).map { evidence($0, weight: clause.weight, document) }
      score += points
      return part
    }
    let weightedTerms: [TopicExplanation.Part] = rule.weightedTerms.compactMap { term in
      var part = part(term.node, evaluation, document)
      part.points = term.weight
      return part.holds ? part : nil
    }
    let outcome = outcome(of: rule, occurrences, weightSum: sums[number])
    let reason: String
    if let outcome, score < rule.threshold {
      reason = "the weights of its terms sum to \(plain(outcome.score)) and reach \(plain(outcome.threshold))"
    } else if outcome != nil {
      reason = "score \(plain(score)) reaches the threshold \(plain(rule.threshold))"
    } else if let isEnded {
      reason = "vetoed (\(isEnded.scope.rawValue)): \(table.nodes[Int(isEnded.node)].text)"
    } else if let required, !required.holds {
      reason = "what the topic requires does not hold: \(required.text)"
    } else if !evaluation.vetoed.isEmpty, clauses.allSatisfy({ !$0.holds }) {
      reason = "vetoes took away the terms that occur, or none occurs"
    } else {
      reason = "score \(plain(score)) is below the threshold \(plain(rule.threshold))"
    }
    return TopicExplanation(
      topic: rule.topic, isAssigned: outcome != nil, score: score, threshold: rule.threshold, reason: reason,
      required: required, clauses: clauses, weightedTerms: weightedTerms, vetoes: vetoes)
  }

  private func part(
    _ index: RuleTable.Index, _ evaluation: RuleEvaluation, _ document: ScannedDocument, below parentHolds: Bool = true
  ) -> TopicExplanation.Part {
    let node = table.nodes[Int(index)]
    let spans = evaluation.spans(index, in: evaluation.everywhere)
    let holds = !spans.isEmpty
    var found: [TopicAssignment.Evidence] = []
    if case .term = node.kind {
      found = spans.prefix(TopicSet.evidenceLimit).map { evidence($0, weight: 1, document) }
    }
    return TopicExplanation.Part(
      text: node.text, holds: holds, points: nil, isElsewhere: holds && !parentHolds, found: found,
      parts: node.children.map { part($0, evaluation, document, below: holds) })
  }

  /// Writes whole numbers without decimals: "3", "2.5".
  private func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : String(number)
  }
}
