/// A set of folded word hashes (`Token.hash`). They are mixed already, so a look costs no hashing: the low bits are the
/// place, with linear probing.
public struct WordSet: Sendable {
  /// 0 for a free slot: no word has that hash. At most half are taken.
  @usableFromInline let slots: FrozenArray<UInt64>
  public let count: Int
  @inlinable public var isEmpty: Bool { count == 0 }
  /// In no order.
  public var all: [UInt64] { slots.all.filter { $0 != 0 } }

  public init(_ hashes: some Sequence<UInt64>) {
    let distinct = Set(hashes).subtracting([0])
    var size = 16
    while size < distinct.count * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for hash in distinct {
      var index = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[index] != 0 { index = (index + 1) & (size - 1) }
      slots[index] = hash
    }
    self.slots = FrozenArray(slots)
    count = distinct.count
  }

  @inlinable public func contains(_ hash: UInt64) -> Bool { reading.contains(hash) }

  @inlinable var reading: Reading { Reading(slots: slots.all) }

  /// What a search reads; the set outlives it.
  @usableFromInline struct Reading {
    @usableFromInline let slots: UnsafeBufferPointer<UInt64>

    @inlinable init(slots: UnsafeBufferPointer<UInt64>) { self.slots = slots }

    @inlinable func contains(_ hash: UInt64) -> Bool {
      if hash == 0 { return false }
      let mask = slots.count - 1
      var index = Int(truncatingIfNeeded: hash) & mask
      while slots[index] != 0 {
        if slots[index] == hash { return true }
        index = (index + 1) & mask
      }
      return false
    }
  }
}
