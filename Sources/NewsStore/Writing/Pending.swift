import GRDB

/// Notes what the sweep over the whole archive has to look at again: sites whose pages changed, weeks
/// whose counts changed. Part of the transaction that changes them, so that a run that is cut
/// forgets nothing.
final class Pending {
  enum Kind: String {
    case source, week
    /// Documents left the full text index.
    case search
    /// Entities, surfaces and sources may have lost their last document.
    case unused
  }

  /// In place of the week of documents without a day.
  static let undated = "undated"

  private let insert: RepeatedStatement
  private var noted: Set<String> = []

  init(_ db: Database) throws {
    insert = try RepeatedStatement(db, "INSERT INTO pending VALUES (?, ?) ON CONFLICT DO NOTHING")
  }

  /// A document of this week and publisher came or went.
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
