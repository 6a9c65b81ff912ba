import NewsModel
import ScannedText
import TextScanning

/// The tests that the tokens of a section pass, and the patterns that its sentences may contain. They are computed
/// once, so that each step of a pattern only reads a bit.
struct TestedTokens {
  /// Keeps the two tables below alive.
  private let set: PatternSet
  private let tests: FrozenElements<UInt64>
  private let beginnings: FrozenElements<BeginningBits>
  private let testWidth: Int
  private static let to = FoldedHash.of(word: "to")
  private let patternWidth: Int
  private var rows: [Rows]
  /// For each sentence, the patterns whose conditions it fulfils.
  private var wanted: [PatternBits]

  /// The rows of `PatternRows` that together give the tests that a token passes.
  private struct Rows {
    var word: Int32
    var shape: Int32
    var roles: Int32
    /// Whether patterns skip the token, such as a hyphen inside a compound.
    var isSteppedOver = false
  }

  init(
    _ set: PatternSet, section: ScannedDocument.Section, casings: [SentenceCasing], known: KnownMentions
  ) {
    let table = set.rows
    self.set = set
    tests = table.tests.all
    beginnings = table.beginnings.all
    testWidth = table.testWidth
    patternWidth = table.patternWidth
    rows = [Rows](
      repeating: Rows(word: table.nothing, shape: table.nothing, roles: table.roles), count: section.tokens.count)
    wanted = [PatternBits](repeating: 0, count: section.sentences.count * patternWidth)
    read(section, casings, known, table)
  }

  private mutating func read(
    _ section: ScannedDocument.Section, _ casings: [SentenceCasing], _ known: KnownMentions, _ table: PatternRows
  ) {
    let tokens = section.tokens
    let capitals = NameCapitals(section: section)
    // All lookups are done in one loop, so that the processor can overlap their memory accesses.
    let words = tokens.map { table.words.number(of: $0.hash) }
    // For each condition number, the patterns whose condition the sentence fulfils.
    var fulfilled = set.unconditioned
    let conditions = table.conditions.all
    let fulfilAny = table.fulfilAny.all
    func fulfil(_ row: Int32) {
      guard fulfilAny[Int(row)] else { return }
      for group in fulfilled.indices { fulfilled[group] |= conditions[Int(row) * fulfilled.count + group] }
    }
    for (index, sentence) in section.sentences.enumerated() where casings[index] != .lower {
      let casing = casings[index]
      for group in fulfilled.indices { fulfilled[group] = set.unconditioned[group] }
      for number in sentence.start..<sentence.end {
        let token = tokens[number]
        let word = table.word(words[number])
        var roles = known.roles(at: number)
        if number == sentence.start { roles.insert(.sentenceStart) }
        var isGrammar = false
        if token.startsWithCapital {
          if capitals.isName(number, word.classes, in: sentence, casing) { roles.insert(.cap) }
          isGrammar = Self.isGrammar(number, word.classes, tokens, in: sentence, casing)
        }
        let own = Rows(
          word: table.row(of: token, word, inLowerCase: isGrammar),
          shape: isGrammar ? table.nothing : table.row(ofShape: token), roles: table.roles + Int32(roles.rawValue),
          isSteppedOver: token.flags.contains(.skipped) && token.kind != .possessive)
        rows[number] = own
        fulfil(own.word)
        fulfil(own.shape)
        fulfil(own.roles)
      }
      for group in 0..<patternWidth {
        var all = casing == .sentence ? ~0 : set.inHeadlines[group]
        for condition in 0..<NamePattern.mostConditions { all &= fulfilled[condition * patternWidth + group] }
        wanted[index * patternWidth + group] = all
      }
    }
  }

  /// Whether a word has a capital only because of the sentence. This is so for an article at the beginning and, in text
  /// in capitals, for verbs and function words. They are treated as if in lower case.
  private static func isGrammar(
    _ number: Int, _ word: CommonWords.Classes, _ tokens: [Token], in sentence: TokenStream.Sentence,
    _ casing: SentenceCasing
  ) -> Bool {
    if casing == .capitals {
      return !word.isDisjoint(with: .headlineGrammar)
        || number > sentence.start && tokens[number - 1].hash == to && word.contains(.everyday)
    }
    return number == sentence.start && number + 1 < sentence.end && tokens[number].isArticle(before: tokens[number + 1])
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

  @inline(__always)
  func isSteppedOver(_ token: Int) -> Bool { rows[token].isSteppedOver }

  /// Returns the patterns of a group, among the given ones, for which a mention may begin at a token.
  @inline(__always)
  func patterns(_ wanted: PatternBits, _ group: Int, from token: Int, in sentence: TokenStream.Sentence) -> PatternBits
  {
    var patterns = wanted & union(token, group, \.first)
    if patterns == 0 { return 0 }
    if token + 1 == sentence.end {
      patterns &= set.rows.edges[group].second
    } else if !isSteppedOver(token + 1) {
      patterns &= union(token + 1, group, \.second)
    }
    if patterns == 0 { return 0 }
    if token == sentence.start {
      patterns &= set.rows.edges[group].before
    } else if !isSteppedOver(token - 1) {
      patterns &= union(token - 1, group, \.before)
    }
    return patterns
  }

  @inline(__always)
  private func union(_ token: Int, _ group: Int, _ bits: (BeginningBits) -> PatternBits) -> PatternBits {
    let rows = rows[token]
    return bits(beginnings[Int(rows.word) * patternWidth + group])
      | bits(beginnings[Int(rows.shape) * patternWidth + group])
      | bits(beginnings[Int(rows.roles) * patternWidth + group])
  }

  /// The patterns of a group that must be tried in a sentence.
  func wanted(_ group: Int, inSentence sentence: Int) -> PatternBits { wanted[sentence * patternWidth + group] }
}

extension Token {
  /// Whether an "A" is an article. It is if a word follows; before a period or another punctuation mark it is an
  /// initial.
  fileprivate func isArticle(before next: Token) -> Bool {
    casing == .initial && hash == Self.a && !flags.contains(.dotted) && next.kind == .word
  }

  private static let a = FoldedHash.of(word: "a")
}
