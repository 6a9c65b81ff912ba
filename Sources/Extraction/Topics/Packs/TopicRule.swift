import NewsModel

/// A topic's rules, resolved and ready to run.
struct TopicRule: Sendable {
  var topic: Topic
  var threshold: Double
  var clauses: [Clause]
  var required: RuleTable.Index?
  var vetoes: [Veto]
  var asksModality: Bool
  /// Terms of which one at least occurs in every document of the topic.
  var anchors: [RuleTable.Term]
  /// What stands for the topic itself where other topics name it.
  var term: RuleTable.Term

  struct Clause: Sendable {
    var node: RuleTable.Index
    var weight: Double
  }

  struct Veto: Sendable {
    var scope: VetoScope
    var node: RuleTable.Index
  }
}
