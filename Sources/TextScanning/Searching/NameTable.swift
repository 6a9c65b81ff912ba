/// A map from names in lower case to values, with open addressing. A lookup allocates nothing.
public struct NameTable<Value: Sendable>: Sendable {
  /// A name's place in `letters` and its value's in `values`; a free slot has no letters.
  @usableFromInline
  struct Slot: Sendable {
    @usableFromInline var start: Int32 = 0
    @usableFromInline var length: Int32 = 0
    @usableFromInline var value: Int32 = 0
  }

  @usableFromInline let slots: [Slot]
  /// All names, one behind another.
  @usableFromInline let letters: [UInt8]
  @usableFromInline let values: [Value]
  @usableFromInline let mask: Int

  /// - Parameter pairs: names that are not empty. Of equal names the first one counts.
  package init(_ pairs: [(String, Value)]) {
    var size = 16
    while size < pairs.count * 4 { size *= 2 }
    mask = size - 1
    var slots = [Slot](repeating: Slot(), count: size)
    var letters: [UInt8] = []
    for (index, (name, _)) in pairs.enumerated() {
      let bytes = Array(name.utf8)
      var slot = Self.hash(bytes.span) & mask
      while slots[slot].length > 0 { slot = (slot + 1) & mask }
      slots[slot] = Slot(start: Int32(letters.count), length: Int32(bytes.count), value: Int32(index))
      letters += bytes
    }
    self.slots = slots
    self.letters = letters
    values = pairs.map(\.1)
  }

  @inlinable
  public func callAsFunction(_ name: Span<UInt8>) -> Value? { find(name) { $0 } }

  /// Looks up a name; its ASCII capitals match lower-case letters.
  @inlinable
  public func callAsFunction(inEitherCase name: Span<UInt8>) -> Value? { find(name, \.lowered) }

  @inlinable @inline(__always)
  func find(_ name: Span<UInt8>, _ fold: (UInt8) -> UInt8) -> Value? {
    var at = Self.hash(name, fold) & mask
    while slots[at].length > 0 {
      let slot = slots[at]
      if Int(slot.length) == name.count, matches(name, fold, at: Int(slot.start)) { return values[Int(slot.value)] }
      at = (at + 1) & mask
    }
    return nil
  }

  @inlinable @inline(__always)
  func matches(_ name: Span<UInt8>, _ fold: (UInt8) -> UInt8, at start: Int) -> Bool {
    for index in name.indices where letters[start + index] != fold(name[index]) { return false }
    return true
  }

  /// The table uses the low bits.
  @inlinable @inline(__always)
  static func hash(_ name: Span<UInt8>, _ fold: (UInt8) -> UInt8 = { $0 }) -> Int {
    var hash = ByteHash()
    for index in name.indices { hash.add(fold(name[index])) }
    return Int(truncatingIfNeeded: hash.state ^ (hash.state >> 32)) & Int.max
  }
}
