/// A word, number, sign or line end of a text: byte range, shape and folded hash; 24 bytes.
public struct Token: Sendable, Equatable {
  /// Of the folded letters: equal for words that matching holds equal. Two different words share one with a
  /// chance of 2^-64, which is taken.
  public var hash: UInt64
  /// UTF-8 byte offsets into the scanned bytes, half open.
  public var start: Int32
  public var end: Int32
  /// A small hash of the first three folded bytes, 0 for shorter words: a quick first test for prefix wildcards.
  /// The highest bit is that of `startsWithCapital`.
  public var head: UInt16
  public var kind: Kind
  public var casing: Casing
  public var flags: Flags

  public enum Kind: UInt8, Sendable {
    /// Letters, with or without digits ("F16", "3rd").
    case word
    /// Digits, with "," and "." between them.
    case number
    /// One CJK character: these scripts part no words.
    case ideograph
    /// One sign.
    case punctuation
    /// `'s` after a word.
    case possessive
    /// An end of line that ends a paragraph. An end of line inside a wrapped paragraph is no token.
    case lineBreak
  }

  public enum Casing: UInt8, Sendable {
    /// No letters that have case.
    case none
    case lower
    /// "Word"
    case capitalised
    /// "WORD", two capitals at least.
    case upper
    /// "McCoy", "eBay"
    case mixed
    /// "W", one letter.
    case initial
  }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// White space, or nothing at all, stands before it.
    @inlinable public static var spaceBefore: Flags { Flags(rawValue: 1) }
    /// Matching steps over it: a hyphen inside a compound, the period of an abbreviation, a possessive.
    @inlinable public static var skipped: Flags { Flags(rawValue: 2) }
    /// Letters of several scripts in one word, or an override of the writing direction: a name that only looks right.
    @inlinable public static var suspicious: Flags { Flags(rawValue: 4) }
    /// "U.S.", "a.m."; the last period belongs to it.
    @inlinable public static var dotted: Flags { Flags(rawValue: 8) }
    @inlinable public static var hasDigit: Flags { Flags(rawValue: 16) }
    /// A line end of a wrapped paragraph stands before it.
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
  /// A word, a number or a CJK character.
  @inlinable public var isWord: Bool { kind.rawValue <= Kind.ideograph.rawValue }
  /// A word, or the "&" that stands for one.
  @inlinable public var isMatchedAsWord: Bool { isWord || hash == Sign.ampersand }
  /// The first letter is a capital.
  @inlinable public var startsWithCapital: Bool { head & 0x8000 != 0 }
  @inlinable public var hasDigit: Bool { flags.contains(.hasDigit) }
  @inlinable public var hasSpaceBefore: Bool { flags.contains(.spaceBefore) }
}
