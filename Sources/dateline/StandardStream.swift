import Foundation
import Pipeline

/// One of the three standard descriptors of a process.
///
/// Writing never ends the program by itself. Interrupting signals, non-blocking descriptors and closed pipes are
/// handled here, so that each caller decides what a failure means.
struct StandardStream {
  static let output = StandardStream(descriptor: STDOUT_FILENO, name: "standard output")
  static let error = StandardStream(descriptor: STDERR_FILENO, name: "standard error")

  let descriptor: Int32
  /// The name in messages.
  let name: String

  /// Must be called before anything else. Afterwards a reader that closes its pipe does not kill the program, and a
  /// file that the program opens cannot get the number of a closed descriptor, where it would receive messages.
  ///
  /// A closed descriptor is opened as `/dev/null` in the direction in which it is not used, so that its use still fails
  /// with "Bad file descriptor".
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      // `open` returns the lowest free number, which is this one.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// The reason why bytes could not be written.
  struct Failure: Error {
    let code: Int32

    /// Whether the reader has closed the pipe, as `| head` does.
    var isBrokenPipe: Bool { code == EPIPE }
    var reason: String { String(cString: strerror(code)) }
  }

  /// Writes all bytes, and waits if the other side is slow.
  func write(_ bytes: some Sequence<UInt8>) throws(Failure) {
    let code = DescriptorWriting.write(Array(bytes), to: descriptor)
    if code != 0 { throw Failure(code: code) }
  }
}
