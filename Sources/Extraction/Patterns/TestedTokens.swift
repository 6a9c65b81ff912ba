import NewsModel
import TextScanning

/// What the patterns make of each token of a section: a row of `PatternRows` a token, made once, so that a step of a
/// pattern asks for one bit.
struct TestedTokens {
  private let width: Int
  private let testWidth: Int
  private let patternWidth: Int
  private var bits: [UInt64]

  init(
    _ set: PatternSet, section: ScannedDocument.Section, casings: [SentenceCasing], commonWords: CommonWords,
    known: KnownMentions
  ) {
    let rows = set.rows
    width = rows.width
    testWidth = rows.testWidth
    patternWidth = rows.patternWidth
    bits = [UInt64](repeating: 0, count: section.tokens.count * width)
    let capitals = NameCapitals(section: section, casings: casings, commonWords: commonWords)
    let width = width
    bits.withUnsafeMutableBufferPointer { bits in
      rows.withBits { given in
        func join(_ row: Int, _ token: Int) {
          for group in 0..<width { bits[token * width + group] |= given[row * width + group] }
        }
        for (index, sentence) in section.sentences.enumerated() where casings[index] != .lower {
          join(rows.sentenceStart, sentence.start)
          for number in sentence.start..<sentence.end {
            let token = section.tokens[number]
            if let row = rows.row(of: token) { join(row, number) }
            join(rows.row(ofShape: token), number)
            if token.startsWithCapital, capitals.isName(number, in: sentence, casings[index]) { join(rows.cap, number) }
            for mention in known.range(at: number) {
              join(rows.mention(known.type(of: mention)), number)
              if known.isNationality(mention) { join(rows.nationality, number) }
            }
          }
        }
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

  /// 64 patterns, as bits: those that a token sets off.
  @inline(__always)
  func setOff(_ group: Int, by token: Int) -> UInt64 { bits[token * width + testWidth + patternWidth + group] }
}

extension Token {
  /// "J", "J.", "J.R."
  var isInitial: Bool { casing == .initial || (flags.contains(.dotted) && casing == .upper) }
}
