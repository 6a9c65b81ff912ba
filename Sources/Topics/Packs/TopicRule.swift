import NewsModel

/// A topic's rules, resolved and ready to run. A class, for it is tried on many documents and never copied.
final class TopicRule: Sendable {
  let topic: Topic
  let threshold: Double
  let clauses: [Clause]
  let required: RuleTable.Index?
  let vetoes: [Veto]
  let asksModality: Bool
  /// Terms of which one at least occurs in every document of the topic.
  let anchors: [RuleTable.Term]
  /// What stands for the topic itself where other topics name it.
  let term: RuleTable.Term

  init(
    topic: Topic, threshold: Double, clauses: [Clause], required: RuleTable.Index?, vetoes: [Veto], asksModality: Bool,
    anchors: [RuleTable.Term], term: RuleTable.Term
  ) {
    self.topic = topic
    self.threshold = threshold
    self.clauses = clauses
    self.required = required
    self.vetoes = vetoes
    self.asksModality = asksModality
    self.anchors = anchors
    self.term = term
  }

  struct Clause: Sendable {
    var node: RuleTable.Index
    var weight: Double
  }

  struct Veto: Sendable {
    var scope: VetoScope
    var node: RuleTable.Index
  }
}
