/// The class of a byte for the tokenizer.
enum ByteClass: UInt8 {
  case lower, upper, digit, space, newline, apostrophe, sign, high

  /// The same values as `table` for code that reads every byte: without bounds checks, and looked up only once.
  nonisolated(unsafe) static let pointer: UnsafePointer<ByteClass> = {
    let place = UnsafeMutablePointer<ByteClass>.allocate(capacity: 256)
    for value in 0..<256 { (place + value).initialize(to: table[value]) }
    return UnsafePointer(place)
  }()

  static let table: [ByteClass] = (0..<256).map { value in
    let byte = UInt8(value)
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return .digit
    case 10, 13: return .newline
    case 0...32, 127: return .space
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return .apostrophe
    case 128...255: return .high
    default: return .sign
    }
  }
}

/// The hashes of punctuation marks. They are computed properties, because the compiler evaluates them and then compares
/// with a constant.
public enum Sign {
  @inlinable @inline(__always)
  public static var possessive: UInt64 { FoldedHash.of(0x01, 0x73) }
  @inlinable @inline(__always)
  public static var apostrophe: UInt64 { hash(of: UInt8(ascii: "'")) }
  /// "&" matches "and".
  @inlinable @inline(__always)
  public static var ampersand: UInt64 { FoldedHash.of(UInt8(ascii: "a"), UInt8(ascii: "n"), UInt8(ascii: "d")) }
  @inlinable @inline(__always)
  public static func hash(of byte: UInt8) -> UInt64 { FoldedHash.of(byte) }
}

/// The line widths, in bytes, to which texts are wrapped: from a narrow newspaper column to a wide terminal. If the
/// longest line is shorter, the text is a list; if it is longer, lines are paragraphs.
let wrappedLineWidths = 32...120

func longestLine(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
  var longest = 0
  var start = range.lowerBound
  for index in range where bytes[index] == 10 {
    longest = max(longest, index - start)
    start = index + 1
  }
  return max(longest, range.upperBound - start)
}

/// Returns the code point at an index and its length in bytes; nil if the bytes are not UTF-8.
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> (scalar: UInt32, width: Int)? {
  let first = bytes[index]
  let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
  if width == 1 { return first < 0x80 ? (UInt32(first), 1) : nil }
  guard first < 0xF5, index + width <= end else { return nil }
  var scalar = UInt32(first) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
  for offset in 1..<width {
    let byte = bytes[index + offset]
    guard byte & 0xC0 == 0x80 else { return nil }
    scalar = scalar << 6 | UInt32(byte & 0x3F)
  }
  return (scalar, width)
}
