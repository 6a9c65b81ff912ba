/// Numbers by folded word hash (`Token.hash`). The hashes are mixed already, so a look costs no hashing: the low bits
/// are the place, with linear probing.
package struct WordNumbers: Sendable {
  struct Slot: Sendable {
    /// 0 for a free slot: no word has that hash.
    var hash: UInt64 = 0
    var number: Int32 = -1
  }
  var slots: [Slot]
  private var count = 0

  /// - Parameter capacity: about how many words will come; any number is right.
  package init(capacity: Int = 16) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
  }

  /// -1 for a word that has none.
  package func number(of hash: UInt64) -> Int32 {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var index = Int(truncatingIfNeeded: hash) & mask
      while slots[index].hash != hash {
        if slots[index].hash == 0 { return -1 }
        index = (index + 1) & mask
      }
      return slots[index].number
    }
  }

  package subscript(hash: UInt64) -> Int32 {
    get { number(of: hash) }
    set {
      if hash == 0 { return }
      if (count + 1) * 2 > slots.count { grow() }
      let index = place(of: hash)
      if slots[index].hash == 0 { count += 1 }
      slots[index] = Slot(hash: hash, number: newValue)
    }
  }

  private func place(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].hash != 0, slots[index].hash != hash { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.hash != 0 { slots[place(of: slot.hash)] = slot }
  }
}
