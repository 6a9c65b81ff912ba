/// Numbers by folded word hash (`Token.hash`). The hashes are mixed already, so a look costs no hashing: the low bits
/// are the place, with linear probing. A slot is 8 bytes, for the table is to stay in the processor's caches.
public struct WordNumbers: Sendable {
  /// The number and one below the upper bits of its word's hash; 0 for a free slot, at least half. Another word has the
  /// same upper 40 bits beside the same low ones with a chance of 2^-40 at most, which is taken.
  @usableFromInline let slots: FrozenArray<UInt64>
  @usableFromInline static var numberBits: UInt64 { 24 }
  @inlinable static var numbers: UInt64 { (1 << numberBits) - 1 }

  /// - Parameter numbers: from 0 to 16 million.
  public init(_ numbers: [UInt64: Int32]) {
    var size = 16
    while size < numbers.count * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    // In order of the hashes, so that the table is the same each time.
    for (hash, number) in numbers.sorted(by: { $0.key < $1.key }) {
      precondition(UInt64(number) < Self.numbers)
      var index = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[index] != 0 { index = (index + 1) & (size - 1) }
      slots[index] = hash & ~Self.numbers | (UInt64(number) + 1)
    }
    self.slots = FrozenArray(slots)
  }

  /// -1 for a word that has none.
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
