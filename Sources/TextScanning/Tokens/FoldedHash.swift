/// FNV-1a over folded bytes, with a final mix.
///
/// Source: Fowler, Noll, Vo; the mix is the finalizer of MurmurHash3 (Austin Appleby, public domain).
public struct FoldedHash: Sendable {
  @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325

  @inlinable public init() {}

  @inlinable @inline(__always)
  public mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// The hash; never 0, which means "no word".
  @inlinable @inline(__always)
  public var value: UInt64 {
    var h = state
    h ^= h >> 33
    h = h &* 0xff51_afd7_ed55_8ccd
    h ^= h >> 33
    return h == 0 ? 1 : h
  }

  /// The hash of one to three bytes.
  @inlinable @inline(__always)
  static func of(_ first: UInt8, _ second: UInt8? = nil, _ third: UInt8? = nil) -> UInt64 {
    var hash = FoldedHash()
    hash.add(first)
    if let second { hash.add(second) }
    if let third { hash.add(third) }
    return hash.value
  }

  /// The hash of bytes that are already folded.
  @inlinable public static func of(_ folded: some Sequence<UInt8>) -> UInt64 {
    var hash = FoldedHash()
    for byte in folded { hash.add(byte) }
    return hash.value
  }

  public static func of(_ folded: ArraySlice<UInt8>) -> UInt64 {
    folded.withUnsafeBufferPointer { of($0) }
  }

  public static func of(_ folded: Substring.UTF8View) -> UInt64 {
    folded.withContiguousStorageIfAvailable { of($0) } ?? of(Array(folded)[...])
  }

  public static func of(_ folded: String.UTF8View) -> UInt64 {
    folded.withContiguousStorageIfAvailable { of($0) } ?? of(Array(folded)[...])
  }

  private static func of(_ folded: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = FoldedHash()
    for byte in folded { hash.add(byte) }
    return hash.value
  }

  /// The hash of a word in lower-case ASCII letters and digits.
  public static func of(word: StaticString) -> UInt64 {
    word.withUTF8Buffer { of($0) }
  }
}

/// The value of `Token.head` for a word that begins with these three folded bytes; its highest bit stays free.
@inline(__always)
func headOfWord(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt16 {
  let mixed = (UInt32(a) &* 0x9E37_79B1) ^ (UInt32(b) &* 0x85EB_CA6B) ^ (UInt32(c) &* 0xC2B2_AE35)
  return UInt16(truncatingIfNeeded: mixed >> 17) & 0x7fff
}
