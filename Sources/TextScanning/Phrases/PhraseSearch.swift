/// One search of an automaton over one text. The tables are plain memory, so that a step counts no references.
struct PhraseSearch {
  private let tokens: UnsafeBufferPointer<Token>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let firstWords: KeyFilter.Reading
  private let laterWords: KeyFilter.Reading
  private let wildcards: Wildcards.Reading?
  private let edges: FrozenElements<TrieEdges.Slot>
  private let branches: FrozenElements<UInt64>
  private let ends: FrozenElements<UInt32>
  private let payloads: FrozenElements<Int32>

  /// The automaton must outlive the search.
  init(_ automaton: PhraseAutomaton, _ tokens: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.tokens = tokens
    self.bytes = bytes
    firstWords = automaton.firstWords.reading
    laterWords = automaton.laterWords.reading
    wildcards = automaton.wildcards?.reading
    edges = automaton.edges.all
    branches = automaton.branches.all
    ends = automaton.ends.all
    payloads = automaton.payloads.all
  }

  func run(_ range: Range<Int>, into matches: inout [PhraseAutomaton.Match]) {
    // Most tokens begin no phrase, and each lookup in the trie may wait for memory. All lookups of a block are
    // therefore made together, before any path is followed.
    withUnsafeTemporaryAllocation(of: TrieEdges.Step.self, capacity: Self.block) { steps in
      var first = range.lowerBound
      while first < range.upperBound {
        let end = min(first + Self.block, range.upperBound)
        let begin = beginnings(first..<end, steps)
        var rest = begin.words | begin.wildcards
        while rest != 0 {
          let index = rest.trailingZeroBitCount
          rest &= rest - 1
          let bit = 1 as UInt64 &<< UInt64(index)
          search(
            from: first + index, begin.words & bit != 0 ? steps[index] : .none, isWildcard: begin.wildcards & bit != 0,
            &matches)
        }
        first = end
      }
    }
  }

  private static let block = 64

  /// Returns one bit for each token of a block that may begin a phrase, by its word or by a wildcard, and stores the
  /// step after the word in `steps`.
  private func beginnings(
    _ block: Range<Int>, _ steps: UnsafeMutableBufferPointer<TrieEdges.Step>
  ) -> (words: UInt64, wildcards: UInt64) {
    let (tokens, firstWords, wildcards, edges) = (tokens, firstWords, wildcards, edges)
    var found: (words: UInt64, wildcards: UInt64) = (0, 0)
    for start in block {
      let bit = 1 as UInt64 &<< UInt64(start - block.lowerBound)
      if firstWords.mayContain(tokens[start].hash) {
        found.words |= bit
        steps[start - block.lowerBound] = TrieEdges.next(0, tokens[start].hash, in: edges)
      }
      if wildcards?.mayBegin(tokens[start]) ?? false { found.wildcards |= bit }
    }
    return found
  }

  /// - Parameter step: the step after the first word.
  private func search(
    from start: Int, _ step: TrieEdges.Step, isWildcard: Bool, _ matches: inout [PhraseAutomaton.Match]
  ) {
    let token = tokens[start]
    if token.hash == 0 || token.flags.contains(.skipped) { return }
    let before = matches.count
    var isOrdered = !isWildcard
    if step.state != 0 { isOrdered = walk(step, start: start, next: start + 1, &matches) && isOrdered }
    if isWildcard { branch(from: 0, start: start, at: start, &matches) }
    if !isOrdered, matches.count > before + 1 {
      // Sorts in place, because sorting a slice of an array would copy it.
      matches.withUnsafeMutableBufferPointer { $0[before...].sort() }
    }
  }

  /// Follows the words from a step on. Returns whether the matches are in order; they may not be after a wildcard,
  /// whose path belongs to another phrase.
  private func walk(
    _ first: TrieEdges.Step, start: Int, next: Int, _ matches: inout [PhraseAutomaton.Match]
  ) -> Bool {
    var step = first
    var next = next
    var isOrdered = true
    while step.state != 0 {
      let state = step.state
      if step.isEnd {
        for index in Int(ends[Int(state)])..<Int(ends[Int(state) + 1]) {
          matches.append(PhraseAutomaton.Match(start: start, end: next, payload: payloads[index]))
        }
      }
      if !step.goesOn { break }
      while next < tokens.count, tokens[next].flags.contains(.skipped) { next += 1 }
      guard next < tokens.count, tokens[next].hash != 0 else { break }
      if isSet(state, in: branches), let wildcards, wildcards.mayBegin(tokens[next]) {
        branch(from: state, start: start, at: next, &matches)
        isOrdered = false
      }
      if !laterWords.mayContain(TrieEdges.key(state, tokens[next].hash)) { break }
      step = TrieEdges.next(state, tokens[next].hash, in: edges)
      next += 1
    }
    return isOrdered
  }

  /// Continues from every wildcard that a token matches.
  private func branch(from state: UInt32, start: Int, at token: Int, _ matches: inout [PhraseAutomaton.Match]) {
    wildcards?.forEachPrefix(of: tokens[token], in: bytes) { prefix in
      let following = TrieEdges.next(state, TrieEdges.wildcard(prefix), in: edges)
      _ = walk(following, start: start, next: token + 1, &matches)
    }
  }

  @inline(__always)
  private func isSet(_ state: UInt32, in bits: FrozenElements<UInt64>) -> Bool {
    bits[Int(state >> 6)] & (1 &<< UInt64(state & 63)) != 0
  }
}
