import NewsModel
import TextScanning

/// Runs one pattern's automata from one token of a section.
struct PatternRun {
  private let tokens: [Token]
  let tested: TestedTokens
  private let known: KnownMentions
  private let reaches: [PlainTests.Reach]
  private let tests: [TokenTest]
  /// Tokens that a mention and its context may span.
  static let reach = 24
  /// Tokens that a mention may have which ends a context to the left.
  private static let mentionReach = 6

  init(_ tokens: [Token], _ tested: TestedTokens, _ known: KnownMentions, _ words: PatternWords) {
    self.tokens = tokens
    self.tested = tested
    self.known = known
    reaches = words.plain.reaches
    tests = words.tests
  }

  /// The token behind the longest mention that begins at `start` and has its context.
  func longestMatch(_ pattern: NamePattern, from start: Int, in sentence: TokenStream.Sentence) -> Int? {
    var ends = forward(pattern.core, from: start, in: sentence)
    guard ends != 0 else { return nil }
    if let left = pattern.left, !left.acceptsNothing, !matchesBack(left, before: start, in: sentence) { return nil }
    if let notLeft = pattern.notLeft, matchesBack(notLeft, before: start, in: sentence) { return nil }
    if let not = pattern.not { ends &= ~forward(not, from: start, in: sentence) }
    while ends != 0 {
      let length = 63 - ends.leadingZeroBitCount
      ends &= ~(1 << UInt64(length))
      let end = start + length
      if let right = pattern.right, !right.acceptsNothing, forward(right, from: end, in: sentence) == 0 { continue }
      if let notRight = pattern.notRight, forward(notRight, from: end, in: sentence) != 0 { continue }
      return end
    }
    return nil
  }

  /// Bit n: n tokens match.
  private func forward(_ automaton: PatternAutomaton, from start: Int, in sentence: TokenStream.Sentence) -> UInt64 {
    guard start < sentence.end, couldBegin(automaton, at: start) else { return 0 }
    var ends: UInt64 = 0
    let limit = min(Self.reach, sentence.end - start)
    return withUnsafeTemporaryAllocation(of: UInt128.self, capacity: Self.reach + 1) { active in
      // Rows up to `farthest` are set.
      active[0] = automaton.first
      var farthest = 0
      func activate(_ offset: Int, _ positions: UInt128) {
        while farthest < offset {
          farthest += 1
          active[farthest] = 0
        }
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
        if offset > 0, isSteppedOver(token) { activate(offset + 1, bits) }
        while bits != 0 {
          let position = bits.trailingZeroBitCount
          let bit = bits & (0 &- bits)
          bits ^= bit
          let length = width(automaton.tests[position], at: token)
          if length < 0 { continue }
          let next = offset + length
          guard next <= limit else { continue }
          if automaton.last & bit != 0, next > 0 { ends |= 1 &<< UInt64(next) }
          activate(next, automaton.follow[position])
        }
        offset += 1
      }
      return ends
    }
  }

  /// Most starts fail at their first token: no table is set up for them.
  private func couldBegin(_ automaton: PatternAutomaton, at token: Int) -> Bool {
    var bits = automaton.first
    while bits != 0 {
      if tested.passes(automaton.tests[bits.trailingZeroBitCount], token) { return true }
      bits &= bits - 1
    }
    return false
  }

  /// Whether the context matches backwards from the token before `start`.
  private func matchesBack(_ automaton: PatternAutomaton, before start: Int, in sentence: TokenStream.Sentence) -> Bool
  {
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
        let test = automaton.tests[position]
        let fits =
          reaches[Int(test)] == .nothing
          ? token < sentence.start : token >= sentence.start && endsAt(token, test, sentence)
        if fits {
          if automaton.last & bit != 0 { return true }
          next |= automaton.follow[position]
        }
      }
      if token >= sentence.start, isSteppedOver(token) { next |= active }
      active = next
      token -= 1
      if token < sentence.start - 1 { return false }
    }
    return false
  }

  /// A test of the one token, or of a mention that ends with it.
  private func endsAt(_ token: Int, _ test: Int32, _ sentence: TokenStream.Sentence) -> Bool {
    if reaches[Int(test)] == .token { return tested.passes(test, token) }
    var start = token
    while start >= sentence.start, token - start < Self.mentionReach {
      if width(test, at: start) == token + 1 - start { return true }
      start -= 1
    }
    return false
  }

  private func isSteppedOver(_ token: Int) -> Bool {
    tokens[token].flags.contains(.skipped) && tokens[token].kind != .possessive
  }

  /// How many tokens a test takes at a token; -1 when it fails.
  @inline(__always)
  private func width(_ test: Int32, at token: Int) -> Int {
    guard tested.passes(test, token) else { return -1 }
    switch reaches[Int(test)] {
    case .token: return 1
    case .nothing: return 0
    case .nationality: return known.widthOfNationality(at: token)
    case .mention:
      guard case .mention(let type) = tests[Int(test)] else { return -1 }
      return known.width(at: token, of: type)
    }
  }
}
