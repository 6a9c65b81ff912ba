import GRDB

/// Notes what the sweep over the whole archive has to look at again: documents that are new to the full text index, sites
/// whose pages changed, weeks whose counts changed. Part of the transaction that changes them, so that a run that is cut
/// forgets nothing.
final class Pending {
  enum Kind: String {
    case document, source, week
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

  func add(document: Int64, week: String?, publisher: String) throws {
    insert.bind(1, Kind.document.rawValue)
    insert.bind(2, document)
    try insert.run()
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
