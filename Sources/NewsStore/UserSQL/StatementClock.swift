import Foundation
import Synchronization

/// Measures the time that a statement spends inside SQLite against its limit. Time that a reader spends on the rows,
/// such as a person paging through them, does not count.
final class StatementClock: Sendable {
  private struct State {
    var limit = Duration.zero
    var spent = Duration.zero
    /// The time at which SQLite was entered; nil outside SQLite.
    var entered: ContinuousClock.Instant?

    var left: Duration { limit - spent - (entered.map { $0.duration(to: .now) } ?? .zero) }
  }

  private let state = Mutex(State())

  /// SQLite checks the clock between steps of its virtual machine. A statement that exceeds its limit by this much is
  /// stuck inside a single function and will not check in time.
  private static let grace = Duration.milliseconds(200)

  var isOver: Bool { state.withLock { $0.left < .zero } }

  func start(limit: Duration) { state.withLock { $0 = State(limit: limit) } }

  /// Runs `work` and counts its time.
  func inside<Value>(_ work: () -> Value) -> Value {
    state.withLock { $0.entered = .now }
    defer {
      state.withLock {
        $0.spent += $0.entered?.duration(to: .now) ?? .zero
        $0.entered = nil
      }
    }
    return work()
  }

  /// Calls `stuck` from another thread if the limit has passed and SQLite does not return.
  func watch(_ stuck: @escaping @Sendable () -> Void) {
    Thread.detachNewThread { [weak self] in
      while let wait = self?.nextLook {
        Thread.sleep(forTimeInterval: wait / .seconds(1))
        if self?.isStuck == true { stuck() }
      }
    }
  }

  private var nextLook: Duration { max(.zero, state.withLock { $0.left }) + Self.grace }
  private var isStuck: Bool { state.withLock { $0.entered != nil && $0.left < .zero - Self.grace } }
}
