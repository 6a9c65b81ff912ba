import Foundation

/// A lock that lets one process at a time write a database.
///
/// It is an `flock` on `DATABASE.lock`. The kernel releases it however the process ends, so a lock is never stale. The
/// file itself is kept, because removing it would race with another process that waits for the lock.
final class DatabaseLock: Sendable {
  private let descriptor: Int32

  init(database path: String) throws(StoreError) {
    let lockPath = DatabasePlace.behindLinks(path) + ".lock"
    descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    if descriptor < 0 {
      let code = errno
      // The folder is not created: a path with a missing folder is more often a typing error than intended.
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
