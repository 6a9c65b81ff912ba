import NewsModel

/// All patterns, and which of them a word, a capitalised word or a mention sets off.
package final class PatternSet: Sendable {
  /// In order of files and lines.
  package let patterns: [NamePattern]
  let words: PatternWords
  /// Patterns by the number of the word that triggers them.
  let byWord: [[Int32]]
  let byUpper: [Int32]
  let byInitial: [Int32]
  let bySign: [UInt64: [Int32]]
  let byMention: [EntityType: [Int32]]

  init(patterns: [NamePattern], words: PatternWords) {
    self.patterns = patterns
    self.words = words
    var byWord = [[Int32]](repeating: [], count: (words.words.flatMap { $0 }.max().map(Int.init) ?? 0) + 1)
    var byUpper: [Int32] = []
    var byInitial: [Int32] = []
    var bySign: [UInt64: [Int32]] = [:]
    var byMention: [EntityType: [Int32]] = [:]
    for (index, pattern) in patterns.enumerated() {
      switch pattern.trigger {
      case .words(let numbers): for number in Set(numbers) { byWord[Int(number)].append(Int32(index)) }
      case .upper: byUpper.append(Int32(index))
      case .initial: byInitial.append(Int32(index))
      case .sign(let hash): bySign[hash, default: []].append(Int32(index))
      case .mention(let type): byMention[type, default: []].append(Int32(index))
      }
    }
    self.byWord = byWord
    self.byUpper = byUpper
    self.byInitial = byInitial
    self.bySign = bySign
    self.byMention = byMention
  }
}
