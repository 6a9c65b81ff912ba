import Synchronization

/// A request to stop a run, which any thread can make. The run then stores the documents that are in progress, or gives
/// them up if the next run processes them again.
package final class Cancellation: Sendable {
  private let requested = Atomic(false)

  package init() {}

  package func request() { requested.store(true, ordering: .relaxed) }
  package var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Ends a stage that the next run repeats.
  struct Stopped: Error {}

  /// Throws `Stopped` if a stop was requested.
  func check() throws(Stopped) { if isRequested { throw Stopped() } }
}
