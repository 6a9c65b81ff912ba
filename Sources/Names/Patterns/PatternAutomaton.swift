/// A pattern as a position automaton: no backtracking, a step a token and active position.
///
/// Source: V. M. Glushkov, "The abstract theory of automata" (1961); sets of positions are bits of a 128-bit word.
final class PatternAutomaton: Sendable {
  /// For each position the test that it makes.
  let tests: [Int32]
  let first: UInt128
  let last: UInt128
  let follow: [UInt128]
  /// It matches nothing at all as well.
  let acceptsNothing: Bool
  /// The tests that every match passes somewhere.
  let needed: Set<Int>

  /// The tests that a match may begin with.
  var firstTests: Set<Int32> {
    Set(tests.indices.filter { first & (1 << UInt128($0)) != 0 }.map { tests[$0] })
  }

  /// The tests of what may stand behind such a token.
  var secondTests: Set<Int32> {
    var positions: UInt128 = 0
    for position in tests.indices where first & (1 << UInt128(position)) != 0 { positions |= follow[position] }
    return Set(tests.indices.filter { positions & (1 << UInt128($0)) != 0 }.map { tests[$0] })
  }

  /// Nil when the pattern has more than 128 positions.
  init?(_ node: PatternNode) {
    var builder = Builder()
    let parts = builder.add(node)
    guard builder.tests.count <= 128 else { return nil }
    tests = builder.tests
    first = parts.first
    last = parts.last
    follow = builder.follow
    acceptsNothing = parts.canBeEmpty
    needed = node.needed
  }

  private struct Builder {
    var tests: [Int32] = []
    var follow: [UInt128] = []

    struct Parts {
      var first: UInt128 = 0
      var last: UInt128 = 0
      var canBeEmpty = true
    }

    package mutating func add(_ node: PatternNode) -> Parts {
      switch node {
      case .test(let test):
        guard tests.count < 128 else {
          tests.append(Int32(test))
          follow.append(0)
          return Parts(canBeEmpty: false)
        }
        let bit: UInt128 = 1 << UInt128(tests.count)
        tests.append(Int32(test))
        follow.append(0)
        return Parts(first: bit, last: bit, canBeEmpty: false)
      case .sequence(let nodes):
        var whole = Parts()
        for node in nodes { whole = join(whole, add(node)) }
        return whole
      case .choice(let nodes):
        var whole = Parts(canBeEmpty: false)
        for node in nodes {
          let part = add(node)
          whole.first |= part.first
          whole.last |= part.last
          whole.canBeEmpty = whole.canBeEmpty || part.canBeEmpty
        }
        return whole
      case .repeated(let node, let least, let most):
        return add(node, least: least, most: most)
      }
    }

    /// Each time behind the one before and nowhere else, so that a run has few positions to look at: x{0,3} is
    /// (x(x(x)?)?)?, not x?x?x?.
    private mutating func add(_ node: PatternNode, least: Int, most: Int) -> Parts {
      var whole = add(node)
      var last = whole
      whole.canBeEmpty = whole.canBeEmpty || least == 0
      for time in 1..<most where tests.count <= 128 {
        let next = add(node)
        follow(last, next)
        whole.last = time < least && !whole.canBeEmpty ? next.last : whole.last | next.last
        last = next
      }
      return whole
    }

    private mutating func join(_ a: Parts, _ b: Parts) -> Parts {
      follow(a, b)
      return Parts(
        first: a.canBeEmpty ? a.first | b.first : a.first, last: b.canBeEmpty ? a.last | b.last : b.last,
        canBeEmpty: a.canBeEmpty && b.canBeEmpty)
    }

    private mutating func follow(_ a: Parts, _ b: Parts) {
      for position in follow.indices where position < 128 && a.last & (1 << UInt128(position)) != 0 {
        follow[position] |= b.first
      }
    }
  }
}

extension PatternNode {
  /// The same from right to left.
  var reversed: PatternNode {
    switch self {
    case .test: self
    case .sequence(let nodes): .sequence(nodes.reversed().map(\.reversed))
    case .choice(let nodes): .choice(nodes.map(\.reversed))
    case .repeated(let node, let least, let most): .repeated(node.reversed, least: least, most: most)
    }
  }

  fileprivate var needed: Set<Int> {
    switch self {
    case .test(let test): [test]
    case .sequence(let nodes): nodes.reduce(into: []) { $0.formUnion($1.needed) }
    case .choice(let nodes):
      nodes.dropFirst().reduce(nodes.first?.needed ?? []) { $0.intersection($1.needed) }
    case .repeated(let node, let least, _): least > 0 ? node.needed : []
    }
  }
}
