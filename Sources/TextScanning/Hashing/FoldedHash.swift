/// The hash of a folded word (`Token.hash`). It is never 0, which means "no word".
public struct FoldedHash: Sendable {
  @usableFromInline var bytes = ByteHash()

  @inlinable public init() {}

  @inlinable @inline(__always)
  public mutating func add(_ byte: UInt8) { bytes.add(byte) }

  @inlinable
  public mutating func add(_ folded: some Sequence<UInt8>) { bytes.add(folded) }

  /// Adds a number, such as another hash, in one step.
  @inlinable
  public mutating func add(number: UInt64) { bytes.add(number: number) }

  @inlinable
  public mutating func add(bytesOf number: Int32) { bytes.add(bytesOf: number) }

  @inlinable @inline(__always)
  public var value: UInt64 {
    let hash = bytes.halfMixed
    return hash == 0 ? 1 : hash
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
    hash.add(folded)
    return hash.value
  }

  /// The hash of a word in lower-case ASCII letters and digits.
  public static func of(word: StaticString) -> UInt64 {
    word.withUTF8Buffer { of($0) }
  }
}
