import Dispatch
import Foundation
import Pipeline
import Synchronization

/// Turns SIGINT and SIGTERM into a request to stop, so that a run can store finished work. The program ends at once on
/// a second signal, or if the request is not met in time. The database is consistent at any moment, and the next run
/// continues from there.
///
/// `@unchecked Sendable`: `sources` is set once, before the first handler can run, and is only kept alive.
final class StopSignals: @unchecked Sendable {
  /// The README promises an end within two seconds. The rest of them is left for a busy machine to end the process.
  private static let patience = DispatchTimeInterval.milliseconds(1500)

  private let first = Atomic<Int32>(0)
  private let sources: [any DispatchSourceSignal]

  /// - Parameter message: The line that is written to standard error if the request is not met in time.
  init(cancellation: Cancellation, message: String?) {
    let numbers = [SIGINT, SIGTERM]
    // A serial queue gets its own thread even if lanes occupy all shared threads.
    let queue = DispatchQueue(label: "dateline.signals")
    sources = numbers.map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for (source, number) in zip(sources, numbers) {
      source.setEventHandler { [unowned self] in
        if first.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
        cancellation.request()
        queue.asyncAfter(deadline: .now() + Self.patience) {
          if let message {
            _ = DescriptorWriting.write(Array((message + "\n").utf8), to: STDERR_FILENO, waits: false)
          }
          _exit(128 + number)
        }
      }
      source.resume()
    }
  }

  /// The signal that was received, or nil.
  var received: Int32? {
    let number = first.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }
}
