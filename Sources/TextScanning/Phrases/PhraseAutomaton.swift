/// Finds every occurrence of many phrases in a token stream in one pass, including overlapping ones.
///
/// The automaton is a trie over words. From each token that begins some phrase, the trie is followed as far as the text
/// matches. A phrase has at most `longestPhrase` words, so the time is linear in the length of the text. Words are
/// compared by their folded hashes, so case, accents, quotes, dashes and invisible characters make no difference; a
/// caller that needs case uses `Token.capitals`. The automaton is immutable, and any thread may search. It is a class
/// because a copy of a struct would count seven references.
package final class PhraseAutomaton: Sendable {
  /// The most words of a phrase.
  package static let longestPhrase = 32
  /// The least number of letters before the "*" of a wildcard.
  package static let shortestWildcard = 3

  /// The words that begin a phrase, as a filter.
  let firstWords: KeyFilter
  /// The keys of all edges, as a filter: after a word such as "the" any word may follow, but few continue a phrase.
  let laterWords: KeyFilter
  /// The wildcards; nil if there are none.
  let wildcards: Wildcards?
  let edges: FrozenArray<TrieEdges.Slot>
  /// One bit per state: whether a wildcard may follow.
  let branches: FrozenArray<UInt64>
  /// The offsets of the payloads of the phrases that end in state s: `payloads[ends[s]..<ends[s + 1]]`.
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
  package struct Match: Sendable, Equatable, BitwiseCopyable {
    /// Token indices, half open. Skipped punctuation may occur inside a match, but not at its ends.
    package var start: Int
    package var end: Int
    /// The payload with which the phrase was added.
    package var payload: Int32

    package init(start: Int, end: Int, payload: Int32) {
      self.start = start
      self.end = end
      self.payload = payload
    }
  }

  /// Appends all occurrences in a range of tokens (or in all tokens, if it is nil) to `matches`, in order of start, end
  /// and payload. An occurrence begins inside the range but may end beyond it.
  ///
  /// - Parameter bytes: the bytes from which the stream was scanned.
  package func search(
    _ stream: TokenStream, in bytes: [UInt8], from range: Range<Int>? = nil, into matches: inout [Match]
  ) {
    guard !payloads.all.isEmpty else { return }
    let range = range ?? 0..<stream.tokens.count
    // A text with many names and contexts has one match per four words. Growing by doubling costs more than reserving
    // this memory.
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
