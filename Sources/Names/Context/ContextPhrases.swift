import TextScanning

/// The context phrases of a section, by set, so that a long sentence is not read again for every name that requires a
/// missing word.
final class ContextPhrases {
  /// Sorted by set, then by start and end.
  private let matches: [PhraseAutomaton.Match]
  /// `present` has one bit for each set with matches. `ends` has the end of each such set's matches.
  private let present: [UInt64]
  private let ends: [Int32]
  /// The number of tokens of the longest match.
  let longest: Int

  /// - Parameter found: The matches in order of start and end.
  init(_ found: ArraySlice<PhraseAutomaton.Match>, of contexts: ContextSets) {
    var present = [UInt64](repeating: 0, count: contexts.names.count / 64 + 1)
    var places = [Int32](repeating: 0, count: contexts.names.count)
    var longest = 0
    for match in found {
      present[Int(match.payload) >> 6] |= 1 << UInt64(match.payload & 63)
      places[Int(match.payload)] += 1
      longest = max(longest, match.end - match.start)
    }
    var start: Int32 = 0
    for group in present.indices {
      var bits = present[group]
      while bits != 0 {
        let set = group * 64 + bits.trailingZeroBitCount
        bits &= bits - 1
        (places[set], start) = (start, start + places[set])
      }
    }
    matches = [PhraseAutomaton.Match](placing: found) { match in
      defer { places[Int(match.payload)] += 1 }
      return Int(places[Int(match.payload)])
    }
    ends = places
    self.present = present
    self.longest = longest
  }

  func contains(_ set: Int32) -> Bool { present[Int(set) >> 6] & (1 &<< UInt64(set & 63)) != 0 }

  /// The matches of a set that begin at or after a token.
  func matches(ofSet set: Int32, from token: Int) -> ArraySlice<PhraseAutomaton.Match> {
    guard contains(set) else { return [] }
    let own = matches[..<Int(ends[Int(set)])]
    return own[own.partitioningIndex { ($0.payload, $0.start) >= (set, token) }...]
  }
}
