/// The class, the length and the lower case of single code points of valid UTF-8, for texts in many languages.
public enum Scalars {
  /// Returns the code point at `at` and its length in bytes. Valid UTF-8 is not checked again; a code point that `end`
  /// cuts off is U+FFFD.
  @inlinable @inline(__always)
  public static func decode(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[at])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0, at + 1 < end { return ((first & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F), 2) }
    if first < 0xF0, at + 2 < end {
      return ((first & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F), 3)
    }
    if at + 3 < end {
      let high = (first & 0x07) << 18 | UInt32(bytes[at + 1] & 0x3F) << 12
      return (high | UInt32(bytes[at + 2] & 0x3F) << 6 | UInt32(bytes[at + 3] & 0x3F), 4)
    }
    return (0xFFFD, 1)
  }

  /// The length of the space character at `at`; 0 if there is none. Space characters are ASCII blanks and control
  /// characters, the no-break space, U+2000 to U+200B, U+202F, U+3000 and U+FEFF.
  @inlinable @inline(__always)
  public static func spaceLength(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int {
    let first = bytes[at]
    if first <= 0x20 { return 1 }
    if first < 0xC2 { return 0 }
    if first == 0xC2 { return at + 1 < end && bytes[at + 1] == 0xA0 ? 2 : 0 }
    guard first >= 0xE2, at + 2 < end else { return 0 }
    switch (first, bytes[at + 1], bytes[at + 2]) {
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }

  /// The length of the Unicode white space at `at`, which includes the byte order mark; 0 for anything else.
  @inlinable
  public static func whiteSpaceLength(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    let first = bytes[at]
    if first < 0x80 { return first == 0x20 || first &- 0x09 < 5 ? 1 : 0 }
    if first == 0xC2 { return at + 1 < bytes.count && (bytes[at + 1] == 0xA0 || bytes[at + 1] == 0x85) ? 2 : 0 }
    guard first >= 0xE1, at + 2 < bytes.count else { return 0 }
    switch (first, bytes[at + 1], bytes[at + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }

  /// The length of the soft hyphen or zero-width space at `at`, which are hints for line breaks and not text; 0 for
  /// anything else.
  @inlinable
  public static func lineBreakHintLength(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    if bytes[at] == 0xC2 { return at + 1 < bytes.count && bytes[at + 1] == 0xAD ? 2 : 0 }
    guard bytes[at] == 0xE2, at + 2 < bytes.count else { return 0 }
    return bytes[at + 1] == 0x80 && bytes[at + 2] == 0x8B ? 3 : 0
  }

  /// The length of the space character that ends at `end`.
  @inlinable
  public static func spaceLength(_ bytes: [UInt8], before end: Int, _ start: Int) -> Int {
    guard end > start else { return 0 }
    if bytes[end - 1] <= 0x20 { return 1 }
    if bytes[end - 1] < 0x80 { return 0 }
    if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 { return 2 }
    if end - 3 >= start, bytes[end - 3] >= 0xE2 { return spaceLength(bytes, end - 3, end) }
    return 0
  }

  /// Whether the code point takes two columns in a terminal: Hangul, kana, ideographs, full-width forms.
  @inlinable @inline(__always)
  public static func isWide(_ scalar: UInt32) -> Bool {
    scalar >= 0x1100
      && ((0x1100...0x115F).contains(scalar) || (0x2E80...0xA4CF).contains(scalar) || (0xAC00...0xD7A3).contains(scalar)
        || (0xF900...0xFAFF).contains(scalar) || (0xFE30...0xFE6F).contains(scalar)
        || (0xFF00...0xFF60).contains(scalar)
        || (0x20000...0x3FFFD).contains(scalar))
  }

  /// Whether the script of the code point has no spaces between words: kana, ideographs, Thai.
  @inlinable @inline(__always)
  public static func isUnspaced(_ scalar: UInt32) -> Bool {
    (0x3040...0x30FF).contains(scalar) || (0x3400...0x9FFF).contains(scalar) || (0x0E00...0x0E7F).contains(scalar)
      || (0x20000...0x3FFFD).contains(scalar) || (0xF900...0xFAFF).contains(scalar)
  }

  public enum LetterCase: Sendable { case none, lower, upper, uncased }

  /// Latin, Greek, Cyrillic and Armenian have case; every other letter is `uncased`.
  @inlinable @inline(__always)
  public static func letterCase(_ scalar: UInt32) -> LetterCase {
    switch scalar {
    case 0x61...0x7A: .lower
    case 0x41...0x5A: .upper
    case ..<0xAA: .none
    case 0xAA, 0xB5, 0xBA: .lower
    case 0xC0...0xD6, 0xD8...0xDE: .upper
    case 0xDF...0xF6, 0xF8...0xFF: .lower
    case 0x100...0x137, 0x14A...0x177: scalar & 1 == 0 ? .upper : .lower
    case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1 ? .upper : .lower
    case 0x178: .upper
    case 0x17F: .lower
    case 0x180...0x24F, 0x1E00...0x1EFF, 0x460...0x52F: scalar & 1 == 0 ? .upper : .lower
    case 0x250...0x2AF: .lower
    case 0x386...0x38F, 0x391...0x3AB: .upper
    case 0x390, 0x3AC...0x3CE: .lower
    case 0x400...0x42F: .upper
    case 0x430...0x45F: .lower
    case 0x531...0x556: .upper
    case 0x561...0x587: .lower
    case 0x5D0...0x5EA, 0x620...0x64A, 0x66E...0x6D3, 0x6FA...0x6FF, 0x750...0x77F: .uncased
    case 0x900...0x1FFF: .uncased
    case 0x2C00...0x2DFF, 0x3041...0x3096, 0x30A1...0x30FA, 0x3105...0x318E, 0x3400...0x9FFF, 0xA000...0xABFF: .uncased
    case 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x20000...0x3FFFD: .uncased
    default: .none
    }
  }

  /// Lower case of Latin-1, Greek and Cyrillic capitals and of Latin Extended-A; other scalars unchanged.
  @inlinable @inline(__always)
  public static func lowered(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3AB, 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    case 0x100...0x137, 0x14A...0x177: scalar | 1
    case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1 ? scalar + 1 : scalar
    default: scalar
    }
  }
}

extension Scalars {
  /// Returns the text in lower case: its first `limit` bytes, and the rest of a character that crosses the limit.
  @inlinable
  public static func lowered(_ text: [UInt8], limit: Int = .max) -> [UInt8] {
    let ascii = text.prefix(min(limit, text.count)).prefix { $0 < 0x80 }
    var lowered = ascii.map(\.lowered)
    var at = lowered.count
    if at == text.count || at >= limit { return lowered }
    lowered.reserveCapacity(min(limit, text.count))
    while at < text.count, lowered.count < limit {
      if text[at] < 0x80 {
        lowered.append(text[at].lowered)
        at += 1
        continue
      }
      let scalar = decode(text, at, text.count)
      let value = Scalars.lowered(scalar.value)
      if value == scalar.value {
        lowered.append(contentsOf: text[at..<at + scalar.length])
      } else {
        // Each of these capitals takes two bytes, and so does its lower-case form.
        lowered.append(UInt8(0xC0 | value >> 6))
        lowered.append(UInt8(0x80 | value & 0x3F))
      }
      at += scalar.length
    }
    return lowered
  }
}
