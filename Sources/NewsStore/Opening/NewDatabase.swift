import Foundation
import GRDB

/// A database that does not exist yet. It is made beside its place and moved there when it is whole, so that a process
/// that ends at any moment leaves either no database or one that every later run can use.
///
/// Only the process that holds the database's lock makes one: what an earlier one left behind is surely nobody's.
struct NewDatabase {
  /// As it was given, for messages.
  private let path: String
  /// Behind symbolic links, which are to stay.
  private let place: String
  private var draft: String { place + ".dateline-new" }

  /// Files that SQLite keeps beside a database.
  private static let companions = ["-journal", "-wal", "-shm"]

  init(path: String) {
    self.path = path
    place = DatabasePlace.behindLinks(path)
  }

  func make() throws {
    // They belong to a database that is gone, and SQLite would apply a log of it to the new one.
    for file in Self.companions.map({ place + $0 }) { unlink(file) }
    removeDraft()
    do {
      try StoreError.naming(path) { try write() }
      guard rename(draft, place) == 0 else {
        throw StoreError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
      }
    } catch {
      removeDraft()
      throw error
    }
    Self.settle(folder: (place as NSString).deletingLastPathComponent)
  }

  func removeDraft() { for file in [""] + Self.companions { unlink(draft + file) } }

  private func write() throws {
    let queue = try DatabaseQueue(path: draft, configuration: .drafting)
    try queue.writeWithoutTransaction { db in
      // A larger page suits rows of some kilobytes of text.
      try db.execute(sql: "PRAGMA page_size = 8192")
      try db.inTransaction {
        try Schema.create(in: db)
        return .commit
      }
    }
    try queue.close()
  }

  /// A new name is safe from a power cut once its folder is on the disk. Not every file system has folders that can be
  /// synchronised, and none needs it for what a killed process leaves.
  private static func settle(folder: String) {
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    if descriptor < 0 { return }
    fsync(descriptor)
    close(descriptor)
  }
}
