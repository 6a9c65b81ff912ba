/// Names in lower case to values: open addressing, no allocation a look-up.
public struct NameTable<Value: Sendable>: Sendable {
  @usableFromInline let slots: [(name: [UInt8], value: Value)?]
  @usableFromInline let mask: Int

  package init(_ pairs: [(String, Value)]) {
    var size = 16
    while size < pairs.count * 4 { size *= 2 }
    mask = size - 1
    var slots = [(name: [UInt8], value: Value)?](repeating: nil, count: size)
    for (name, value) in pairs {
      let bytes = Array(name.utf8)
      var slot = bytes.withUnsafeBufferPointer(Self.hash) & mask
      while slots[slot] != nil { slot = (slot + 1) & mask }
      slots[slot] = (bytes, value)
    }
    self.slots = slots
  }

  @inlinable
  public func callAsFunction(_ name: UnsafeBufferPointer<UInt8>) -> Value? {
    var slot = Self.hash(name) & mask
    while let entry = slots[slot] {
      if entry.name.count == name.count, entry.name.elementsEqual(name) { return entry.value }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// FNV-1a, of which the low bits are used.
  @inlinable
  static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & Int.max
  }
}
