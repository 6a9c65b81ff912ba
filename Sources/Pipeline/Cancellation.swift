import Synchronization

/// A wish to stop that any thread may utter: the run ends after what is under way is stored.
package final class Cancellation: Sendable {
  private let asked = Atomic(false)

  package init() {}

  package func ask() { asked.store(true, ordering: .relaxed) }
  package var isAskedFor: Bool { asked.load(ordering: .relaxed) }
}
