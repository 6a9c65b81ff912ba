/// The meanings of names that were found: a table in which a name replaces an older one with the same slot.
struct RoleMemory {
  private var keys: [UInt64]
  private var roles: [ElementRole]
  /// A power of two, and more than the names of most pages.
  private static let size = 2048

  init() {
    keys = Array(repeating: 0, count: Self.size)
    roles = Array(repeating: .none, count: Self.size)
  }

  subscript(key: UInt64) -> ElementRole? {
    get {
      let slot = Self.slot(key)
      return keys[slot] == key ? roles[slot] : nil
    }
    set {
      guard let newValue else { return }
      let slot = Self.slot(key)
      keys[slot] = key
      roles[slot] = newValue
    }
  }

  private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ key >> 32) & (size - 1) }

  /// FNV-1a in 64 bits, never 0.
  static func key(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    bytes.withUnsafeBufferPointer { bytes in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for at in range { hash = (hash ^ UInt64(bytes[at])) &* 0x100_0000_01b3 }
      return hash | 1
    }
  }
}
