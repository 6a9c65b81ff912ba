import GRDB

/// Records what the second sweep must look at again: sites whose pages changed and weeks whose counts changed. The
/// records belong to the transaction that makes the change, so an interrupted run loses none.
final class Pending {
  enum Kind: String {
    case source, week
    /// Documents were removed from the full-text index.
    case search
    /// Entities, surfaces and sources may have lost their last document.
    case unused
  }

  /// Used in place of a week for documents without a day.
  static let undated = "undated"

  private let insert: RepeatedStatement
  private var noted: Set<String> = []

  init(_ db: Database) throws {
    insert = try RepeatedStatement(db, "INSERT INTO pending VALUES (?, ?) ON CONFLICT DO NOTHING")
  }

  /// Records that a document of this week and publisher was added or removed.
  func addDocument(week: String?, publisher: String) throws {
    try add(.week, week ?? Self.undated)
    try add(.source, publisher)
  }

  func add(_ kind: Kind, _ key: String) throws {
    guard noted.insert(kind.rawValue + key).inserted else { return }
    insert.bind(1, kind.rawValue)
    insert.bind(2, key)
    try insert.run()
  }
}
