/// Rules with their names resolved, as one flat table of nodes. All topics share it.
struct RuleTable: Sendable {
  private(set) var nodes: [Node] = []
  /// The part of the nodes that evaluation reads. It has no strings or arrays, so that reading it needs no reference
  /// counting.
  private(set) var steps: [Step] = []
  private var operands: [Index] = []

  typealias Index = Int32
  /// The number of something that may occur: a phrase, an entity or a topic.
  typealias Term = Int32

  /// An expression with its names resolved, and what linking and explaining need to know about it.
  struct Node: Sendable {
    var kind: Kind
    var children: [Index] = []
    /// The text as its author wrote it.
    var text: String
    /// Wherever the node matches, at least one of these terms occurs.
    var anchors: [Term]
    /// The levels of nested nodes, including this one. Evaluation recurses this deep.
    var depth: Int
  }

  struct Step: Sendable {
    var kind: Kind
    /// The index of the first child in `operands`.
    fileprivate var first: Int32
    fileprivate var count: Int32
  }

  func child(_ number: Int, of step: Step) -> Index { operands[Int(step.first) + number] }

  /// The numbers that can be passed to `child`.
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

  /// Adds a node. Its children must have been added before.
  mutating func add(_ kind: Kind, _ children: [Index], text: String) -> Index {
    func anchors(_ child: Index) -> [Term] { nodes[Int(child)].anchors }
    let found: [Term] =
      switch kind {
      case .term(let term): [term]
      // All children must match, so the smallest set of anchors is sufficient.
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
