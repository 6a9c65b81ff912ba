import NewsModel
import TextScanning

/// What the patterns make of a token, worked out beforehand: rows of bits for every word, sign, shape and role. What a
/// token means to the patterns is the union of its three rows.
struct PatternRows: Sendable {
  /// Words in a row of each table.
  let testWidth: Int
  let patternWidth: Int
  let conditionWidth: Int
  /// A bit a test that is passed.
  let tests: FrozenArray<UInt64>
  let beginnings: FrozenArray<BeginningBits>
  /// At a sentence's end and beginning, where no token follows and none stands before: what a pattern may do without.
  let edges: [BeginningBits]
  /// For each of a pattern's conditions, by its number, a bit a pattern: what the row is of fulfils it.
  let conditions: FrozenArray<PatternBits>
  /// Which rows fulfil any: few do.
  let fulfilAny: FrozenArray<Bool>
  /// What is known of words, packed.
  let words: WordNumbers
  let otherWord: Int32
  let ampersand: Int32
  let signs: FrozenArray<SignRow>
  /// The row of what passes no test.
  let nothing: Int32
  /// The first of the rows of `shape(of:)`.
  let shapes: Int32
  /// The first of the rows of each union of roles.
  let roles: Int32

  struct Word {
    /// That in lower case, followed by the one with a capital.
    var row: Int32
    var classes: CommonWords.Classes
  }
  private static let classBits: Int32 = 4

  static func packed(_ word: Word) -> Int32 { word.row << classBits | word.classes.rawValue }

  /// - Parameter number: of `words`.
  @inline(__always)
  func word(_ number: Int32) -> Word {
    if number < 0 { return Word(row: otherWord, classes: []) }
    return Word(
      row: number >> Self.classBits, classes: CommonWords.Classes(rawValue: number & ((1 << Self.classBits) - 1)))
  }

  /// The row of a word or a sign.
  @inline(__always)
  func row(of token: Token, _ word: Word, inLowerCase: Bool) -> Int32 {
    if token.isWord { return word.row + (token.startsWithCapital && !inLowerCase ? 1 : 0) }
    if token.kind == .punctuation {
      if token.hash == Sign.ampersand { return ampersand }
      for sign in signs.all where sign.hash == token.hash { return sign.row }
    }
    return nothing
  }

  @inline(__always)
  func row(ofShape token: Token) -> Int32 { shapes + Self.shape(of: token) }

  /// Kind, capitals, digits and periods as one number.
  static let shapeCount: Int32 = 256
  @inline(__always)
  private static func shape(of token: Token) -> Int32 {
    Int32(token.kind.rawValue) | Int32(token.casing.rawValue) << 3 | (token.hasDigit ? 64 : 0)
      | (token.flags.contains(.dotted) ? 128 : 0)
  }
}

struct SignRow: BitwiseCopyable {
  var hash: UInt64
  var row: Int32
}

/// What a token is by its place: a bit each, so that their union is a row's number.
struct TokenRoles: OptionSet {
  var rawValue: UInt8
  /// Its capital makes it a name's.
  static let cap = TokenRoles(rawValue: 1)
  static let sentenceStart = TokenRoles(rawValue: 2)
  /// A mention of the kind begins here.
  static let nationality = TokenRoles(rawValue: 4)
  static func mention(_ type: EntityType) -> TokenRoles { TokenRoles(rawValue: 8 << UInt8(type.index)) }
  static let count = 256
}
