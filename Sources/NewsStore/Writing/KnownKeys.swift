import Foundation

/// Keys of rows that are known to be in the database, so that they need not be inserted again.
///
/// `@unchecked Sendable`: used only inside the store's one connection, which runs its blocks one after the other.
final class KnownKeys: @unchecked Sendable {
  private var keys: Set<Int64> = []
  /// About 20 MB; beyond, all are forgotten, which costs time and nothing else.
  private static let limit = 1_000_000

  /// Whether the key is new. It is known from then on.
  func isNew(_ key: Int64) -> Bool {
    if keys.count >= Self.limit { keys.removeAll(keepingCapacity: true) }
    return keys.insert(key).inserted
  }

  /// After a transaction that failed, or rows that were removed.
  func forget() { keys.removeAll(keepingCapacity: true) }
}
