import Dispatch
import Foundation
import Pipeline
import Synchronization

/// Turns SIGINT and SIGTERM into a wish to stop, so that a run stores what is under way. A second signal ends at once.
final class StopSignals: Sendable {
  private let first = Atomic<Int32>(0)
  private let sources: [any DispatchSourceSignal]

  init(cancellation: Cancellation) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: .global())
    }
    for (source, number) in zip(sources, [SIGINT, SIGTERM]) {
      source.setEventHandler { [first] in
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
