import NewsModel

/// All patterns, and what each of them asks of a token.
package final class PatternSet: Sendable {
  /// In order of files and lines.
  package let patterns: [NamePattern]
  let words: PatternWords
  let rows: PatternRows
  /// A bit a pattern: it is tried in headlines too.
  let inHeadlines: [UInt64]
  /// A bit a pattern: what sets it off may stand before the mention.
  let readsLeft: [UInt64]

  init(patterns: [NamePattern], words: PatternWords, commonWords: CommonWords) {
    self.patterns = patterns
    self.words = words
    let rows = PatternRows(patterns, words, commonWords)
    func bits(where holds: (NamePattern) -> Bool) -> [UInt64] {
      var bits = [UInt64](repeating: 0, count: rows.patternWidth)
      for (index, pattern) in patterns.enumerated() where holds(pattern) { bits[index >> 6] |= 1 << UInt64(index & 63) }
      return bits
    }
    self.rows = rows
    inHeadlines = bits { $0.inHeadlines }
    readsLeft = bits { $0.left != nil }
  }
}
