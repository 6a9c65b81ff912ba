import Foundation

/// One of the three descriptors that a program is started with.
///
/// Writing never ends the program by itself: a signal in between, a descriptor that does not block and a reader that has gone
/// are all met here, so that each caller decides what a failure means to it.
struct StandardStream {
  static let output = StandardStream(descriptor: STDOUT_FILENO, name: "standard output")
  static let error = StandardStream(descriptor: STDERR_FILENO, name: "standard error")

  let descriptor: Int32
  /// As messages call it.
  let name: String

  /// To be called before anything else. A reader that goes away must not kill the program, and a file that the program
  /// opens must not take the number of a descriptor that was closed: it would receive the messages.
  ///
  /// A closed descriptor becomes `/dev/null`, opened in the direction that it is not used in, so that its use still fails
  /// with "Bad file descriptor".
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest number that is free, which is this one.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Why bytes could not be written.
  struct Failure: Error {
    let code: Int32

    /// The reader has ended: `| head`.
    var isBrokenPipe: Bool { code == EPIPE }
    var reason: String { String(cString: strerror(code)) }
  }

  /// Writes all of the bytes, and waits where the other side is slow.
  func write(_ bytes: some Sequence<UInt8>) throws(Failure) {
    let code = ContiguousArray(bytes).withUnsafeBytes { writing($0) }
    if code != 0 { throw Failure(code: code) }
  }

  /// Zero, or the system's number of the error.
  private func writing(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    var rest = bytes
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
      if count > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        continue
      }
      switch count < 0 ? errno : EAGAIN {
      case EINTR: continue
      case EAGAIN: waitForRoom()
      case let code: return code
      }
    }
    return 0
  }

  /// Whatever ends the waiting, the next write tells.
  private func waitForRoom() {
    var wish = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&wish, 1, -1)
  }
}
