package import NewsModel
package import ScannedText
import TextScanning

extension TopicSet {
  /// The most places that are kept as evidence of one clause. A word on every line of a long list proves no more than
  /// its first places do.
  static let evidenceLimit = 10

  /// Returns the topics of a document, in order of id.
  ///
  /// - Parameter mentions: The mentions of the same document. Rejected ones and those in zones that do not count are
  ///   ignored.
  package func assign(_ document: ScannedDocument, mentions: [Mention]) -> [TopicAssignment] {
    assign(document, mentions: mentions, places: nil, nil)
  }

  /// - Parameters:
  ///   - places: The places of the mentions; nil if they are not known.
  ///   - phrases: The matches of the rules' phrases in each section; nil if they have not been searched for.
  package func assign(
    _ document: ScannedDocument, mentions: [Mention], places: [MentionPlace]?, _ phrases: [JointPhrases.Found]?
  ) -> [TopicAssignment] {
    if rules.isEmpty { return [] }
    var occurrences = TermOccurrences(document, mentions: mentions, places: places, phrases, self)
    if occurrences.found.isEmpty { return [] }
    var assigned: [TopicAssignment] = []
    // One bit for each rule, set if the text contains one of its anchors, in the order in which rules run.
    var candidates = [UInt64](repeating: 0, count: rules.count / 64 + 1)
    var last: RuleTable.Term = -1
    for occurrence in occurrences.found where occurrence.term != last {
      last = occurrence.term
      for rule in rulesByAnchor[Int(last)] { candidates[Int(rule) >> 6] |= 1 << UInt64(rule & 63) }
    }
    let sums = hasWeightedTerms ? weightSums(occurrences) : []
    for number in sums.indices where sums[number] >= WeightedTerms.threshold {
      candidates[number >> 6] |= 1 << UInt64(number & 63)
    }
    for block in candidates.indices {
      while candidates[block] != 0 {
        let number = block << 6 + candidates[block].trailingZeroBitCount
        candidates[block] &= candidates[block] - 1
        let rule = rules[number]
        let sum = sums.isEmpty ? 0 : sums[number]
        guard let outcome = outcome(of: rule, occurrences, weightSum: sum) else { continue }
        assigned.append(assignment(rule, outcome, document))
        if rulesByAnchor[Int(rule.term)].isEmpty, !namedTopics.contains(rule.term) { continue }
        occurrences.insert(outcome.spans(as: rule.term))
        for dependent in rulesByAnchor[Int(rule.term)] {
          candidates[Int(dependent) >> 6] |= 1 << UInt64(dependent & 63)
        }
      }
    }
    return assigned.sorted { $0.id < $1.id }
  }

  /// What a rule found if it assigns its topic.
  struct Outcome {
    var score: Double
    /// What the score reached.
    var threshold: Double
    var clauses: [(clause: TopicRule.Clause, spans: [RuleEvaluation.Span])]
    var modality: Modality?

    func spans(as term: RuleTable.Term) -> [TextPositions.Occurrence] {
      var seen: Set<Int64> = []
      let all = clauses.flatMap(\.spans).filter { seen.insert(Int64($0.start) << 32 | Int64($0.end)).inserted }
      return all.sorted { ($0.start, $0.end) < ($1.start, $1.end) }.map {
        TextPositions.Occurrence(
          term: term, start: $0.start, end: $0.end, firstByte: $0.firstByte, lastByte: $0.lastByte, section: $0.section)
      }
    }
  }

  /// - Parameter weightSum: The sum of the topic's weighted terms that occur (see `WeightedTerms`).
  func outcome(of rule: TopicRule, _ occurrences: TermOccurrences, weightSum: Double) -> Outcome? {
    var evaluation = RuleEvaluation(topics: self, occurrences: occurrences)
    if !rule.vetoes.isEmpty {
      for veto in rule.vetoes where evaluation.ends(veto) { return nil }
      evaluation.vetoed = evaluation.ranges(of: rule.vetoes)
    }
    if let required = rule.required, !evaluation.holds(required, in: evaluation.everywhere) { return nil }
    var outcome = Outcome(score: 0, threshold: rule.threshold, clauses: [])
    for clause in rule.clauses {
      let spans = evaluation.spans(clause.node, in: evaluation.everywhere)
      if spans.isEmpty { continue }
      outcome.score += clause.weight * Double(evaluation.multiplier(clause.node, spans))
      if clause.weight > 0 { outcome.clauses.append((clause, spans)) }
    }
    if outcome.score < rule.threshold, weightSum >= WeightedTerms.threshold {
      outcome = Outcome(score: weightSum, threshold: WeightedTerms.threshold, clauses: [])
      for term in rule.weightedTerms where term.weight > 0 {
        let spans = evaluation.spans(term.node, in: evaluation.everywhere)
        if !spans.isEmpty { outcome.clauses.append((term, spans)) }
      }
    }
    guard outcome.score >= outcome.threshold, !outcome.clauses.isEmpty else { return nil }
    if rule.asksModality { outcome.modality = evaluation.modality(of: outcome, cues) }
    return outcome
  }

  private func assignment(_ rule: TopicRule, _ outcome: Outcome, _ document: ScannedDocument) -> TopicAssignment {
    // A place that several clauses match is one piece of evidence with the sum of their weights.
    var found: [TopicAssignment.Evidence] = []
    var places: [EvidencePlace: Int] = [:]
    for (clause, spans) in outcome.clauses {
      for span in spans.prefix(TopicSet.evidenceLimit) {
        let place = EvidencePlace(node: span.node, section: span.section, start: span.firstByte, end: span.lastByte)
        if let index = places[place] {
          found[index].weight += clause.weight
        } else {
          places[place] = found.count
          found.append(evidence(span, weight: clause.weight, document))
        }
      }
    }
    return TopicAssignment(
      id: rule.topic.id, score: outcome.score, threshold: outcome.threshold, modality: outcome.modality?.rawValue,
      evidence: found.sorted {
        ($0.zone.place, $0.start, $0.end, $0.term) < ($1.zone.place, $1.start, $1.end, $1.term)
      })
  }

  /// A place in the text where a term of a clause occurs, used to find places that several clauses match.
  private struct EvidencePlace: Hashable {
    var node: RuleTable.Index
    var section: Int32
    var start: Int32
    var end: Int32
  }

  func evidence(_ span: RuleEvaluation.Span, weight: Double, _ document: ScannedDocument) -> TopicAssignment.Evidence {
    TopicAssignment.Evidence(
      term: table.nodes[Int(span.node)].text, weight: weight, start: Int(span.firstByte), end: Int(span.lastByte),
      zone: document.sections[Int(span.section)].zone(atByte: Int(span.firstByte)))
  }
}

extension Zone {
  /// The sort order of zones: title first, captions last.
  fileprivate var place: Int { self == .title ? 0 : isMainText ? 1 : 2 }
}
