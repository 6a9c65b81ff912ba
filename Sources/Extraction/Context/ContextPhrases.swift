import TextScanning

/// The context phrases of a section, by set: a long sentence is not read again for every name that asks for a word it
/// lacks.
final class ContextPhrases {
  /// In order of set, start, end.
  private let matches: [PhraseAutomaton.Match]
  /// A bit a set that has any.
  private let present: [UInt64]
  /// Tokens of the longest.
  let longest: Int

  init(of section: ScannedDocument.Section, _ contexts: ContextSets) {
    var found: [PhraseAutomaton.Match] = []
    contexts.automaton.search(section.stream, in: section.bytes, into: &found)
    found.sort { ($0.payload, $0.start, $0.end) < ($1.payload, $1.start, $1.end) }
    var present = [UInt64](repeating: 0, count: contexts.names.count / 64 + 1)
    var longest = 0
    for match in found {
      present[Int(match.payload) >> 6] |= 1 << UInt64(match.payload & 63)
      longest = max(longest, match.end - match.start)
    }
    matches = found
    self.present = present
    self.longest = longest
  }

  func hold(_ set: Int32) -> Bool { present[Int(set) >> 6] & (1 &<< UInt64(set & 63)) != 0 }

  /// From the first of a set that begins at a token or behind it; those of other sets follow.
  func of(_ set: Int32, from token: Int) -> ArraySlice<PhraseAutomaton.Match> {
    matches[matches.partitioningIndex { ($0.payload, $0.start) >= (set, token) }...]
  }
}
