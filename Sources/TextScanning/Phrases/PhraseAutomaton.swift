/// Finds every occurrence of many phrases in a token stream: all overlaps, in one pass.
///
/// A trie over words. From each token that begins some phrase the trie is walked to its end; phrases have at
/// most `longestPhrase` words, so the time is linear in the text whatever the phrases are. Words are compared by their
/// folded hashes, so case, accents, quotes, dashes and invisible characters make no difference here; who cares for
/// case looks at `TokenStream.capitals`. Immutable: any thread may search.
package struct PhraseAutomaton: Sendable {
  /// Words a phrase may have.
  package static let longestPhrase = 32
  /// Letters before the "*" of a prefix wildcard, at least.
  package static let shortestWildcard = 3

  /// The words that begin a phrase.
  let firstWords: KeyFilter
  /// The keys of all edges: after "the" any word may follow, and few are of a phrase.
  let laterWords: KeyFilter
  /// The letters before the "*" of each wildcard, as hashes.
  let wildcards: WordSet
  /// Which values of `Token.head` begin a wildcard's word: a bit each.
  let wildcardHeads: [UInt64]
  let edges: TrieEdges
  /// A bit a state: longer phrases go on from it. Most words end a phrase and begin no longer one.
  let goesOn: [UInt64]
  /// Payloads of the phrases that end in state s: `payloads[ends[s]..<ends[s + 1]]`.
  let ends: [UInt32]
  let payloads: [Int32]

  package var phraseCount: Int { payloads.count }

  /// An occurrence of a phrase.
  package struct Match: Sendable, Equatable {
    /// Token indices, half open; signs that matching steps over may stand inside, never at the ends.
    package var start: Int
    package var end: Int
    /// What the phrase was added with.
    package var payload: Int32

    package init(start: Int, end: Int, payload: Int32) {
      self.start = start
      self.end = end
      self.payload = payload
    }
  }

  /// All occurrences in a range of tokens (all when nil), in order of start, end, payload; appended to `matches`.
  /// An occurrence may end beyond the range; it begins inside.
  ///
  /// - Parameter bytes: the bytes that the stream was scanned from.
  package func search(
    _ stream: TokenStream, in bytes: [UInt8], from range: Range<Int>? = nil, into matches: inout [Match]
  ) {
    guard !payloads.isEmpty else { return }
    let range = range ?? 0..<stream.tokens.count
    stream.tokens.withUnsafeBufferPointer { tokens in
      edges.slots.withUnsafeBufferPointer { edges in
        ends.withUnsafeBufferPointer { ends in
          firstWords.bits.withUnsafeBufferPointer { firstWords in
            goesOn.withUnsafeBufferPointer { goesOn in
              if wildcards.isEmpty {
                laterWords.bits.withUnsafeBufferPointer { laterWords in
                  searchExact(tokens, range, firstWords, laterWords, edges, goesOn, ends, &matches)
                }
              } else {
                bytes.withUnsafeBufferPointer { bytes in
                  let search = WildcardSearch(
                    automaton: self, tokens: tokens, bytes: bytes, firstWords: firstWords, edges: edges,
                    goesOn: goesOn, ends: ends)
                  search.run(range, into: &matches)
                }
              }
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private func searchExact(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, _ firstWords: UnsafeBufferPointer<UInt64>,
    _ laterWords: UnsafeBufferPointer<UInt64>,
    _ edges: UnsafeBufferPointer<TrieEdges.Slot>,
    _ goesOn: UnsafeBufferPointer<UInt64>,
    _ ends: UnsafeBufferPointer<UInt32>, _ matches: inout [Match]
  ) {
    let count = tokens.count
    for start in range {
      let token = tokens[start]
      if !KeyFilter.mayContain(token.hash, in: firstWords) || token.hash == 0 || token.flags.contains(.skipped) {
        continue
      }
      var state = TrieEdges.next(0, token.hash, in: edges)
      var next = start + 1
      while state != 0 {
        let first = Int(ends[Int(state)])
        let last = Int(ends[Int(state) + 1])
        for index in first..<last { matches.append(Match(start: start, end: next, payload: payloads[index])) }
        if goesOn[Int(state >> 6)] & (1 &<< UInt64(state & 63)) == 0 { break }
        while next < count, tokens[next].flags.contains(.skipped) { next += 1 }
        guard next < count, tokens[next].hash != 0 else { break }
        if !KeyFilter.mayContain(TrieEdges.key(state, tokens[next].hash), in: laterWords) { break }
        state = TrieEdges.next(state, tokens[next].hash, in: edges)
        next += 1
      }
    }
  }
}

extension PhraseAutomaton.Match: Comparable {
  package static func < (a: Self, b: Self) -> Bool {
    (a.start, a.end, a.payload) < (b.start, b.end, b.payload)
  }
}
