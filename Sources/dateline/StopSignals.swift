import Dispatch
import Foundation
import Pipeline
import Synchronization

/// Turns SIGINT and SIGTERM into a wish to stop, so that a run stores what is under way. A second signal ends at once.
///
/// `@unchecked Sendable`: `sources` is set once, before the first handler can run, and only kept alive.
final class StopSignals: @unchecked Sendable {
  private let first = Atomic<Int32>(0)
  private let sources: [any DispatchSourceSignal]

  init(cancellation: Cancellation) {
    let numbers = [SIGINT, SIGTERM]
    sources = numbers.map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: .global())
    }
    for (source, number) in zip(sources, numbers) {
      source.setEventHandler { [unowned self] in
        if first.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
        cancellation.ask()
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
