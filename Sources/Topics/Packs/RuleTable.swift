/// Rules with their names resolved, as one flat table of nodes. All topics share it.
struct RuleTable: Sendable {
  private(set) var nodes: [Node] = []
  /// What evaluation reads of the nodes: no strings and no arrays to be counted.
  private(set) var steps: [Step] = []
  private var operands: [Index] = []

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
    /// Nodes inside each other, itself included: evaluation goes as deep.
    var depth: Int
  }

  struct Step: Sendable {
    var kind: Kind
    /// The place of the children in `operands`.
    fileprivate var first: Int32
    fileprivate var count: Int32
  }

  func child(_ number: Int, of step: Step) -> Index { operands[Int(step.first) + number] }

  /// Numbers for `child`.
  func children(of step: Step) -> Range<Int> { 0..<Int(step.count) }

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
  package mutating func add(_ kind: Kind, _ children: [Index], text: String) -> Index {
    func anchors(_ child: Index) -> [Term] { nodes[Int(child)].anchors }
    let found: [Term] =
      switch kind {
      case .term(let term): [term]
      // All have to hold: the fewest anchors are enough.
      case .all, .near: children.map(anchors).min { $0.count < $1.count } ?? []
      case .without, .scope, .atLeast, .each, .times, .often: children.first.map(anchors) ?? []
      case .any, .distinct: children.flatMap(anchors)
      }
    let depth = (children.map { nodes[Int($0)].depth }.max() ?? 0) + 1
    nodes.append(Node(kind: kind, children: children, text: text, anchors: found, depth: depth))
    steps.append(Step(kind: kind, first: Int32(operands.count), count: Int32(children.count)))
    operands += children
    return Index(nodes.count - 1)
  }
}
