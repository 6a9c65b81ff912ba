import Foundation

/// Writes bytes to a descriptor of the system: the one place that calls `write(2)`.
package enum DescriptorWriting {
  /// Writes all bytes. Returns 0, or the `errno` of the error.
  ///
  /// - Parameter waits: whether to wait if the other side of a non-blocking descriptor is slow.
  package static func write(_ bytes: [UInt8], to descriptor: Int32, waits: Bool = true) -> Int32 {
    var written = 0
    while written < bytes.count {
      // The system reads at most the rest of the array.
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress! + written, $0.count - written) }
      if count > 0 {
        written += count
        continue
      }
      switch count < 0 ? errno : EAGAIN {
      case EINTR: continue
      case EAGAIN where waits: waitForRoom(descriptor)
      case let code: return code
      }
    }
    return 0
  }

  /// Errors of `poll` are ignored: the next write reports them.
  private static func waitForRoom(_ descriptor: Int32) {
    var wish = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&wish, 1, -1)
  }
}
