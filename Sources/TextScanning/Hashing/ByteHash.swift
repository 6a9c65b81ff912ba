/// The hash function of the project: 64-bit FNV-1a over bytes or numbers that arrive one after another. It is the same in
/// every process and on every machine, so that hashes may be stored. It does not protect against deliberate collisions.
///
/// The low bits of `state` are good; the high bits of a short input are not. `mixed` spreads every bit over all bits, for
/// keys of which the high bits are used.
///
/// Sources: Fowler, Noll, Vo, http://www.isthe.com/chongo/tech/comp/fnv/; Appleby, MurmurHash3 `fmix64`; the mix of whole
/// numbers is the finalizer of SplitMix64 (Steele, Lea, Flood 2014).
public struct ByteHash: Sendable, Equatable {
  /// The hash of everything that was added.
  public var state: UInt64

  /// The hash of nothing.
  @inlinable public static var empty: UInt64 { 0xcbf2_9ce4_8422_2325 }

  @inlinable @inline(__always)
  public init() { state = Self.empty }

  @inlinable
  public init(_ bytes: some Sequence<UInt8>) {
    self.init()
    add(bytes)
  }

  @inlinable @inline(__always)
  public mutating func add(_ byte: UInt8) { add(number: UInt64(byte)) }

  /// Adds a number, such as a code point, in one step.
  @inlinable @inline(__always)
  public mutating func add(number: UInt64) { state = Self.step(state, number) }

  @inlinable
  public mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }

  @inlinable
  public mutating func add(_ bytes: Span<UInt8>) { for index in bytes.indices { add(bytes[index]) } }

  /// Adds the four bytes of a number, the lowest first.
  @inlinable
  public mutating func add(bytesOf number: Int32) {
    for shift in stride(from: 0, to: 32, by: 8) { add(UInt8(truncatingIfNeeded: number >> Int32(shift))) }
  }

  /// The hash, mixed so that every bit of the input affects every bit of the result.
  @inlinable public var mixed: UInt64 {
    let half = halfMixed &* 0xc4ce_b9fe_1a85_ec53
    return half ^ half >> 33
  }

  /// The first half of this mixing. It is enough for tables that use the low bits as the position.
  @inlinable @inline(__always)
  var halfMixed: UInt64 {
    let half = (state ^ state >> 33) &* 0xff51_afd7_ed55_8ccd
    return half ^ half >> 33
  }

  /// Adds a number to a hash that is kept as a plain number.
  @inlinable @inline(__always)
  public static func step(_ state: UInt64, _ number: UInt64) -> UInt64 { (state ^ number) &* 0x100_0000_01b3 }

  /// Mixes one whole number.
  @inlinable
  public static func mixed(_ number: UInt64) -> UInt64 {
    var z = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// 2^64 divided by the golden ratio, which spreads consecutive numbers (Knuth, The Art of Computer Programming 3, 6.4).
  @inlinable public static var goldenRatio: UInt64 { 0x9E37_79B9_7F4A_7C15 }
}
