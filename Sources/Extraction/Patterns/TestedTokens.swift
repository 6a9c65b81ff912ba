import NewsModel
import TextScanning

/// What the patterns make of the tokens and sentences of a section, worked out once, so that a step of a pattern asks
/// for one bit.
struct TestedTokens {
  /// Keeps alive what the two below read.
  private let set: PatternSet
  private let tests: UnsafeBufferPointer<UInt64>
  private let starts: UnsafeBufferPointer<UInt64>
  private let testWidth: Int
  private static let to = FoldedHash.of(word: "to")
  private let patternWidth: Int
  private var rows: [Rows]
  /// For each sentence a bit a pattern all of whose conditions it fulfils.
  private var wanted: [UInt64]

  /// The rows of `PatternRows` that a token's meaning is the union of.
  private struct Rows {
    var word: Int32
    var shape: Int32
    var roles: Int32
  }

  init(
    _ set: PatternSet, section: ScannedDocument.Section, casings: [SentenceCasing], commonWords: CommonWords,
    known: KnownMentions
  ) {
    let table = set.rows
    self.set = set
    tests = table.tests.all
    starts = table.starts.all
    testWidth = table.testWidth
    patternWidth = table.patternWidth
    let nothing = Rows(word: table.nothing, shape: table.nothing, roles: table.roles)
    rows = [Rows](repeating: nothing, count: section.tokens.count)
    wanted = [UInt64](repeating: 0, count: section.sentences.count * patternWidth)
    let capitals = NameCapitals(section: section, casings: casings, commonWords: commonWords)
    let conditions = table.conditions.all
    let fulfilAny = table.fulfilAny.all
    var fulfilled = set.unconditioned
    /// Whether a capital is the sentence's, not the word's own: that of an article, and between capitals that of verbs and
    /// function words, which then count as if in lower case.
    func isGrammar(_ number: Int, in sentence: TokenStream.Sentence, _ casing: SentenceCasing) -> Bool {
      let token = section.tokens[number]
      if casing == .capitals {
        return commonWords.isHeadlineGrammar(token.hash)
          || number > sentence.start && section.tokens[number - 1].hash == Self.to && commonWords.contains(token.hash)
      }
      return number == sentence.start && number + 1 < sentence.end
        && token.isArticle(before: section.tokens[number + 1])
    }
    func fulfil(_ row: Int32) {
      guard fulfilAny[Int(row)] else { return }
      for group in fulfilled.indices { fulfilled[group] |= conditions[Int(row) * fulfilled.count + group] }
    }
    for (index, sentence) in section.sentences.enumerated() where casings[index] != .lower {
      for group in fulfilled.indices { fulfilled[group] = set.unconditioned[group] }
      for number in sentence.start..<sentence.end {
        let token = section.tokens[number]
        var roles = known.roles(at: number)
        if number == sentence.start { roles.insert(.sentenceStart) }
        if token.startsWithCapital, capitals.isName(number, in: sentence, casings[index]) { roles.insert(.cap) }
        let isGrammar = isGrammar(number, in: sentence, casings[index])
        let own = Rows(
          word: table.row(of: token, inLowerCase: isGrammar),
          shape: isGrammar ? table.nothing : table.row(ofShape: token), roles: table.roles + Int32(roles.rawValue))
        rows[number] = own
        fulfil(own.word)
        fulfil(own.shape)
        fulfil(own.roles)
      }
      for group in 0..<patternWidth {
        var all = casings[index] == .sentence ? ~0 : set.inHeadlines[group]
        for condition in 0..<NamePattern.mostConditions { all &= fulfilled[condition * patternWidth + group] }
        wanted[index * patternWidth + group] = all
      }
    }
  }

  @inline(__always)
  func passes(_ test: Int32, _ token: Int) -> Bool {
    let rows = rows[token]
    let group = Int(test) >> 6
    let bits =
      tests[Int(rows.word) * testWidth + group] | tests[Int(rows.shape) * testWidth + group]
      | tests[Int(rows.roles) * testWidth + group]
    return bits & (1 &<< UInt64(test & 63)) != 0
  }

  /// 64 patterns, as bits: those whose mention may begin at a token.
  @inline(__always)
  func starts(_ group: Int, at token: Int) -> UInt64 {
    let rows = rows[token]
    return starts[Int(rows.word) * patternWidth + group] | starts[Int(rows.shape) * patternWidth + group]
      | starts[Int(rows.roles) * patternWidth + group]
  }

  /// 64 patterns, as bits: those that are to be tried in a sentence.
  func wanted(_ group: Int, inSentence sentence: Int) -> UInt64 { wanted[sentence * patternWidth + group] }
}

extension Token {
  /// "A" before a word is an article, before a period or a sign an initial.
  fileprivate func isArticle(before next: Token) -> Bool {
    casing == .initial && hash == Self.a && !flags.contains(.dotted) && next.kind == .word
  }

  private static let a = FoldedHash.of(word: "a")
}
