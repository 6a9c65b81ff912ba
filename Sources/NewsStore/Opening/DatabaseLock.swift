import Foundation

/// The right to write a database, held by one process at a time.
///
/// `flock` on `DATABASE.lock`: the kernel lets go of it when the process ends in whatever way, so a lock is never stale.
/// The file itself stays, for removing it would race with another process that waits to lock it.
final class DatabaseLock: Sendable {
  private let descriptor: Int32

  init(database path: String) throws(StoreError) {
    let lockPath = DatabasePlace.behindLinks(path) + ".lock"
    descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    if descriptor < 0 {
      let code = errno
      // Nothing is made but the database: a folder that does not exist is mistyped more often than meant.
      throw code == ENOENT ? .noFolder(of: path) : .cannotWrite(path: lockPath, reason: String(cString: strerror(code)))
    }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK
        ? .busy(path: path) : .cannotWrite(path: lockPath, reason: String(cString: strerror(code)))
    }
  }

  deinit { close(descriptor) }
}
