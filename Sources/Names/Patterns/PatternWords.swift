import TextScanning

/// The words in patterns, and the tests that each of them passes.
package struct PatternWords: Sendable {
  let tests: [TokenTest]
  let plain: PlainTests
  /// The word numbers in each set.
  package let words: [[Int32]]
  private let setNames: [String: Int]
  /// The hash of each word by its number; 0 for an unused number.
  private let hashes: [UInt64]
  /// The tests that each word passes: in lower case at twice its number, with a capital at the next index.
  private let passed: [[Int32]]

  /// All word numbers are less than this.
  var count: Int { hashes.count }

  func hash(of number: Int32) -> UInt64 { hashes[Int(number)] }

  func number(ofHash hash: UInt64) -> Int32? { hashes.firstIndex(of: hash).map(Int32.init) }

  /// The tests for words that this word passes.
  func tests(ofWord number: Int32, withCapital: Bool) -> [Int32] { passed[2 * Int(number) + (withCapital ? 1 : 0)] }

  /// Returns the test that the fewest words pass, or -1 if none of the tests is for words.
  func rarest(of tests: Set<Int>) -> Int32 {
    var best: (count: Int, test: Int)?
    for test in tests.sorted() {
      guard case .words(let set, _) = self.tests[test], words[set].count < best?.count ?? .max else { continue }
      best = (words[set].count, test)
    }
    return best.map { Int32($0.test) } ?? -1
  }

  /// The folded hashes of the words in a set; empty if no file defines the set.
  package func hashes(ofSet name: String) -> Set<UInt64> {
    setNames[name].map { Set(words[$0].map { hashes[Int($0)] }) } ?? []
  }

  static func signHash(_ sign: String) -> UInt64? {
    let tokens = TokenStream(sign).tokens
    return tokens.count == 1 && !tokens[0].isWord ? tokens[0].hash : nil
  }

  struct Builder {
    private var setNames: [String: Int] = [:]
    private var sets: [[(word: Int32, capitalised: Bool)]] = []
    private var numbers: [UInt64: Int32] = [:]
    private(set) var tests: [TokenTest] = []
    private var testIndices: [TokenTest: Int] = [:]

    func index(ofSet name: String) -> Int? { setNames[name] }

    /// Adds words to a set, which is created if necessary. Returns those that are not a single word.
    mutating func add(_ words: [String], toSet name: String) -> [String] {
      let set: Int
      if let known = setNames[name] {
        set = known
      } else {
        set = sets.count
        setNames[name] = set
        sets.append([])
      }
      return words.filter { !add($0, to: set) }
    }

    /// Returns the set with one word of a pattern.
    mutating func set(ofWord word: String) -> Int? {
      let name = " " + word
      if let known = setNames[name] { return known }
      return add([word], toSet: name).isEmpty ? setNames[name] : nil
    }

    mutating func index(of test: TokenTest) -> Int {
      if let known = testIndices[test] { return known }
      tests.append(test)
      testIndices[test] = tests.count - 1
      return tests.count - 1
    }

    /// Returns a set with the words of several sets, so that a choice of single words takes only one position.
    mutating func union(_ parts: [Int]) -> Int {
      let name = "|" + parts.sorted().map(String.init).joined(separator: "|")
      if let known = setNames[name] { return known }
      setNames[name] = sets.count
      sets.append(parts.flatMap { sets[$0] })
      return sets.count - 1
    }

    private mutating func add(_ word: String, to set: Int) -> Bool {
      let tokens = TokenStream(word).tokens.filter { !$0.flags.contains(.skipped) }
      guard tokens.count == 1, tokens[0].isWord || word == "&" else { return false }
      let number: Int32
      if let known = numbers[tokens[0].hash] {
        number = known
      } else {
        number = Int32(numbers.count + 1)
        numbers[tokens[0].hash] = number
      }
      sets[set].append((number, tokens[0].startsWithCapital))
      return true
    }

    private func passed() -> [[Int32]] {
      var passed = [[Int32]](repeating: [], count: 2 * (numbers.count + 1))
      for (index, test) in tests.enumerated() {
        guard case .words(let set, let capitalised) = test else { continue }
        for (word, isCapital) in sets[set] {
          passed[2 * Int(word) + 1].append(Int32(index))
          // If a set contains "the" and "The", both spellings pass.
          if !isCapital, !capitalised { passed[2 * Int(word)].append(Int32(index)) }
        }
      }
      return passed
    }

    func build() -> PatternWords {
      var hashes = [UInt64](repeating: 0, count: numbers.count + 1)
      for (hash, number) in numbers { hashes[Int(number)] = hash }
      return PatternWords(
        tests: tests, words: sets.map { $0.map(\.word) }, setNames: setNames, hashes: hashes, passed: passed())
    }
  }

  private init(
    tests: [TokenTest], words: [[Int32]], setNames: [String: Int], hashes: [UInt64], passed: [[Int32]]
  ) {
    self.tests = tests
    plain = PlainTests(tests)
    self.words = words
    self.setNames = setNames
    self.hashes = hashes
    self.passed = passed
  }
}
