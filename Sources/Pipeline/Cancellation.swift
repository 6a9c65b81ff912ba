import Synchronization

/// A wish to stop that any thread may utter: the run ends after what is under way is stored, or given up where the next
/// run does it again.
package final class Cancellation: Sendable {
  private let asked = Atomic(false)

  package init() {}

  package func ask() { asked.store(true, ordering: .relaxed) }
  package var isAskedFor: Bool { asked.load(ordering: .relaxed) }

  /// Ends a stage that the next run does again.
  struct Stopped: Error {}

  /// Throws `Stopped` once somebody asked.
  func check() throws(Stopped) { if isAskedFor { throw Stopped() } }
}
