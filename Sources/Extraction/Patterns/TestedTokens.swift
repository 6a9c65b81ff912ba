import NewsModel
import TextScanning

/// Which tests of the patterns each token of a section passes: a row of bits a token, made once, so that a step of a
/// pattern asks for one bit.
struct TestedTokens {
  /// 64-bit words in a row.
  let width: Int
  private var rows: [UInt64]
  /// For each token the pattern word that it is; 0 for none.
  private(set) var wordAt: [Int32]
  /// For each token a row of bits: the patterns whose mention may begin there.
  private var starts: [UInt64]
  private let startsWidth: Int

  init(
    _ set: PatternSet, section: ScannedDocument.Section, casings: [SentenceCasing], commonWords: CommonWords,
    known: KnownMentions
  ) {
    let words = set.words
    width = words.rows.width
    startsWidth = set.startsWidth
    let tokens = section.tokens
    rows = [UInt64](repeating: 0, count: tokens.count * width)
    wordAt = [Int32](repeating: 0, count: tokens.count)
    starts = [UInt64](repeating: 0, count: tokens.count * startsWidth)
    var matches: [PhraseAutomaton.Match] = []
    words.automaton.search(section.stream, in: section.bytes, into: &matches)
    for match in matches { wordAt[match.start] = match.payload }
    let capitals = NameCapitals(section: section, casings: casings, commonWords: commonWords)
    let plain = words.plain
    for (index, sentence) in section.sentences.enumerated() where casings[index] != .lower {
      pass(plain.sentenceStart, sentence.start)
      for token in sentence.start..<sentence.end {
        enter(token, tokens[token], words, commonWords)
        if tokens[token].startsWithCapital, capitals.isName(token, in: sentence, casings[index]) {
          pass(plain.cap, token)
        }
        for mention in known.range(at: token) {
          pass(plain.mention(known.type(of: mention)), token)
          if known.isNationality(mention) { pass(plain.nationality, token) }
        }
        enterStarts(token, set)
      }
    }
  }

  /// The tests of words and shapes.
  private mutating func enter(_ index: Int, _ token: Token, _ words: PatternWords, _ commonWords: CommonWords) {
    let plain = words.plain
    let word = wordAt[index]
    if word > 0 {
      let row = words.rows.start(word: word, withCapital: token.startsWithCapital)
      for group in 0..<width { rows[index * width + group] = words.rows.bits[row + group] }
    }
    switch token.kind {
    case .word:
      if token.casing == .upper, !token.flags.contains(.hasDigit) { pass(plain.upper, index) }
      if token.casing == .lower { pass(plain.lower, index) }
    case .number: pass(plain.number, index)
    case .possessive: pass(plain.possessive, index)
    case .punctuation: for sign in plain.signs where sign.hash == token.hash { pass(sign.test, index) }
    case .ideograph, .lineBreak: break
    }
    if token.isInitial { pass(plain.initial, index) }
    if token.isWord {
      pass(plain.word, index)
      if plain.everyday >= 0, commonWords.contains(token.hash) { pass(plain.everyday, index) }
      if plain.content >= 0, !commonWords.isFunctionWord(token.hash) { pass(plain.content, index) }
    }
  }

  private mutating func enterStarts(_ token: Int, _ set: PatternSet) {
    for group in 0..<width {
      var tests = rows[token * width + group] & set.firstTests[group]
      while tests != 0 {
        let test = group * 64 + tests.trailingZeroBitCount
        tests &= tests - 1
        for word in 0..<startsWidth {
          starts[token * startsWidth + word] |= set.startsByTest[test * startsWidth + word]
        }
      }
    }
  }

  private mutating func pass(_ test: Int32, _ token: Int) {
    if test >= 0 { rows[token * width + Int(test) >> 6] |= 1 << UInt64(test & 63) }
  }

  @inline(__always)
  func passes(_ test: Int32, _ token: Int) -> Bool {
    rows[token * width + Int(test) >> 6] & (1 &<< UInt64(test & 63)) != 0
  }

  /// Whether a pattern's mention may begin at a token.
  @inline(__always)
  func mayStart(_ pattern: Int32, at token: Int) -> Bool {
    starts[token * startsWidth + Int(pattern) >> 6] & (1 &<< UInt64(pattern & 63)) != 0
  }
}

extension Token {
  /// "J", "J.", "J.R."
  var isInitial: Bool { casing == .initial || (flags.contains(.dotted) && casing == .upper) }
}
