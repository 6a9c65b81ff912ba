/// A word, number, punctuation mark or line end of a text, with its byte range, shape and folded hash; 24 bytes.
public struct Token: Sendable, Equatable {
  /// The hash of the folded letters, equal for words that match. Two different words have the same hash with a
  /// probability of 2^-64, which is accepted.
  public var hash: UInt64
  /// UTF-8 byte offsets into the scanned bytes, half open.
  public var start: Int32
  public var end: Int32
  /// A small hash of the first three folded bytes, or 0 for a shorter word: a fast first test for wildcards. The
  /// highest bit holds `startsWithCapital`.
  public var head: UInt16
  public var kind: Kind
  public var casing: Casing
  public var flags: Flags

  public enum Kind: UInt8, Sendable {
    /// Letters, with or without digits ("F16", "3rd").
    case word
    /// Digits, with "," and "." between them.
    case number
    /// One CJK character; these scripts do not separate words.
    case ideograph
    /// One punctuation mark.
    case punctuation
    /// `'s` after a word.
    case possessive
    /// A line end that ends a paragraph. A line end inside a wrapped paragraph is not a token.
    case lineBreak
  }

  public enum Casing: UInt8, Sendable {
    /// The token has no letters with case.
    case none
    case lower
    /// "Word"
    case capitalised
    /// "WORD", with at least two capitals.
    case upper
    /// "McCoy", "eBay"
    case mixed
    /// "W", a single letter.
    case initial
  }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// White space, or the beginning of a block, precedes the token.
    @inlinable public static var spaceBefore: Flags { Flags(rawValue: 1) }
    /// Matching skips the token: a hyphen inside a compound, the period of an abbreviation, a possessive.
    @inlinable public static var skipped: Flags { Flags(rawValue: 2) }
    /// The word has letters of several scripts or an override of the writing direction: it may only look like a name.
    @inlinable public static var suspicious: Flags { Flags(rawValue: 4) }
    /// "U.S.", "a.m."; the last period belongs to the token.
    @inlinable public static var dotted: Flags { Flags(rawValue: 8) }
    @inlinable public static var hasDigit: Flags { Flags(rawValue: 16) }
    /// A line end of a wrapped paragraph precedes the token.
    @inlinable public static var lineEndBefore: Flags { Flags(rawValue: 32) }
    /// The last token of a sentence.
    @inlinable public static var endsSentence: Flags { Flags(rawValue: 64) }
  }

  public init(
    hash: UInt64, start: Int32, end: Int32, head: UInt16, kind: Kind, casing: Casing = .none,
    flags: Flags = []
  ) {
    self.hash = hash
    self.start = start
    self.end = end
    self.head = head
    self.kind = kind
    self.casing = casing
    self.flags = flags
  }

  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
  /// Whether the token is a word, a number or a CJK character.
  @inlinable public var isWord: Bool { kind.rawValue <= Kind.ideograph.rawValue }
  /// Whether the token is a word, or the "&" that represents one.
  @inlinable public var isMatchedAsWord: Bool { isWord || hash == Sign.ampersand }
  /// Whether the first letter is a capital.
  @inlinable public var startsWithCapital: Bool { head & 0x8000 != 0 }
  @inlinable public var hasDigit: Bool { flags.contains(.hasDigit) }
  @inlinable public var hasSpaceBefore: Bool { flags.contains(.spaceBefore) }
}

/// The value of `Token.head` for a word that begins with these three folded bytes; its highest bit stays free.
@inline(__always)
func headOfWord(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt16 {
  let mixed = (UInt32(a) &* 0x9E37_79B1) ^ (UInt32(b) &* 0x85EB_CA6B) ^ (UInt32(c) &* 0xC2B2_AE35)
  return UInt16(truncatingIfNeeded: mixed >> 17) & 0x7fff
}
