import NewsModel
import TextScanning

/// What the patterns make of the tokens and sentences of a section, worked out once, so that a step of a pattern asks
/// for one bit.
struct TestedTokens {
  private let width: Int
  private let testWidth: Int
  private let patternWidth: Int
  /// A row of `PatternRows` a token.
  private var bits: [UInt64]
  /// For each sentence a bit a pattern all of whose conditions it fulfils.
  private var wanted: [UInt64]

  init(
    _ set: PatternSet, section: ScannedDocument.Section, casings: [SentenceCasing], commonWords: CommonWords,
    known: KnownMentions
  ) {
    let rows = set.rows
    let width = rows.width
    self.width = width
    testWidth = rows.testWidth
    patternWidth = rows.patternWidth
    bits = [UInt64](repeating: 0, count: section.tokens.count * width)
    wanted = [UInt64](repeating: 0, count: section.sentences.count * rows.patternWidth)
    let capitals = NameCapitals(section: section, casings: casings, commonWords: commonWords)
    var fulfilled = [UInt64](repeating: 0, count: rows.conditionWidth)
    for (index, sentence) in section.sentences.enumerated() where casings[index] != .lower {
      fulfilled.withUnsafeMutableBufferPointer { fulfilled in
        bits.withUnsafeMutableBufferPointer { bits in
          rows.withBits { given, conditions, fulfilAny in
            for group in fulfilled.indices { fulfilled[group] = set.unconditioned[group] }
            func join(_ row: Int, _ token: Int) {
              for group in 0..<width { bits[token * width + group] |= given[row * width + group] }
              if !fulfilAny[row] { return }
              let count = fulfilled.count
              for group in 0..<count { fulfilled[group] |= conditions[row * count + group] }
            }
            join(rows.sentenceStart, sentence.start)
            for number in sentence.start..<sentence.end {
              let token = section.tokens[number]
              if let row = rows.row(of: token) { join(row, number) }
              join(rows.row(ofShape: token), number)
              if token.startsWithCapital, capitals.isName(number, in: sentence, casings[index]) {
                join(rows.cap, number)
              }
              for mention in known.range(at: number) {
                join(rows.mention(known.type(of: mention)), number)
                if known.isNationality(mention) { join(rows.nationality, number) }
              }
            }
          }
        }
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
    bits[token * width + Int(test) >> 6] & (1 &<< UInt64(test & 63)) != 0
  }

  /// 64 patterns, as bits: those whose mention may begin at a token.
  @inline(__always)
  func starts(_ group: Int, at token: Int) -> UInt64 { bits[token * width + testWidth + group] }

  /// 64 patterns, as bits: those that are to be tried in a sentence.
  func wanted(_ group: Int, inSentence sentence: Int) -> UInt64 { wanted[sentence * patternWidth + group] }
}
