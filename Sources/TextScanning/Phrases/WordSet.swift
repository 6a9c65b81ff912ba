/// A set of folded word hashes (`Token.hash`). The hashes are already mixed, so a lookup needs no further hashing: the
/// low bits are the place, with linear probing.
public struct WordSet: Sendable {
  /// The hashes; 0 marks a free slot, because no word has that hash. At most half of the slots are used.
  @usableFromInline let slots: FrozenArray<UInt64>
  public let count: Int
  @inlinable public var isEmpty: Bool { count == 0 }
  /// All hashes, in no particular order.
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

  /// The data that a search reads; the set must outlive it.
  @usableFromInline struct Reading {
    @usableFromInline let slots: FrozenElements<UInt64>

    @inlinable init(slots: FrozenElements<UInt64>) { self.slots = slots }

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
