import TextScanning

/// The automata of all patterns in consecutive plain memory. Running a pattern, which mostly fails at the first or
/// second word, therefore needs no reference counting.
final class AutomatonTable: Sendable {
  /// The positions of one automaton, and what can be known without running it.
  struct Automaton {
    /// The index in `positions` of its first position.
    var base: Int32
    /// Whether every test takes exactly one token.
    var isPlain: Bool
    var acceptsNothing: Bool
    /// A test for words that every match must pass; -1 if there is none.
    var needed: Int32
    var first: UInt128
    var last: UInt128
  }

  /// A position of an automaton: its test, and the positions that may follow it.
  struct Position {
    var test: Int32
    var reach: PlainTests.Reach
    var follow: UInt128
  }

  /// The automata of a pattern, as indices into `automata`; -1 for none. They belong to the keys `pattern`, `left`,
  /// `right`, `not_left`, `not_right` and `not` of a pattern file.
  struct Pattern {
    var core: Int32
    var left: Int32 = -1
    var right: Int32 = -1
    var notLeft: Int32 = -1
    var notRight: Int32 = -1
    var not: Int32 = -1
  }

  let automata: FrozenArray<Automaton>
  let positions: FrozenArray<Position>
  let patterns: FrozenArray<Pattern>

  init(_ named: [NamePattern], _ words: PatternWords) {
    let reaches = words.plain.reaches
    var automata: [Automaton] = []
    var positions: [Position] = []
    func add(_ automaton: PatternAutomaton?) -> Int32 {
      guard let automaton else { return -1 }
      let base = Int32(positions.count)
      for (test, follow) in zip(automaton.tests, automaton.follow) {
        positions.append(Position(test: test, reach: reaches[Int(test)], follow: follow))
      }
      automata.append(
        Automaton(
          base: base, isPlain: automaton.tests.allSatisfy { reaches[Int($0)] == .token },
          acceptsNothing: automaton.acceptsNothing, needed: words.rarest(of: automaton.needed),
          first: automaton.first, last: automaton.last))
      return Int32(automata.count - 1)
    }
    let patterns = named.map { pattern in
      // A context that accepts nothing always matches, so it is left out.
      Pattern(
        core: add(pattern.core), left: add(pattern.left.flatMap { $0.acceptsNothing ? nil : $0 }),
        right: add(pattern.right.flatMap { $0.acceptsNothing ? nil : $0 }), notLeft: add(pattern.notLeft),
        notRight: add(pattern.notRight), not: add(pattern.not))
    }
    self.automata = FrozenArray(automata)
    self.positions = FrozenArray(positions)
    self.patterns = FrozenArray(patterns)
  }
}
