import Foundation

/// Keys of rows that are known to be in the database and so need not be inserted again.
///
/// `@unchecked Sendable`: used only inside the store's one connection, which runs its blocks one after another.
final class KnownKeys: @unchecked Sendable {
  private var keys: Set<Int64> = []
  /// About 20 MB. When the limit is reached all keys are forgotten, which costs only time.
  private static let limit = 1_000_000

  /// Returns whether the key is new, and remembers it.
  func isNew(_ key: Int64) -> Bool {
    if keys.count >= Self.limit { keys.removeAll(keepingCapacity: true) }
    return keys.insert(key).inserted
  }

  /// Forgets all keys; call this after a failed transaction or after rows were removed.
  func forget() { keys.removeAll(keepingCapacity: true) }
}
