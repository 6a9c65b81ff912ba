import TextScanning

/// The evidence for each first-level region in a document, with each distinct name counted once. A town is seldom meant
/// if the text names nothing else in its region.
struct RegionalSupport {
  /// Weights by `key`. It is only used for lookups, so its order has no effect.
  private var weights: [UInt64: Double] = [:]
  private var totals: [Int32: Double] = [:]

  /// - Parameter region: A number from `NameDictionary.regions`; -1 is ignored.
  mutating func add(_ weight: Double, for region: Int32, name: UInt64) {
    guard region >= 0 else { return }
    let key = Self.key(region, name)
    let old = weights[key] ?? 0
    guard weight > old else { return }
    weights[key] = weight
    totals[region, default: 0] += weight - old
  }

  func total(of region: Int32, without name: UInt64) -> Double {
    guard region >= 0, let total = totals[region] else { return 0 }
    return total - (weights[Self.key(region, name)] ?? 0)
  }

  private static func key(_ region: Int32, _ name: UInt64) -> UInt64 {
    var hash = FoldedHash()
    hash.add(bytesOf: region)
    hash.add(number: name)
    return hash.value
  }
}
