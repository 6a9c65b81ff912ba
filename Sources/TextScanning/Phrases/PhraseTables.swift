/// The trie: (state, word) to state, in one flat table with open addressing and linear probing.
///
/// A word is its folded hash; the key mixes it with the state, and two keys are one with a chance of 2^-64, which is
/// taken as it is for words. So a step costs one look into one table.
struct TrieEdges: Sendable {
  struct Slot: Sendable {
    /// 0 for a free slot.
    var key: UInt64 = 0
    var next: UInt32 = 0
  }
  private(set) var slots: [Slot]
  private(set) var count = 0

  /// - Parameter capacity: about how many edges will come.
  init(capacity: Int = 16) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
  }

  /// In no order.
  var keys: [UInt64] { slots.compactMap { $0.key == 0 ? nil : $0.key } }

  /// The root is state 0. Fibonacci hashing of the state (Knuth, The Art of Computer Programming 3, 6.4).
  @inline(__always)
  static func key(_ state: UInt32, _ word: UInt64) -> UInt64 {
    let key = word ^ (UInt64(state) &* 0x9E37_79B9_7F4A_7C15)
    return key == 0 ? 1 : key
  }

  /// What stands for a prefix wildcard in the place of a word.
  @inline(__always)
  static func wildcard(_ prefix: UInt64) -> UInt64 { ~prefix }

  /// The state after a word; 0 for none.
  @inline(__always)
  static func next(_ state: UInt32, _ word: UInt64, in slots: UnsafeBufferPointer<Slot>) -> UInt32 {
    slots[place(of: key(state, word), in: slots)].next
  }

  @inline(__always)
  private static func place(of key: UInt64, in slots: UnsafeBufferPointer<Slot>) -> Int {
    let mask = slots.count - 1
    // The hash is well mixed, so its low bits are the place.
    var index = Int(truncatingIfNeeded: key) & mask
    while slots[index].key != key && slots[index].key != 0 { index = (index + 1) & mask }
    return index
  }

  /// The state after a word, which is `fresh` when there was none.
  mutating func insert(_ state: UInt32, _ word: UInt64, fresh: UInt32) -> UInt32 {
    if (count + 1) * 2 > slots.count { grow() }
    let key = TrieEdges.key(state, word)
    let index = slots.withUnsafeBufferPointer { TrieEdges.place(of: key, in: $0) }
    if slots[index].key == 0 {
      count += 1
      slots[index] = Slot(key: key, next: fresh)
    }
    return slots[index].next
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.key != 0 {
      let index = slots.withUnsafeBufferPointer { TrieEdges.place(of: slot.key, in: $0) }
      slots[index] = slot
    }
  }
}

/// Which keys a table may hold, as a bit of each: most looks into a table find nothing, and to know that takes a look
/// into a small table instead of a large one. One key in a few that is not held passes (a Bloom filter of one hash).
struct KeyFilter: Sendable {
  private let groups: FrozenArray<UInt64>

  /// What a search reads; the filter outlives it.
  struct Reading {
    fileprivate let groups: UnsafeBufferPointer<UInt64>

    @inline(__always)
    func mayContain(_ key: UInt64) -> Bool {
      let place = KeyFilter.place(of: key, in: groups.count)
      return groups[place.group] & place.bit != 0
    }
  }

  var reading: Reading { Reading(groups: groups.all) }

  /// - Parameter keys: well mixed.
  init(_ keys: some Collection<UInt64>) {
    // Eight bits a key: one in nine passes by chance.
    var size = 1024
    while size < keys.count * 8 { size *= 2 }
    var groups = [UInt64](repeating: 0, count: size / 64)
    for key in keys {
      let place = KeyFilter.place(of: key, in: groups.count)
      groups[place.group] |= place.bit
    }
    self.groups = FrozenArray(groups)
  }

  @inline(__always)
  private static func place(of key: UInt64, in count: Int) -> (group: Int, bit: UInt64) {
    // The low bits are the place in the table; the high ones are independent of it.
    (Int(truncatingIfNeeded: key >> 38) & (count - 1), 1 &<< (key >> 32 & 63))
  }
}
