import NewsModel
import TextScanning

/// What the patterns make of a token, worked out beforehand: rows of bits for every word, sign, shape and kind of
/// mention. What a token means to the patterns is the union of the rows of all that it is.
struct PatternRows: Sendable {
  /// 64-bit words in a row: a bit a test that is passed, then a bit a pattern whose mention may begin here.
  let width: Int
  let testWidth: Int
  let patternWidth: Int
  let bits: [UInt64]
  /// For each row and each of a pattern's conditions, by its number, a bit a pattern: what the row is of fulfils it.
  let conditions: [UInt64]
  /// Which rows fulfil any: few do.
  let fulfilAny: [Bool]
  /// Rows of words by their hashes: the one in lower case, followed by the one with a capital.
  let words: WordNumbers
  let otherWord: Int
  let ampersand: Int
  let signs: [(hash: UInt64, row: Int)]
  /// The first of the rows of `shape(of:)`.
  let shapes: Int
  let cap: Int
  let sentenceStart: Int
  let nationality: Int
  let mentions: [Int]

  func mention(_ type: EntityType) -> Int { mentions[type.index] }

  /// 64-bit words of the conditions of a row.
  var conditionWidth: Int { NamePattern.mostConditions * patternWidth }

  /// The bits of all rows and their conditions, for who joins many.
  func withBits<Result>(
    _ use: (
      _ bits: UnsafeBufferPointer<UInt64>, _ conditions: UnsafeBufferPointer<UInt64>,
      _ fulfilAny: UnsafeBufferPointer<Bool>
    ) -> Result
  ) -> Result {
    bits.withUnsafeBufferPointer { bits in
      conditions.withUnsafeBufferPointer { conditions in
        fulfilAny.withUnsafeBufferPointer { use(bits, conditions, $0) }
      }
    }
  }

  /// The row of a word or a sign; nil for a sign that no pattern names.
  @inline(__always)
  func row(of token: Token) -> Int? {
    if token.isWord {
      let known = words.number(of: token.hash)
      return (known < 0 ? otherWord : Int(known)) + (token.startsWithCapital ? 1 : 0)
    }
    if token.kind == .punctuation {
      if token.hash == Sign.ampersand { return ampersand }
      for sign in signs where sign.hash == token.hash { return sign.row }
    }
    return nil
  }

  @inline(__always)
  func row(ofShape token: Token) -> Int { shapes + Self.shape(of: token) }

  /// Kind, capitals, digits and periods as one number.
  static let shapeCount = 256
  @inline(__always)
  private static func shape(of token: Token) -> Int {
    Int(token.kind.rawValue) | Int(token.casing.rawValue) << 3 | (token.hasDigit ? 64 : 0)
      | (token.flags.contains(.dotted) ? 128 : 0)
  }
}
