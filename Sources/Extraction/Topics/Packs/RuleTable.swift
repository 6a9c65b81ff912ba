/// Rules with their names resolved, as one flat table of nodes. All topics share it.
struct RuleTable: Sendable {
  var nodes: [Node] = []

  typealias Index = Int32
  /// Number of something that may occur: a phrase, an entity, a topic.
  typealias Term = Int32

  struct Node: Sendable {
    var kind: Kind
    var children: [Index] = []
    /// As its author wrote it.
    var text: String
    /// Where it holds, at least one of these occurs.
    var anchors: [Term]
  }

  enum Kind: Sendable {
    case term(Term)
    case all, any, without
    case near(Int, ordered: Bool)
    case scope(RuleScope)
    case atLeast(Int)
    case distinct(Int)
    case each(Int)
    case times(Int)
    case often(Int)
  }

  /// Adds a node whose children are there already.
  mutating func add(_ kind: Kind, _ children: [Index], text: String) -> Index {
    func anchors(_ child: Index) -> [Term] { nodes[Int(child)].anchors }
    let found: [Term] =
      switch kind {
      case .term(let term): [term]
      // All have to hold: the fewest anchors are enough.
      case .all, .near: children.map(anchors).min { $0.count < $1.count } ?? []
      case .without, .scope, .atLeast, .each, .times, .often: children.first.map(anchors) ?? []
      case .any, .distinct: children.flatMap(anchors)
      }
    nodes.append(Node(kind: kind, children: children, text: text, anchors: found))
    return Index(nodes.count - 1)
  }
}
