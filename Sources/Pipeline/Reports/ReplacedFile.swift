import Foundation

/// Replaces a file by writing a draft beside it and renaming the draft when it is complete, so that a reader never sees
/// half a file.
///
/// A draft is locked while it is written. A draft that can be locked was therefore left by a process that ended too early.
/// Its name has an ending of its own, so that no other program's file is removed.
enum ReplacedFile {
  private static let ending = ".dateline-new"

  /// Writes a file. Throws `CocoaError` with the path and the system's reason.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let draft = try Draft(of: path)
    try draft.append(bytes)
    try draft.commit()
  }

  /// A draft that is written in pieces. One that is not committed is removed when it is released.
  final class Draft {
    private let path: String
    private let draft: String
    private let descriptor: Int32
    private var isCommitted = false

    init(of path: String) throws {
      self.path = path
      draft = "\(path).\(getpid())\(ending)"
      descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else { throw failure(path) }
    }

    deinit {
      if !isCommitted { unlink(draft) }
      if descriptor >= 0 { close(descriptor) }
    }

    func append(_ bytes: [UInt8]) throws {
      guard DescriptorWriting.write(bytes, to: descriptor) == 0 else { throw failure(path) }
    }

    /// Replaces the file.
    func commit() throws {
      guard rename(draft, path) == 0 else { throw failure(path) }
      isCommitted = true
    }
  }

  /// Removes the drafts that killed processes left in a folder.
  static func removeAbandonedDrafts(in folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasSuffix(ending) {
      let path = "\(folder)/\(name)"
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
      close(descriptor)
    }
  }

  private static func failure(_ path: String) -> CocoaError {
    let code = POSIXErrorCode(rawValue: errno) ?? .EIO
    return CocoaError(
      .fileWriteUnknown, userInfo: [NSFilePathErrorKey: path, NSUnderlyingErrorKey: POSIXError(code)])
  }
}
