import NewsModel
import TextScanning

/// The tests that tokens pass, computed in advance as rows of bits for every word, punctuation mark, shape and role. A
/// token passes the tests of its three rows.
struct PatternRows: Sendable {
  /// The number of elements in a row of each table.
  let testWidth: Int
  let patternWidth: Int
  let conditionWidth: Int
  /// One bit for each test, set if the row passes it.
  let tests: FrozenArray<UInt64>
  let beginnings: FrozenArray<BeginningBits>
  /// The bits for a missing token before the beginning or after the end of a sentence: the patterns that match without
  /// a token there.
  let edges: [BeginningBits]
  /// For each condition number, the patterns whose condition with this number the row fulfils.
  let conditions: FrozenArray<PatternBits>
  /// Which rows fulfil any condition; few do.
  let fulfilAny: FrozenArray<Bool>
  /// Numbers for the known words, in a compact table.
  let words: WordNumbers
  let otherWord: Int32
  let ampersand: Int32
  let signs: FrozenArray<SignRow>
  /// The row that passes no test.
  let nothing: Int32
  /// The first row for shapes, see `shape(of:)`.
  let shapes: Int32
  /// The first row for combinations of roles.
  let roles: Int32

  /// The rows and the classes of a word.
  struct Word {
    /// The row of the word in lower case; the next row is the word with a capital.
    var row: Int32
    var classes: CommonWords.Classes
  }
  private static let classBits: Int32 = 4

  static func packed(_ word: Word) -> Int32 { word.row << classBits | word.classes.rawValue }

  /// - Parameter number: The word's number in `words`.
  @inline(__always)
  func word(_ number: Int32) -> Word {
    if number < 0 { return Word(row: otherWord, classes: []) }
    return Word(
      row: number >> Self.classBits, classes: CommonWords.Classes(rawValue: number & ((1 << Self.classBits) - 1)))
  }

  /// The row for the word or punctuation mark of a token.
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

  /// The number of shapes. A shape is kind, capitals, digits and periods as one number.
  static let shapeCount: Int32 = 256
  @inline(__always)
  private static func shape(of token: Token) -> Int32 {
    Int32(token.kind.rawValue) | Int32(token.casing.rawValue) << 3 | (token.hasDigit ? 64 : 0)
      | (token.flags.contains(.dotted) ? 128 : 0)
  }
}

/// The row of a punctuation mark.
struct SignRow: BitwiseCopyable {
  var hash: UInt64
  var row: Int32
}

/// What a token is because of its position: one bit for each role, so that a combination is the number of a row.
struct TokenRoles: OptionSet {
  var rawValue: UInt8
  /// It has a capital that marks a name.
  static let cap = TokenRoles(rawValue: 1)
  static let sentenceStart = TokenRoles(rawValue: 2)
  /// A mention of this kind begins here.
  static let nationality = TokenRoles(rawValue: 4)
  /// Empty for groups and vessels, which patterns find and do not test for.
  static func mention(_ type: EntityType) -> TokenRoles {
    type.index < 5 ? TokenRoles(rawValue: 8 << UInt8(type.index)) : []
  }
  static let count = 256
}
