import TextScanning

/// What speaks for each first-level region in a document, a distinct name once: a town is seldom meant whose state the text
/// never comes near.
struct RegionalSupport {
  /// By `key`. Never walked, so its order is nowhere seen.
  private var weights: [UInt64: Double] = [:]
  private var totals: [Int32: Double] = [:]

  /// - Parameter region: `NameDictionary.regions`; nothing speaks for -1.
  package mutating func add(_ weight: Double, for region: Int32, name: String) {
    guard region >= 0 else { return }
    let key = Self.key(region, name)
    let old = weights[key] ?? 0
    guard weight > old else { return }
    weights[key] = weight
    totals[region, default: 0] += weight - old
  }

  func total(of region: Int32, without name: String) -> Double {
    guard region >= 0, let total = totals[region] else { return 0 }
    return total - (weights[Self.key(region, name)] ?? 0)
  }

  private static func key(_ region: Int32, _ name: String) -> UInt64 {
    var hash = FoldedHash()
    withUnsafeBytes(of: region.littleEndian) { for byte in $0 { hash.add(byte) } }
    for byte in name.utf8 { hash.add(byte) }
    return hash.value
  }
}
