/// A pattern as a position automaton, which needs no backtracking: one step for each token and active position.
///
/// Source: V. M. Glushkov, "The abstract theory of automata" (1961). A set of positions is a 128-bit word.
final class PatternAutomaton: Sendable {
  /// The test at each position.
  let tests: [Int32]
  let first: UInt128
  let last: UInt128
  let follow: [UInt128]
  /// Whether an empty sequence of tokens matches.
  let acceptsNothing: Bool
  /// Tests that every match passes at some position.
  let needed: Set<Int>

  /// The tests with which a match may begin.
  var firstTests: Set<Int32> {
    Set(tests.indices.filter { first & (1 << UInt128($0)) != 0 }.map { tests[$0] })
  }

  /// The tests that may follow a first token.
  var secondTests: Set<Int32> {
    var positions: UInt128 = 0
    for position in tests.indices where first & (1 << UInt128(position)) != 0 { positions |= follow[position] }
    return Set(tests.indices.filter { positions & (1 << UInt128($0)) != 0 }.map { tests[$0] })
  }

  /// Returns nil if the pattern has more than 128 positions.
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

    /// The positions with which a part of a pattern may begin and end.
    struct Parts {
      var first: UInt128 = 0
      var last: UInt128 = 0
      var canBeEmpty = true
    }

    mutating func add(_ node: PatternNode) -> Parts {
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

    /// Repetitions are nested so that each follows only the one before and few positions are active: x{0,3} becomes
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
  /// The same pattern from right to left.
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
