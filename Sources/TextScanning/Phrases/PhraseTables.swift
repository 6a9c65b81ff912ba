/// The trie: a map from (state, word) to state in one flat table, with open addressing and linear probing.
///
/// A word is represented by its folded hash, which is mixed with the state to form the key. A step therefore costs one
/// lookup in one table with slots of 8 bytes. The table is larger than the processor's caches, so every lookup may wait
/// for memory.
struct TrieEdges: Sendable {
  /// The upper bits of the key and the step; 0 for a free slot. Another key with the same low bits has the same upper
  /// 36 bits with a probability of at most 2^-36, which is accepted.
  typealias Slot = UInt64
  private static let states: Slot = (1 << 26) - 1
  private static let steps: Slot = (1 << 28) - 1

  /// A state with its properties, so that most steps need no other table.
  struct Step {
    fileprivate var bits: UInt32
    /// The state; 0 if there is no edge.
    var state: UInt32 { bits & UInt32(TrieEdges.states) }
    /// Whether a phrase ends here.
    var isEnd: Bool { bits & 1 << 26 != 0 }
    /// Whether longer phrases continue from here.
    var goesOn: Bool { bits & 1 << 27 != 0 }

    static let none = Step(bits: 0)
  }

  private(set) var slots: [Slot]
  /// The complete keys in order of insertion, needed to fill a larger table.
  private(set) var keys: [UInt64] = []

  /// - Parameter capacity: an estimate of the number of edges.
  init(capacity: Int = 16) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: 0, count: size)
  }

  /// The key of an edge; the root is state 0.
  @inline(__always)
  static func key(_ state: UInt32, _ word: UInt64) -> UInt64 { word ^ (UInt64(state) &* ByteHash.goldenRatio) }

  /// Returns the word of a key, given the state from which its edge leads.
  static func word(_ key: UInt64, behind state: UInt32) -> UInt64 { TrieEdges.key(state, key) }

  /// The value that represents a prefix wildcard in place of a word.
  @inline(__always)
  static func wildcard(_ prefix: UInt64) -> UInt64 { ~prefix }

  /// Returns the step after a word.
  @inline(__always)
  static func next(_ state: UInt32, _ word: UInt64, in slots: FrozenElements<Slot>) -> Step {
    Step(bits: UInt32(truncatingIfNeeded: slots[place(of: key(state, word), in: slots)] & steps))
  }

  /// Returns the slots with the properties of each state.
  func slots(isEnd: (UInt32) -> Bool, goesOn: (UInt32) -> Bool) -> [Slot] {
    slots.map { slot in
      if slot == 0 { return 0 }
      let state = UInt32(truncatingIfNeeded: slot & Self.states)
      return slot | (isEnd(state) ? 1 << 26 : 0) | (goesOn(state) ? 1 << 27 : 0)
    }
  }

  @inline(__always)
  private static func place<Slots: RandomAccessCollection>(of key: UInt64, in slots: Slots) -> Int
  where Slots.Index == Int, Slots.Element == Slot {
    let mask = slots.count - 1
    // The hash is well mixed, so its low bits serve as the place.
    var index = Int(truncatingIfNeeded: key) & mask
    while slots[index] != 0, (slots[index] ^ key) & ~steps != 0 { index = (index + 1) & mask }
    return index
  }

  /// Returns the state after a word, and inserts `fresh` if there was none.
  mutating func insert(_ state: UInt32, _ word: UInt64, fresh: UInt32) -> UInt32 {
    precondition(fresh <= Self.states, "a table of phrases cannot contain so many words")
    if (keys.count + 1) * 2 > slots.count { grow() }
    let key = TrieEdges.key(state, word)
    let index = TrieEdges.place(of: key, in: slots)
    if slots[index] == 0 {
      keys.append(key)
      slots[index] = key & ~Self.steps | Slot(fresh)
    }
    return UInt32(truncatingIfNeeded: slots[index] & Self.states)
  }

  private mutating func grow() {
    slots = [Slot](repeating: 0, count: slots.count * 2)
    // States were numbered from 1 in the order of their edges.
    for (number, key) in keys.enumerated() {
      let index = TrieEdges.place(of: key, in: slots)
      slots[index] = key & ~Self.steps | Slot(number + 1)
    }
  }
}

/// A filter with the keys that a table may hold, one bit per key (a Bloom filter with one hash). Most lookups find
/// nothing, and the filter shows this with one access to a small table instead of a large one. One in several absent
/// keys passes.
struct KeyFilter: Sendable {
  private let groups: FrozenArray<UInt64>

  /// The data that a search reads; the filter must outlive it.
  struct Reading {
    fileprivate let groups: FrozenElements<UInt64>

    @inline(__always)
    func mayContain(_ key: UInt64) -> Bool {
      let place = KeyFilter.place(of: key, in: groups.count)
      return groups[place.group] & place.bit != 0
    }
  }

  var reading: Reading { Reading(groups: groups.all) }

  /// - Parameter keys: hashes with well-mixed bits.
  init(_ keys: some Collection<UInt64>) {
    // With eight bits per key, one absent key in nine passes.
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
    // The low bits determine the place in the table; the high bits are independent of them.
    (Int(truncatingIfNeeded: key >> 38) & (count - 1), 1 &<< (key >> 32 & 63))
  }
}
