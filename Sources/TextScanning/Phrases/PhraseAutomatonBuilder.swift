extension PhraseAutomaton {
  /// Collects phrases, from which `build` makes an automaton.
  package struct Builder: Sendable {
    private var firstWords: [UInt64] = []
    private var wildcards: [Wildcards.Prefix] = []
    private var edges: TrieEdges
    /// For each edge, in order of insertion, the state from which it leads.
    private var parents: [UInt32] = []
    /// One bit per state: whether it has edges, and whether it has edges of wildcards.
    private var goesOn: [UInt64] = []
    private var branches: [UInt64] = []
    private var states: UInt32 = 1
    /// The state in which each phrase ends, in order of insertion.
    private var outputs: [(state: UInt32, payload: Int32)] = []
    private var scratch = TokenStream()

    /// - Parameter capacity: an estimate of the number of phrases; any number is allowed.
    package init(capacity: Int = 16) {
      edges = TrieEdges(capacity: capacity * 2)
    }

    package enum Outcome: Sendable, Equatable {
      case added
      /// The phrase has no letter and no digit.
      case empty
      /// The phrase has more than `longestPhrase` words.
      case tooLong
      /// A "*" follows fewer than `shortestWildcard` letters.
      case wildcardTooShort
    }

    /// Adds a phrase. A "*" directly after a word matches any ending of that word.
    @discardableResult
    package mutating func add(_ phrase: String, payload: Int32) -> Outcome {
      let bytes = Array(phrase.utf8)
      scratch.scan(bytes)
      return add(scratch.tokens[...], of: bytes, payload: payload)
    }

    /// Adds a phrase that is already scanned, as one block of a stream with many phrases.
    @discardableResult
    package mutating func add(_ tokens: ArraySlice<Token>, of bytes: [UInt8], payload: Int32) -> Outcome {
      let star = Sign.hash(of: UInt8(ascii: "*"))
      var words = 0
      var hasWord = false
      for (index, token) in zip(tokens.indices, tokens) where isPartOfPhrase(token) {
        words += 1
        hasWord = hasWord || token.isMatchedAsWord
        let next = index + 1
        if next < tokens.endIndex, tokens[next].hash == star, !tokens[next].hasSpaceBefore,
          token.head & 0x7fff == 0
        {
          return .wildcardTooShort
        }
      }
      guard hasWord else { return .empty }
      guard words <= PhraseAutomaton.longestPhrase else { return .tooLong }

      var state: UInt32 = 0
      for index in tokens.indices where isPartOfPhrase(tokens[index]) {
        let token = tokens[index]
        let next = index + 1
        let isWildcard = next < tokens.endIndex && tokens[next].hash == star && !tokens[next].hasSpaceBefore
        state = isWildcard ? step(state, wildcard: token, of: bytes) : step(state, word: token.hash)
      }
      outputs.append((state, payload))
      return .added
    }

    /// Adds the phrases of another builder. Each payload is combined with `mark`, whose bits must not occur in the
    /// payloads.
    package mutating func add(_ other: Builder, mark: Int32) {
      // Maps the states of the other builder to states of this one. Every state comes after the state from which it is
      // reached.
      var places: [UInt32] = [0]
      places.reserveCapacity(Int(other.states))
      for (key, parent) in zip(other.edges.keys, other.parents) {
        let place = places[Int(parent)]
        places.append(step(place, word: TrieEdges.word(key, behind: parent)))
        if other.isSet(parent, in: other.branches) { self.mark(place, in: &branches) }
      }
      wildcards += other.wildcards
      outputs += other.outputs.map { (places[Int($0.state)], $0.payload | mark) }
    }

    /// Periods are dropped ("Co.", "St. Louis"), because matching skips those of the text; the same applies to all
    /// punctuation that is always skipped.
    private func isPartOfPhrase(_ token: Token) -> Bool {
      token.hash != 0 && !token.flags.contains(.skipped) && token.hash != SentenceSigns.period
        && token.hash != Sign.hash(of: UInt8(ascii: "*")) && !SentenceSigns.isTerminator(token.hash)
    }

    private mutating func step(_ state: UInt32, word: UInt64) -> UInt32 {
      let next = edges.insert(state, word, fresh: states)
      guard next == states else { return next }
      states += 1
      parents.append(state)
      if state == 0 { firstWords.append(word) }
      mark(state, in: &goesOn)
      return next
    }

    private mutating func step(_ state: UInt32, wildcard token: Token, of bytes: [UInt8]) -> UInt32 {
      wildcards.append(Wildcards.Prefix(token, in: bytes))
      mark(state, in: &branches)
      return step(state, word: TrieEdges.wildcard(token.hash))
    }

    private func mark(_ state: UInt32, in bits: inout [UInt64]) {
      while bits.count <= Int(state >> 6) { bits.append(0) }
      bits[Int(state >> 6)] |= 1 << UInt64(state & 63)
    }

    package func build() -> PhraseAutomaton {
      var ends = [UInt32](repeating: 0, count: Int(states) + 1)
      for output in outputs { ends[Int(output.state) + 1] += 1 }
      for state in 1..<ends.count { ends[state] += ends[state - 1] }
      var place = ends
      var payloads = [Int32](repeating: 0, count: outputs.count)
      for output in outputs {
        payloads[Int(place[Int(output.state)])] = output.payload
        place[Int(output.state)] += 1
      }
      return PhraseAutomaton(
        firstWords: KeyFilter(firstWords), laterWords: KeyFilter(edges.keys),
        wildcards: wildcards.isEmpty ? nil : Wildcards(wildcards),
        edges: FrozenArray(
          edges.slots(isEnd: { ends[Int($0)] < ends[Int($0) + 1] }, goesOn: { isSet($0, in: goesOn) })),
        branches: bitOfEachState(branches), ends: FrozenArray(ends), payloads: FrozenArray(payloads))
    }

    private func isSet(_ state: UInt32, in bits: [UInt64]) -> Bool {
      Int(state >> 6) < bits.count && bits[Int(state >> 6)] & (1 << UInt64(state & 63)) != 0
    }

    private func bitOfEachState(_ bits: [UInt64]) -> FrozenArray<UInt64> {
      FrozenArray(bits + repeatElement(0, count: max(0, Int(states) / 64 + 1 - bits.count)))
    }
  }
}
