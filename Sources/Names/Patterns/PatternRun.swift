import NewsModel
import TextScanning

/// Runs one pattern's automata from one token of a section.
struct PatternRun {
  let tested: TestedTokens
  private let known: KnownMentions
  private let tests: [TokenTest]
  /// Keeps the three tables below alive.
  private let table: AutomatonTable
  private let automata: FrozenElements<AutomatonTable.Automaton>
  private let positions: FrozenElements<AutomatonTable.Position>
  private let patterns: FrozenElements<AutomatonTable.Pattern>
  /// The most tokens in a mention with its context.
  static let reach = 24
  /// The most tokens of a mention that ends the left context.
  private static let mentionReach = 6

  init(_ tested: TestedTokens, _ known: KnownMentions, _ set: PatternSet) {
    self.tested = tested
    self.known = known
    tests = set.words.tests
    table = set.automata
    automata = table.automata.all
    positions = table.positions.all
    patterns = table.patterns.all
  }

  /// Returns the end of the longest match of a pattern that begins at `start` and has the required context, or nil.
  func longestMatch(_ number: Int32, from start: Int, in sentence: TokenStream.Sentence) -> Int? {
    let pattern = patterns[Int(number)]
    var ends = forward(pattern.core, from: start, in: sentence)
    guard ends != 0 else { return nil }
    if let left = context(pattern.left), !matchesBack(left, before: start, in: sentence) { return nil }
    if let notLeft = context(pattern.notLeft), matchesBack(notLeft, before: start, in: sentence) { return nil }
    if let not = context(pattern.not), mayContain(not, start..<start + 63 - ends.leadingZeroBitCount) {
      ends &= ~forward(not, from: start, in: sentence)
    }
    while ends != 0 {
      let length = 63 - ends.leadingZeroBitCount
      ends &= ~(1 << UInt64(length))
      let end = start + length
      if let right = context(pattern.right), forward(right, from: end, in: sentence) == 0 { continue }
      if let notRight = context(pattern.notRight), forward(notRight, from: end, in: sentence) != 0 { continue }
      return end
    }
    return nil
  }

  /// A quick check: most mentions lack a word that every match of the automaton contains.
  private func mayContain(_ number: Int32, _ mention: Range<Int>) -> Bool {
    let needed = automata[Int(number)].needed
    return needed < 0 || mention.contains { tested.passes(needed, $0) }
  }

  private func context(_ automaton: Int32) -> Int32? { automaton < 0 ? nil : automaton }

  /// Returns a set of lengths: bit n is set if the first n tokens match.
  private func forward(_ number: Int32, from start: Int, in sentence: TokenStream.Sentence) -> UInt64 {
    guard start < sentence.end else { return 0 }
    let automaton = automata[Int(number)]
    let limit = min(Self.reach, sentence.end - start)
    return automaton.isPlain ? plain(automaton, start, limit) : wide(automaton, start, limit)
  }

  /// If each test takes one token, only the positions for the next token must be remembered.
  private func plain(_ automaton: AutomatonTable.Automaton, _ start: Int, _ limit: Int) -> UInt64 {
    let base = Int(automaton.base)
    let last = automaton.last
    var ends: UInt64 = 0
    var active = automaton.first
    var offset = 0
    while active != 0, offset < limit {
      let token = start + offset
      var next: UInt128 = offset > 0 && tested.isSteppedOver(token) ? active : 0
      while active != 0 {
        let position = active.trailingZeroBitCount
        let bit = active & (0 &- active)
        active ^= bit
        guard tested.passes(positions[base + position].test, token) else { continue }
        if last & bit != 0 { ends |= 1 &<< UInt64(offset + 1) }
        next |= positions[base + position].follow
      }
      active = next
      offset += 1
    }
    return ends
  }

  /// The general case, in which a test may take no token or a mention of several.
  private func wide(_ automaton: AutomatonTable.Automaton, _ start: Int, _ limit: Int) -> UInt64 {
    let base = Int(automaton.base)
    guard couldBegin(automaton, at: start) else { return 0 }
    var ends: UInt64 = 0
    // For each number of tokens taken, up to `reach`, the positions that wait for the next token.
    var active = InlineArray<25, UInt128>(repeating: 0)
    active[0] = automaton.first
    var farthest = 0
    func activate(_ offset: Int, _ positions: UInt128) {
      farthest = max(farthest, offset)
      active[offset] |= positions
    }
    var offset = 0
    while offset <= farthest, offset < limit {
      var bits = active[offset]
      if bits == 0 {
        offset += 1
        continue
      }
      let token = start + offset
      if offset > 0, tested.isSteppedOver(token) { activate(offset + 1, bits) }
      while bits != 0 {
        let position = bits.trailingZeroBitCount
        let bit = bits & (0 &- bits)
        bits ^= bit
        let length = width(positions[base + position], at: token)
        if length < 0 { continue }
        let next = offset + length
        guard next <= limit else { continue }
        if automaton.last & bit != 0, next > 0 { ends |= 1 &<< UInt64(next) }
        activate(next, positions[base + position].follow)
      }
      offset += 1
    }
    return ends
  }

  /// A quick check that avoids setting up a table, because most starts fail at their first token.
  private func couldBegin(_ automaton: AutomatonTable.Automaton, at token: Int) -> Bool {
    var bits = automaton.first
    while bits != 0 {
      if tested.passes(positions[Int(automaton.base) + bits.trailingZeroBitCount].test, token) { return true }
      bits &= bits - 1
    }
    return false
  }

  /// Whether the context matches backwards from the token before `start`.
  private func matchesBack(_ number: Int32, before start: Int, in sentence: TokenStream.Sentence) -> Bool {
    let automaton = automata[Int(number)]
    let base = Int(automaton.base)
    var active = automaton.first
    var token = start - 1
    var steps = 0
    while active != 0, steps < Self.reach {
      steps += 1
      var next: UInt128 = 0
      var bits = active
      while bits != 0 {
        let position = bits.trailingZeroBitCount
        let bit = bits & (0 &- bits)
        bits ^= bit
        let fits =
          positions[base + position].reach == .nothing
          ? token < sentence.start : token >= sentence.start && endsAt(token, positions[base + position], sentence)
        if fits {
          if automaton.last & bit != 0 { return true }
          next |= positions[base + position].follow
        }
      }
      if token >= sentence.start, tested.isSteppedOver(token) { next |= active }
      active = next
      token -= 1
      if token < sentence.start - 1 { return false }
    }
    return false
  }

  /// Whether a test passes for the token, or for a mention that ends with it.
  private func endsAt(_ token: Int, _ position: AutomatonTable.Position, _ sentence: TokenStream.Sentence) -> Bool {
    if position.reach == .token { return tested.passes(position.test, token) }
    var start = token
    while start >= sentence.start, token - start < Self.mentionReach {
      if width(position, at: start) == token + 1 - start { return true }
      start -= 1
    }
    return false
  }

  /// The number of tokens that a test takes at a token; -1 if it fails.
  @inline(__always)
  private func width(_ position: AutomatonTable.Position, at token: Int) -> Int {
    guard tested.passes(position.test, token) else { return -1 }
    switch position.reach {
    case .token: return 1
    case .nothing: return 0
    case .nationality: return known.widthOfNationality(at: token)
    case .mention:
      guard case .mention(let type) = tests[Int(position.test)] else { return -1 }
      return known.width(at: token, of: type)
    }
  }
}
