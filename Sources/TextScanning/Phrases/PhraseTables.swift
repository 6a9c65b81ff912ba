/// The trie: (state, word) to state, in one flat table with open addressing and linear probing.
///
/// A word is its folded hash; the key mixes it with the state. So a step costs one look into one table, whose slots are 8
/// bytes: it is larger than the processor's caches, and every look may wait for memory.
struct TrieEdges: Sendable {
  /// The upper bits of the key, and the step; 0 for a free slot. Another key has the same upper 36 bits beside the same
  /// low ones with a chance of 2^-36 at most, which is taken.
  typealias Slot = UInt64
  private static let states: Slot = (1 << 26) - 1
  private static let steps: Slot = (1 << 28) - 1

  /// A state, and what it is: most look into no other table.
  struct Step {
    fileprivate var bits: UInt32
    /// 0 where no edge leads.
    var state: UInt32 { bits & UInt32(TrieEdges.states) }
    /// A phrase ends here.
    var isEnd: Bool { bits & 1 << 26 != 0 }
    /// Longer phrases go on from here.
    var goesOn: Bool { bits & 1 << 27 != 0 }

    static let none = Step(bits: 0)
  }

  private(set) var slots: [Slot]
  /// Whole, for a larger table: in order of arrival.
  private(set) var keys: [UInt64] = []

  /// - Parameter capacity: about how many edges will come.
  init(capacity: Int = 16) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: 0, count: size)
  }

  /// The root is state 0. Fibonacci hashing of the state (Knuth, The Art of Computer Programming 3, 6.4).
  @inline(__always)
  static func key(_ state: UInt32, _ word: UInt64) -> UInt64 { word ^ (UInt64(state) &* 0x9E37_79B9_7F4A_7C15) }

  /// The word of a key.
  static func word(_ key: UInt64, behind state: UInt32) -> UInt64 { TrieEdges.key(state, key) }

  /// What stands for a prefix wildcard in the place of a word.
  @inline(__always)
  static func wildcard(_ prefix: UInt64) -> UInt64 { ~prefix }

  /// The step behind a word.
  @inline(__always)
  static func next(_ state: UInt32, _ word: UInt64, in slots: UnsafeBufferPointer<Slot>) -> Step {
    Step(bits: UInt32(truncatingIfNeeded: slots[place(of: key(state, word), in: slots)] & steps))
  }

  /// The slots, with what each state is.
  func slots(isEnd: (UInt32) -> Bool, goesOn: (UInt32) -> Bool) -> [Slot] {
    slots.map { slot in
      if slot == 0 { return 0 }
      let state = UInt32(truncatingIfNeeded: slot & Self.states)
      return slot | (isEnd(state) ? 1 << 26 : 0) | (goesOn(state) ? 1 << 27 : 0)
    }
  }

  @inline(__always)
  private static func place(of key: UInt64, in slots: UnsafeBufferPointer<Slot>) -> Int {
    let mask = slots.count - 1
    // The hash is well mixed, so its low bits are the place.
    var index = Int(truncatingIfNeeded: key) & mask
    while slots[index] != 0, (slots[index] ^ key) & ~steps != 0 { index = (index + 1) & mask }
    return index
  }

  /// The state after a word, which is `fresh` when there was none.
  mutating func insert(_ state: UInt32, _ word: UInt64, fresh: UInt32) -> UInt32 {
    precondition(fresh <= Self.states, "more words than a table of phrases holds")
    if (keys.count + 1) * 2 > slots.count { grow() }
    let key = TrieEdges.key(state, word)
    let index = slots.withUnsafeBufferPointer { TrieEdges.place(of: key, in: $0) }
    if slots[index] == 0 {
      keys.append(key)
      slots[index] = key & ~Self.steps | Slot(fresh)
    }
    return UInt32(truncatingIfNeeded: slots[index] & Self.states)
  }

  private mutating func grow() {
    slots = [Slot](repeating: 0, count: slots.count * 2)
    // States were given in the order of their edges, from 1.
    for (number, key) in keys.enumerated() {
      let index = slots.withUnsafeBufferPointer { TrieEdges.place(of: key, in: $0) }
      slots[index] = key & ~Self.steps | Slot(number + 1)
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
