import NewsModel

/// All patterns, and which of them a word, a capitalised word or a mention sets off.
package final class PatternSet: Sendable {
  /// In order of files and lines.
  package let patterns: [NamePattern]
  let words: PatternWords
  /// Patterns by the number of the word that triggers them.
  let byWord: Lists
  let byUpper: [Int32]
  let byInitial: [Int32]
  let bySign: [UInt64: [Int32]]
  /// By `EntityType.index`.
  let byMention: Lists
  /// A bit a test that a pattern's mention may begin with.
  let firstTests: [UInt64]
  /// For each test a row of bits: the patterns whose mention may begin with it.
  let startsByTest: [UInt64]
  /// 64-bit words in such a row.
  let startsWidth: Int
  /// What is asked of a pattern before it is tried.
  let traits: [Traits]

  struct Traits: Sendable {
    var inHeadlines: Bool
    /// A trigger may stand in what must come before the mention.
    var readsLeft: Bool
  }

  /// Lists of pattern numbers, one behind the other.
  struct Lists: Sendable {
    private var bounds: [Int32] = [0]
    private(set) var numbers: [Int32] = []

    init(_ lists: [[Int32]]) {
      for list in lists {
        numbers += list
        bounds.append(Int32(numbers.count))
      }
    }

    /// The list's place in `numbers`.
    subscript(_ list: Int) -> Range<Int> { Int(bounds[list])..<Int(bounds[list + 1]) }
  }

  init(patterns: [NamePattern], words: PatternWords) {
    self.patterns = patterns
    self.words = words
    var byWord = [[Int32]](repeating: [], count: (words.words.flatMap { $0 }.max().map(Int.init) ?? 0) + 1)
    var byUpper: [Int32] = []
    var byInitial: [Int32] = []
    var bySign: [UInt64: [Int32]] = [:]
    var byMention = [[Int32]](repeating: [], count: EntityType.allCases.count)
    let startsWidth = max(1, (patterns.count + 63) / 64)
    var firstTests = [UInt64](repeating: 0, count: words.rows.width)
    var startsByTest = [UInt64](repeating: 0, count: words.tests.count * startsWidth)
    for (index, pattern) in patterns.enumerated() {
      switch pattern.trigger {
      case .words(let numbers): for number in Set(numbers) { byWord[Int(number)].append(Int32(index)) }
      case .upper: byUpper.append(Int32(index))
      case .initial: byInitial.append(Int32(index))
      case .sign(let hash): bySign[hash, default: []].append(Int32(index))
      case .mention(let type): byMention[type.index].append(Int32(index))
      }
      for test in pattern.core.firstTests {
        firstTests[Int(test) >> 6] |= 1 << UInt64(test & 63)
        startsByTest[Int(test) * startsWidth + index >> 6] |= 1 << UInt64(index & 63)
      }
    }
    self.byWord = Lists(byWord)
    self.byUpper = byUpper
    self.byInitial = byInitial
    self.bySign = bySign
    self.byMention = Lists(byMention)
    self.firstTests = firstTests
    self.startsByTest = startsByTest
    self.startsWidth = startsWidth
    traits = patterns.map { Traits(inHeadlines: $0.inHeadlines, readsLeft: $0.left != nil) }
  }
}
