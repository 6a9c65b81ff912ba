import Foundation
import GRDB

/// Creates a new database. It is made under a draft name and renamed when it is complete, so that a process that ends
/// at any moment leaves either no database or a usable one.
///
/// Only the process that holds the database's lock creates one, so leftover drafts belong to no running process.
struct NewDatabase {
  /// The path as it was given, for messages.
  private let path: String
  /// The path with symbolic links resolved, so that renaming does not replace a link.
  private let place: String
  private var draft: String { place + ".dateline-new" }

  /// Files that SQLite keeps beside a database.
  private static let companions = ["-journal", "-wal", "-shm"]

  init(path: String) {
    self.path = path
    place = DatabasePlace.behindLinks(path)
  }

  func make() throws {
    // These files belong to a deleted database; SQLite would apply its log to the new one.
    for file in Self.companions.map({ place + $0 }) { unlink(file) }
    removeDraft()
    do {
      try write()
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
    let queue = try StoreError.naming(path) { try DatabaseQueue(path: draft, configuration: .drafting) }
    try StoreError.naming(path, of: queue) {
      try queue.writeWithoutTransaction { db in
        // Larger pages suit rows with several kilobytes of text.
        try db.execute(sql: "PRAGMA page_size = 8192")
        try db.inTransaction {
          try Schema.create(in: db)
          return .commit
        }
      }
      try queue.close()
    }
  }

  /// Synchronises the folder, so that the new name survives a power failure. Some file systems cannot synchronise
  /// folders, so failures are ignored; after a killed process it is not needed.
  private static func settle(folder: String) {
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    if descriptor < 0 { return }
    fsync(descriptor)
    close(descriptor)
  }
}
