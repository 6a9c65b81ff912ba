import NewsModel
import TextScanning

extension PatternRows {
  init(_ patterns: [NamePattern], _ words: PatternWords, _ commonWords: CommonWords) {
    var builder = Builder(patterns, words)
    let plain = words.plain
    /// Adds the two rows of a word, or reuses those of an earlier word that passes the same tests.
    func addWord(_ number: Int32, isEveryday: Bool, isContent: Bool) -> Int32 {
      let first = builder.rows
      for withCapital in [false, true] {
        builder.addRow(tests: number < 0 ? nil : words.tests(ofWord: number, withCapital: withCapital))
        if isEveryday {
          builder.pass(plain.everyday)
          for other in plain.everydayOthers where !words.words[other.except].contains(number) {
            builder.pass(other.test)
          }
        }
        if withCapital, !isEveryday {
          for proper in plain.propers where !words.words[proper.except].contains(number) { builder.pass(proper.test) }
        }
        if isContent { builder.pass(plain.content) }
        if number >= 0 { builder.fulfil(word: number) }
      }
      return builder.shareRows(from: first)
    }
    otherWord = addWord(-1, isEveryday: false, isContent: true)
    var rows: [UInt64: Int32] = [:]
    // Words in patterns have their own rows; all others are of one of four kinds.
    for number in 0..<Int32(words.count) where words.hash(of: number) != 0 {
      let hash = words.hash(of: number)
      rows[hash] = addWord(
        number, isEveryday: commonWords.contains(hash), isContent: !commonWords.isFunctionWord(hash))
    }
    let everyday = addWord(-1, isEveryday: true, isContent: true)
    let everydayFunction = addWord(-1, isEveryday: true, isContent: false)
    let function = addWord(-1, isEveryday: false, isContent: false)
    for hash in commonWords.all where rows[hash] == nil {
      rows[hash] = commonWords.isFunctionWord(hash) ? everydayFunction : everyday
    }
    for hash in commonWords.allFunctionWords where rows[hash] == nil { rows[hash] = function }
    var known = rows.map { ($0, Self.packed(Word(row: $1, classes: commonWords.classes(of: $0)))) }
    for hash in commonWords.known where rows[hash] == nil {
      known.append((hash, Self.packed(Word(row: otherWord, classes: commonWords.classes(of: hash)))))
    }
    self.words = WordNumbers(Dictionary(uniqueKeysWithValues: known))
    let and = words.number(ofHash: Sign.ampersand)
    ampersand = builder.rows
    builder.addRow(tests: and.map { words.tests(ofWord: $0, withCapital: false) })
    if let and { builder.fulfil(word: and) }
    var signs: [SignRow] = []
    for (hash, test) in plain.signs {
      if hash == Sign.ampersand {
        builder.pass(test)
        builder.fulfil(.sign(hash))
      }
    }
    for (hash, test) in plain.signs where hash != Sign.ampersand {
      signs.append(SignRow(hash: hash, row: builder.rows))
      builder.addRow()
      builder.pass(test)
      builder.fulfil(.sign(hash))
    }
    self.signs = FrozenArray(signs)
    nothing = builder.rows
    builder.addRow()
    shapes = builder.rows
    for shape in 0..<Self.shapeCount { builder.addShape(shape, plain) }
    roles = builder.rows
    for roles in 0..<TokenRoles.count { builder.addRoles(TokenRoles(rawValue: UInt8(roles)), plain) }
    testWidth = builder.testWidth
    patternWidth = builder.patternWidth
    conditionWidth = builder.conditionWidth
    tests = FrozenArray(builder.tests)
    beginnings = FrozenArray(builder.beginnings)
    edges = builder.edges
    conditions = FrozenArray(builder.conditions)
    fulfilAny = FrozenArray(builder.fulfilAny)
  }

  private struct Builder {
    let patterns: [NamePattern]
    let testWidth: Int
    let patternWidth: Int
    private let beginningsByTest: BeginningsByTest
    var edges: [BeginningBits] { beginningsByTest.edges }
    /// The conditions that each word fulfils, with their patterns.
    private var places: [Int32: [(pattern: Int, condition: Int)]] = [:]
    /// The part of a pair of rows that determines the rest, used to find equal pairs.
    private struct RowContent: Hashable {
      var tests: [UInt64]
      var conditions: [PatternBits]
    }
    private var contents: [RowContent: Int32] = [:]
    private(set) var tests: [UInt64] = []
    private(set) var beginnings: [BeginningBits] = []
    private(set) var conditions: [PatternBits] = []
    private(set) var fulfilAny: [Bool] = []
    var rows: Int32 { Int32(fulfilAny.count) }
    var conditionWidth: Int { NamePattern.mostConditions * patternWidth }

    init(_ patterns: [NamePattern], _ words: PatternWords) {
      self.patterns = patterns
      testWidth = max(1, (words.tests.count + 63) / 64)
      patternWidth = PatternBits.groups(patterns.count)
      beginningsByTest = BeginningsByTest(patterns, words)
      for (index, pattern) in patterns.enumerated() {
        for (number, condition) in pattern.conditions.enumerated() {
          guard case .words(let words) = condition else { continue }
          for word in words { places[word, default: []].append((index, number)) }
        }
      }
    }

    mutating func addRow(tests passed: [Int32]? = nil) {
      tests += repeatElement(0, count: testWidth)
      beginnings += beginningsByTest.always
      conditions += repeatElement(0, count: conditionWidth)
      fulfilAny.append(false)
      for test in passed ?? [] { pass(test) }
    }

    /// Replaces the newest rows with equal earlier rows if there are any. Thousands of given names then need no more
    /// memory and processor cache than one.
    mutating func shareRows(from first: Int32) -> Int32 {
      let place = Int(first)
      let content = RowContent(
        tests: Array(tests[place * testWidth..<tests.count]),
        conditions: Array(conditions[place * conditionWidth..<conditions.count]))
      guard let known = contents[content] else {
        contents[content] = first
        return first
      }
      tests.removeSubrange(place * testWidth..<tests.count)
      conditions.removeSubrange(place * conditionWidth..<conditions.count)
      beginnings.removeSubrange(place * patternWidth..<beginnings.count)
      fulfilAny.removeSubrange(place..<fulfilAny.count)
      return known
    }

    /// Lets the newest row pass a test; does nothing for -1, a test that no pattern has.
    mutating func pass(_ test: Int32) {
      if test < 0 { return }
      tests[tests.count - testWidth + Int(test) >> 6] |= 1 << UInt64(test & 63)
      for group in 0..<patternWidth {
        let place = beginnings.count - patternWidth + group
        beginnings[place] = beginnings[place] | beginningsByTest.of(test, group: group)
      }
    }

    /// Lets the newest row fulfil all conditions that require a word.
    mutating func fulfil(word: Int32) {
      for place in places[word] ?? [] { fulfil(place.condition, of: place.pattern) }
    }

    /// Lets the newest row fulfil all conditions of a kind other than words.
    mutating func fulfil(_ condition: NamePattern.Condition) {
      for (index, pattern) in patterns.enumerated() {
        for (number, other) in pattern.conditions.enumerated() where other == condition { fulfil(number, of: index) }
      }
    }

    private mutating func fulfil(_ condition: Int, of pattern: Int) {
      let place = conditions.count - conditionWidth + condition * patternWidth + PatternBits.group(of: pattern)
      conditions[place] |= .pattern(pattern)
      fulfilAny[fulfilAny.count - 1] = true
    }

    mutating func addRoles(_ roles: TokenRoles, _ plain: PlainTests) {
      addRow()
      if roles.contains(.cap) { pass(plain.cap) }
      if roles.contains(.sentenceStart) { pass(plain.sentenceStart) }
      if roles.contains(.nationality) { pass(plain.nationality) }
      for type in EntityType.allCases where !roles.isDisjoint(with: .mention(type)) {
        pass(plain.mention(type))
        fulfil(.mention(type))
      }
    }

    mutating func addShape(_ shape: Int32, _ plain: PlainTests) {
      addRow()
      guard let kind = Token.Kind(rawValue: UInt8(shape & 7)),
        let casing = Token.Casing(rawValue: UInt8(shape >> 3 & 7))
      else { return }
      var flags: Token.Flags = []
      if shape & 64 != 0 { flags.insert(.hasDigit) }
      if shape & 128 != 0 { flags.insert(.dotted) }
      let token = Token(hash: 0, start: 0, end: 0, head: 0, kind: kind, casing: casing, flags: flags)
      switch kind {
      case .word:
        if casing == .upper, !token.hasDigit { pass(plain.upper) }
        if casing == .lower { pass(plain.lower) }
      case .number: pass(plain.number)
      case .possessive: pass(plain.possessive)
      case .punctuation, .ideograph, .lineBreak: break
      }
      if token.isWord { pass(plain.word) }
      if casing == .upper { fulfil(.upper) }
      if token.isInitial {
        pass(plain.initial)
        fulfil(.initial)
      }
    }
  }
}

extension Token {
  /// Whether the token is an initial or several: "J", "J.", "J.R.", but not "R3".
  var isInitial: Bool { !hasDigit && (casing == .initial || (flags.contains(.dotted) && casing == .upper)) }
}
