import TextScanning

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

  /// The hash of a name; never 0.
  static func key(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash = ByteHash()
    hash.add(bytes.span.extracting(range))
    return hash.state | 1
  }
}
