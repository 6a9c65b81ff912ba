/// A map from names in lower case to values, with open addressing. A lookup allocates nothing.
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
      var slot = Self.hash(bytes.span) & mask
      while slots[slot] != nil { slot = (slot + 1) & mask }
      slots[slot] = (bytes, value)
    }
    self.slots = slots
  }

  @inlinable
  public func callAsFunction(_ name: Span<UInt8>) -> Value? { find(name) { $0 } }

  /// Looks up a name; its ASCII capitals match lower-case letters.
  @inlinable
  public func callAsFunction(inEitherCase name: Span<UInt8>) -> Value? { find(name, \.lowered) }

  @inlinable @inline(__always)
  func find(_ name: Span<UInt8>, _ fold: (UInt8) -> UInt8) -> Value? {
    var slot = Self.hash(name, fold) & mask
    while let entry = slots[slot] {
      if entry.name.count == name.count, entry.name.indices.allSatisfy({ entry.name[$0] == fold(name[$0]) }) {
        return entry.value
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The table uses the low bits.
  @inlinable @inline(__always)
  static func hash(_ name: Span<UInt8>, _ fold: (UInt8) -> UInt8 = { $0 }) -> Int {
    var hash = ByteHash()
    for index in name.indices { hash.add(fold(name[index])) }
    return Int(truncatingIfNeeded: hash.state ^ (hash.state >> 32)) & Int.max
  }
}
