import NewsModel

/// All patterns, and what each of them requires of tokens.
package final class PatternSet: Sendable {
  /// In order of files and lines.
  package let patterns: [NamePattern]
  package let words: PatternWords
  let rows: PatternRows
  let automata: AutomatonTable
  /// The patterns that are also tried in headlines.
  let inHeadlines: [PatternBits]
  /// For each condition number, the patterns without a condition of that number.
  let unconditioned: [PatternBits]

  init(patterns: [NamePattern], words: PatternWords, commonWords: CommonWords) {
    self.patterns = patterns
    self.words = words
    let rows = PatternRows(patterns, words, commonWords)
    var inHeadlines = [PatternBits](repeating: 0, count: rows.patternWidth)
    for (index, pattern) in patterns.enumerated() where pattern.inHeadlines {
      inHeadlines[PatternBits.group(of: index)] |= .pattern(index)
    }
    var unconditioned = [PatternBits](repeating: 0, count: rows.conditionWidth)
    for (index, pattern) in patterns.enumerated() {
      for number in pattern.conditions.count..<NamePattern.mostConditions {
        unconditioned[number * rows.patternWidth + PatternBits.group(of: index)] |= .pattern(index)
      }
    }
    self.rows = rows
    self.unconditioned = unconditioned
    self.inHeadlines = inHeadlines
    automata = AutomatonTable(patterns, words)
  }
}
