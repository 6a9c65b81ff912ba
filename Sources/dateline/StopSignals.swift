import Dispatch
import Foundation
import Pipeline
import Synchronization

/// Turns SIGINT and SIGTERM into a wish to stop, so that a run stores what is under way. A second signal ends at once, and so
/// does the first one where the wish is not met in time: the database is whole at any moment, and the next run goes on from
/// there.
///
/// `@unchecked Sendable`: `sources` is set once, before the first handler can run, and only kept alive.
final class StopSignals: @unchecked Sendable {
  /// Of the two seconds that the README promises, what leaves a busy machine time to end.
  private static let patience = DispatchTimeInterval.milliseconds(1500)

  private let first = Atomic<Int32>(0)
  private let sources: [any DispatchSourceSignal]

  /// - Parameter farewell: the line on standard error where the wish is not met in time.
  init(cancellation: Cancellation, farewell: String?) {
    let numbers = [SIGINT, SIGTERM]
    // A serial queue gets a thread of its own, also while lanes keep all of the shared ones busy.
    let queue = DispatchQueue(label: "dateline.signals")
    sources = numbers.map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for (source, number) in zip(sources, numbers) {
      source.setEventHandler { [unowned self] in
        if first.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
        cancellation.ask()
        queue.asyncAfter(deadline: .now() + Self.patience) {
          if let farewell { _ = Array((farewell + "\n").utf8).withUnsafeBytes { write(2, $0.baseAddress, $0.count) } }
          _exit(128 + number)
        }
      }
      source.resume()
    }
  }

  /// The signal that was received; nil for none.
  var received: Int32? {
    let number = first.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }
}
