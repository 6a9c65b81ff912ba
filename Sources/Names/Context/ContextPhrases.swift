import TextScanning

/// The context phrases of a section, by set: a long sentence is not read again for every name that asks for a word it
/// lacks.
final class ContextPhrases {
  /// By set, those of one in order of start and end.
  private let matches: [PhraseAutomaton.Match]
  /// A bit a set that has any; of such a set the place behind its last.
  private let present: [UInt64]
  private let ends: [Int32]
  /// Tokens of the longest.
  let longest: Int

  /// - Parameter found: in order of start and end.
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
    matches = [PhraseAutomaton.Match](unsafeUninitializedCapacity: found.count) { matches, count in
      for match in found {
        matches[Int(places[Int(match.payload)])] = match
        places[Int(match.payload)] += 1
      }
      count = found.count
    }
    ends = places
    self.present = present
    self.longest = longest
  }

  func hold(_ set: Int32) -> Bool { present[Int(set) >> 6] & (1 &<< UInt64(set & 63)) != 0 }

  /// Those of a set from the first that begins at a token or behind it.
  func of(_ set: Int32, from token: Int) -> ArraySlice<PhraseAutomaton.Match> {
    guard hold(set) else { return [] }
    let own = matches[..<Int(ends[Int(set)])]
    return own[own.partitioningIndex { ($0.payload, $0.start) >= (set, token) }...]
  }
}
