import NewsModel

/// The resolved rules of a topic, ready to run. It is a class because it is tried on many documents and must not be
/// copied.
final class TopicRule: Sendable {
  let topic: Topic
  let threshold: Double
  let clauses: [Clause]
  /// Terms that assign the topic where its clauses do not (see `WeightedTerms`).
  let weightedTerms: [Clause]
  let required: RuleTable.Index?
  let vetoes: [Veto]
  let asksModality: Bool
  /// At least one of these terms occurs in every document of the topic.
  let anchors: [RuleTable.Term]
  /// The term that represents the topic in the rules of other topics.
  let term: RuleTable.Term

  init(
    topic: Topic, threshold: Double, clauses: [Clause], weightedTerms: [Clause], required: RuleTable.Index?,
    vetoes: [Veto], asksModality: Bool, anchors: [RuleTable.Term], term: RuleTable.Term
  ) {
    self.topic = topic
    self.threshold = threshold
    self.clauses = clauses
    self.weightedTerms = weightedTerms
    self.required = required
    self.vetoes = vetoes
    self.asksModality = asksModality
    self.anchors = anchors
    self.term = term
  }

  /// A node that adds a weight to the score if it matches.
  struct Clause: Sendable {
    var node: RuleTable.Index
    var weight: Double
  }

  /// A node that removes what its scope says if it matches.
  struct Veto: Sendable {
    var scope: VetoScope
    var node: RuleTable.Index
  }
}
