import NewsModel

/// All patterns, and what each of them asks of a token.
package final class PatternSet: Sendable {
  /// In order of files and lines.
  package let patterns: [NamePattern]
  let words: PatternWords
  let rows: PatternRows
  let automata: AutomatonTable
  /// A bit a pattern: it is tried in headlines too.
  let inHeadlines: [UInt64]
  /// For each number of a condition a bit a pattern that has none of that number.
  let unconditioned: [UInt64]

  init(patterns: [NamePattern], words: PatternWords, commonWords: CommonWords) {
    self.patterns = patterns
    self.words = words
    let rows = PatternRows(patterns, words, commonWords)
    var inHeadlines = [UInt64](repeating: 0, count: rows.patternWidth)
    for (index, pattern) in patterns.enumerated() where pattern.inHeadlines {
      inHeadlines[index >> 6] |= 1 << UInt64(index & 63)
    }
    var unconditioned = [UInt64](repeating: 0, count: rows.conditionWidth)
    for (index, pattern) in patterns.enumerated() {
      for number in pattern.conditions.count..<NamePattern.mostConditions {
        unconditioned[number * rows.patternWidth + index >> 6] |= 1 << UInt64(index & 63)
      }
    }
    self.rows = rows
    self.unconditioned = unconditioned
    self.inHeadlines = inHeadlines
    automata = AutomatonTable(patterns, words)
  }
}
