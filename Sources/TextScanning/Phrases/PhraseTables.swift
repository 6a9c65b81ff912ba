/// Folded word hash to word number and to the trie's state after that word as a phrase's first.
/// Open addressing with linear probing; the hash is well mixed, so its low bits are the place.
struct Vocabulary: Sendable {
  struct Slot: Sendable {
    /// 0 for a free slot: no word has that hash.
    var hash: UInt64 = 0
    var word: UInt32 = 0
    /// 0 where no phrase begins with the word.
    var root: UInt32 = 0
  }
  private(set) var slots: [Slot]
  private(set) var count = 0

  init(capacity: Int = 16) {
    slots = [Slot](repeating: Slot(), count: tableSize(for: capacity))
  }

  /// Index of the word's slot, or of the free slot where it would stand.
  @inline(__always)
  static func place(of hash: UInt64, in slots: UnsafeBufferPointer<Slot>) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].hash != hash && slots[index].hash != 0 { index = (index + 1) & mask }
    return index
  }

  /// The number of a word, from 1, in order of arrival.
  mutating func insert(_ hash: UInt64) -> UInt32 {
    if (count + 1) * 2 > slots.count { grow() }
    let index = slots.withUnsafeBufferPointer { Vocabulary.place(of: hash, in: $0) }
    if slots[index].hash == 0 {
      count += 1
      slots[index] = Slot(hash: hash, word: UInt32(count))
    }
    return slots[index].word
  }

  mutating func setRoot(_ root: UInt32, of hash: UInt64) {
    let index = slots.withUnsafeBufferPointer { Vocabulary.place(of: hash, in: $0) }
    slots[index].root = root
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.hash != 0 {
      let index = slots.withUnsafeBufferPointer { Vocabulary.place(of: slot.hash, in: $0) }
      slots[index] = slot
    }
  }
}

/// The trie: (state, word) to state, in one flat table.
struct TrieEdges: Sendable {
  struct Slot: Sendable {
    /// State in the high half, word in the low half; 0 for a free slot, for no word has the number 0.
    var key: UInt64 = 0
    var next: UInt32 = 0
  }
  private(set) var slots: [Slot]
  private(set) var count = 0

  init(capacity: Int = 16) {
    slots = [Slot](repeating: Slot(), count: tableSize(for: capacity))
  }

  /// The state after a word; 0 for none.
  @inline(__always)
  static func next(_ state: UInt32, _ word: UInt32, in slots: UnsafeBufferPointer<Slot>) -> UInt32 {
    let key = UInt64(state) << 32 | UInt64(word)
    return slots[place(of: key, in: slots)].next
  }

  @inline(__always)
  private static func place(of key: UInt64, in slots: UnsafeBufferPointer<Slot>) -> Int {
    let mask = slots.count - 1
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
    var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
    while slots[index].key != key && slots[index].key != 0 { index = (index + 1) & mask }
    return index
  }

  /// The state after a word, which is `fresh` when there was none.
  mutating func insert(_ state: UInt32, _ word: UInt32, fresh: UInt32) -> UInt32 {
    if (count + 1) * 2 > slots.count { grow() }
    let key = UInt64(state) << 32 | UInt64(word)
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

/// A power of two that is at most half full.
private func tableSize(for count: Int) -> Int {
  var size = 16
  while size < count * 2 { size *= 2 }
  return size
}

/// Which words begin a phrase, as a bit of their hash: most words of a text begin none, and to know that takes a look
/// into a small table instead of a large one. One word in a few that begins none passes (a Bloom filter of one hash).
struct FirstWords: Sendable {
  private(set) var bits: [UInt64]

  init(_ vocabulary: Vocabulary) {
    var words = 0
    for slot in vocabulary.slots where slot.root != 0 { words += 1 }
    // Eight bits a word: one in nine passes by chance.
    var size = 1024
    while size < words * 8 { size *= 2 }
    bits = [UInt64](repeating: 0, count: size / 64)
    for slot in vocabulary.slots where slot.root != 0 {
      let place = FirstWords.place(of: slot.hash, in: bits.count)
      bits[place.word] |= place.bit
    }
  }

  @inline(__always)
  static func place(of hash: UInt64, in count: Int) -> (word: Int, bit: UInt64) {
    // The low bits are the place in the vocabulary; the high ones are independent of it.
    (Int(truncatingIfNeeded: hash >> 38) & (count - 1), 1 &<< (hash >> 32 & 63))
  }

  @inline(__always)
  static func mayContain(_ hash: UInt64, in bits: UnsafeBufferPointer<UInt64>) -> Bool {
    let place = place(of: hash, in: bits.count)
    return bits[place.word] & place.bit != 0
  }
}
