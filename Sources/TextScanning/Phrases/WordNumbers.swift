/// A map from folded word hashes (`Token.hash`) to numbers. The hashes are already mixed, so a lookup needs no further
/// hashing: the low bits are the place, with linear probing. A slot has 8 bytes, so that the table stays in the
/// processor's caches.
public struct WordNumbers: Sendable {
  /// The upper bits of the hash, and below them the number plus one; 0 for a free slot. At least half of the slots are
  /// free. Another word with the same low bits has the same upper 40 bits with a probability of at most 2^-40, which is
  /// accepted.
  @usableFromInline let slots: FrozenArray<UInt64>
  @usableFromInline static var numberBits: UInt64 { 24 }
  @inlinable static var numbers: UInt64 { (1 << numberBits) - 1 }

  /// - Parameter numbers: numbers from 0 to 16 million.
  public init(_ numbers: [UInt64: Int32]) {
    var size = 16
    while size < numbers.count * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    // The hashes are inserted in order, so that the table is always the same.
    for (hash, number) in numbers.sorted(by: { $0.key < $1.key }) {
      precondition(UInt64(number) < Self.numbers)
      var index = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[index] != 0 { index = (index + 1) & (size - 1) }
      slots[index] = hash & ~Self.numbers | (UInt64(number) + 1)
    }
    self.slots = FrozenArray(slots)
  }

  /// Returns the number of a word; -1 if it has none.
  @inlinable public func number(of hash: UInt64) -> Int32 {
    let slots = slots.all
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index] != 0 {
      if (slots[index] ^ hash) >> Self.numberBits == 0 {
        return Int32(truncatingIfNeeded: slots[index] & Self.numbers) - 1
      }
      index = (index + 1) & mask
    }
    return -1
  }
}
