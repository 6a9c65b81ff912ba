import Foundation
import Synchronization

/// The time that a statement takes, against its limit: all time inside SQLite, and the processor time of writing its rows.
/// Waiting for a reader of the rows, such as a person who leafs through them, is not the statement's time.
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

  /// Counts the processor time of this thread's work.
  func outside<Value>(_ work: () throws -> Value) rethrows -> Value {
    let start = Self.processorTime
    defer { state.withLock { $0.spent += Self.processorTime - start } }
    return try work()
  }

  private static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Calls `stuck` from another thread when the limit has passed and SQLite does not come back.
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
