import TextScanning

/// The words that patterns name, and which sets each is in.
struct PatternWords: Sendable {
  /// Finds the words; a payload is a word's number, from 1.
  let automaton: PhraseAutomaton
  let tests: [TokenTest]
  /// 64-bit groups of sets for each word: bit s of group g is set 64 g + s.
  private let groups: Int
  private let members: [UInt64]
  /// The word begins with a capital in that set, and so must the text.
  private let capitalised: [UInt64]
  /// Word numbers of each set.
  let words: [[Int32]]
  private let setNames: [String: Int]
  /// For each word number its hash.
  private let hashes: [UInt64]

  /// The folded hashes of a set's words; empty for a set that no file defines.
  func hashes(ofSet name: String) -> Set<UInt64> {
    setNames[name].map { Set(words[$0].map { hashes[Int($0)] }) } ?? []
  }

  @inline(__always)
  func contains(set: Int, word: Int32, startsWithCapital: Bool) -> Bool {
    let index = Int(word) * groups + set >> 6
    let bit: UInt64 = 1 << UInt64(set & 63)
    return members[index] & bit != 0 && (startsWithCapital || capitalised[index] & bit == 0)
  }

  static func signHash(_ sign: String) -> UInt64? {
    let tokens = TokenStream(sign).tokens
    return tokens.count == 1 && !tokens[0].isWord ? tokens[0].hash : nil
  }

  struct Builder {
    private var setNames: [String: Int] = [:]
    private var sets: [[(word: Int32, capitalised: Bool)]] = []
    private var numbers: [UInt64: Int32] = [:]
    private var phrases: [String] = []
    private(set) var tests: [TokenTest] = []
    private var testIndices: [TokenTest: Int] = [:]

    func index(ofSet name: String) -> Int? { setNames[name] }

    /// Adds words to a set, which need not exist. Returns those that are not one word.
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

    /// The set that holds one word of a pattern alone.
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

    /// The set that holds the words of several: a choice of single words takes one position.
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
        number = Int32(phrases.count + 1)
        numbers[tokens[0].hash] = number
        phrases.append(word)
      }
      sets[set].append((number, tokens[0].startsWithCapital))
      return true
    }

    func build() -> PatternWords {
      let groups = max(1, (sets.count + 63) / 64)
      var members = [UInt64](repeating: 0, count: (phrases.count + 1) * groups)
      var capitalised = members
      for (set, words) in sets.enumerated() {
        let bit: UInt64 = 1 << UInt64(set & 63)
        for (word, isCapital) in words {
          let index = Int(word) * groups + set >> 6
          // "the" beside "The" in one set takes both.
          let wasThere = members[index] & bit != 0
          members[index] |= bit
          if !isCapital { capitalised[index] &= ~bit } else if !wasThere { capitalised[index] |= bit }
        }
      }
      var hashes = [UInt64](repeating: 0, count: phrases.count + 1)
      for (hash, number) in numbers { hashes[Int(number)] = hash }
      var automaton = PhraseAutomaton.Builder(capacity: phrases.count)
      for (index, phrase) in phrases.enumerated() {
        // "&" alone is no phrase; it is matched as "and".
        automaton.add(phrase == "&" ? "and" : phrase, payload: Int32(index + 1))
      }
      return PatternWords(
        automaton: automaton.build(), tests: tests, groups: groups, members: members, capitalised: capitalised,
        words: sets.map { $0.map(\.word) }, setNames: setNames, hashes: hashes)
    }
  }

  private init(
    automaton: PhraseAutomaton, tests: [TokenTest], groups: Int, members: [UInt64], capitalised: [UInt64],
    words: [[Int32]], setNames: [String: Int], hashes: [UInt64]
  ) {
    self.setNames = setNames
    self.hashes = hashes
    self.automaton = automaton
    self.tests = tests
    self.groups = groups
    self.members = members
    self.capitalised = capitalised
    self.words = words
  }
}
