/// Finds every occurrence of many phrases in a token stream: all overlaps, in one pass.
///
/// A trie over words. From each token that begins some phrase the trie is walked to its end; phrases have at
/// most `longestPhrase` words, so the time is linear in the text whatever the phrases are. Words are compared by their
/// folded hashes, so case, accents, quotes, dashes and invisible characters make no difference here; who cares for
/// case looks at `TokenStream.capitals`. Immutable: any thread may search. A class, for a copy would count seven references.
package final class PhraseAutomaton: Sendable {
  /// Words a phrase may have.
  package static let longestPhrase = 32
  /// Letters before the "*" of a prefix wildcard, at least.
  package static let shortestWildcard = 3

  /// The words that begin a phrase.
  let firstWords: KeyFilter
  /// The keys of all edges: after "the" any word may follow, and few are of a phrase.
  let laterWords: KeyFilter
  /// Nil when it has none.
  let wildcards: Wildcards?
  let edges: FrozenArray<TrieEdges.Slot>
  /// A bit a state: a wildcard may follow.
  let branches: FrozenArray<UInt64>
  /// Payloads of the phrases that end in state s: `payloads[ends[s]..<ends[s + 1]]`.
  let ends: FrozenArray<UInt32>
  let payloads: FrozenArray<Int32>

  package var phraseCount: Int { payloads.all.count }

  init(
    firstWords: KeyFilter, laterWords: KeyFilter, wildcards: Wildcards?, edges: FrozenArray<TrieEdges.Slot>,
    branches: FrozenArray<UInt64>, ends: FrozenArray<UInt32>, payloads: FrozenArray<Int32>
  ) {
    self.firstWords = firstWords
    self.laterWords = laterWords
    self.wildcards = wildcards
    self.edges = edges
    self.branches = branches
    self.ends = ends
    self.payloads = payloads
  }

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
    guard !payloads.all.isEmpty else { return }
    let range = range ?? 0..<stream.tokens.count
    // A text of many names and contexts has one in four words; to grow by doubling costs more than the room.
    if matches.isEmpty { matches.reserveCapacity(range.count / 4) }
    stream.tokens.withUnsafeBufferPointer { tokens in
      bytes.withUnsafeBufferPointer { bytes in
        withExtendedLifetime(self) { PhraseSearch(self, tokens, bytes).run(range, into: &matches) }
      }
    }
  }
}

extension PhraseAutomaton.Match: Comparable {
  package static func < (a: Self, b: Self) -> Bool {
    (a.start, a.end, a.payload) < (b.start, b.end, b.payload)
  }
}
