import Dispatch
import Foundation

/// The one concurrency primitive: transforms units on worker lanes and passes the results on in the order of the units.
///
/// There are three parties: a producer thread that makes units, `lanes` worker threads that transform them, and the
/// calling thread, which alone consumes the results. A window bounds the memory: a unit may enter if fewer than `window`
/// units are between producer and consumer, and if their weight together with its own is at most `weightLimit`. A unit
/// that is heavier than the limit enters alone. When a lane has finished a unit, the weight of the result counts instead
/// if it is smaller. A result that waits for an earlier one keeps its place in the window. The earlier one is therefore
/// always inside, and the map cannot deadlock.
package struct OrderedParallelMap {
  package var lanes: Int
  package var window: Int
  /// The limit of the weight in the window; Dateline measures weight in bytes.
  package var weightLimit: Int

  /// The window is four units per lane, which keeps the lanes busy while the consumer writes a batch; more units would
  /// only cost memory.
  package init(lanes: Int, weightLimit: Int = DocumentMemory.limit) {
    self.lanes = max(1, lanes)
    self.window = max(1, lanes) * 4
    self.weightLimit = weightLimit
  }

  /// Runs until `produce` has returned and all results are consumed. Stops if `produce` or `consume` throws, and throws
  /// that error.
  ///
  /// - Parameters:
  ///   - produce: called once, on its own thread. Calls `emit(unit, weight)` for every unit and must return when that
  ///     returns false.
  ///   - transform: called on the lanes, for several units at the same time.
  ///   - weigh: returns the weight of a result that waits for its turn; nil if it is that of the unit.
  ///   - consume: called on the calling thread, in the order in which the units were emitted.
  package func run<Unit: Sendable, Result: Sendable>(
    produce: @escaping @Sendable (_ emit: (Unit, _ weight: Int) -> Bool) throws -> Void,
    transform: @escaping @Sendable (Unit) -> Result,
    weigh: (@Sendable (Result) -> Int)? = nil,
    consume: (Result) throws -> Void
  ) throws {
    let belt = Belt<Unit, Result>(window: window, weightLimit: weightLimit)
    let workers = DispatchQueue(label: "dateline.lanes", attributes: .concurrent)
    let finished = DispatchGroup()
    DispatchQueue(label: "dateline.producer").async(group: finished) {
      do {
        try produce { unit, weight in belt.put(unit, weight: weight) }
        belt.close(nil)
      } catch {
        belt.close(error)
      }
    }
    for _ in 0..<lanes {
      workers.async(group: finished) {
        while let (index, unit, weight) = belt.takeUnit() {
          let isLarge = weight >= DocumentMemory.large
          if isLarge { Allocator.releaseFreeMemory() }
          defer { if isLarge { Allocator.releaseFreeMemory() } }
          let result = transform(unit)
          belt.put(result, at: index, weight: weigh?(result))
        }
      }
    }
    defer {
      belt.stop()
      finished.wait()
    }
    while let result = belt.takeResult() { try consume(result) }
    if let error = belt.producerError { throw error }
  }
}

/// The queues between the three parties: units that wait for a lane, and results that wait for their turn.
///
/// `@unchecked Sendable`: all stored properties are read and written with `condition` locked.
private final class Belt<Unit: Sendable, Result: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let window: Int
  private let weightLimit: Int
  private var waiting: [(index: Int, unit: Unit)] = []
  private var firstWaiting = 0
  private var results: [Int: Result] = [:]
  private var weights: [Int: Int] = [:]
  private var inside = 0
  private var weightInside = 0
  /// The weight of the result that the consumer is processing.
  private var weightInHand: Int?
  private var emitted = 0
  private var consumed = 0
  private var isClosed = false
  private var isStopped = false
  private var failure: (any Error)?

  init(window: Int, weightLimit: Int) {
    self.window = window
    self.weightLimit = weightLimit
  }

  var producerError: (any Error)? { condition.withLock { failure } }

  /// Waits until the unit may enter. Returns false if the run was stopped.
  func put(_ unit: Unit, weight: Int) -> Bool {
    condition.withLock {
      while !isStopped, inside > 0, inside >= window || weightInside + weight > weightLimit { condition.wait() }
      if isStopped { return false }
      waiting.append((emitted, unit))
      weights[emitted] = weight
      emitted += 1
      inside += 1
      weightInside += weight
      condition.broadcast()
      return true
    }
  }

  func takeUnit() -> (index: Int, unit: Unit, weight: Int)? {
    condition.withLock {
      while !isStopped, firstWaiting == waiting.count, !isClosed { condition.wait() }
      if isStopped || firstWaiting == waiting.count { return nil }
      let next = waiting[firstWaiting]
      firstWaiting += 1
      if firstWaiting >= window {
        waiting.removeFirst(firstWaiting)
        firstWaiting = 0
      }
      return (next.index, next.unit, weights[next.index] ?? 0)
    }
  }

  func put(_ result: Result, at index: Int, weight: Int?) {
    condition.withLock {
      results[index] = result
      let before = weights[index] ?? 0
      let after = min(weight ?? before, before)
      weights[index] = after
      weightInside -= before - after
      if index == consumed || after < before { condition.broadcast() }
    }
  }

  /// Waits for the next result in order; returns nil at the end. The window moves on when the result after it is asked
  /// for, so that the result in the consumer's hand counts too.
  func takeResult() -> Result? {
    condition.withLock {
      if let weight = weightInHand {
        inside -= 1
        weightInside -= weight
        weightInHand = nil
        condition.broadcast()
      }
      while results[consumed] == nil {
        if isClosed, consumed == emitted { return nil }
        condition.wait()
      }
      let result = results.removeValue(forKey: consumed)
      weightInHand = weights.removeValue(forKey: consumed) ?? 0
      consumed += 1
      return result
    }
  }

  func close(_ error: (any Error)?) {
    condition.withLock {
      failure = error
      isClosed = true
      condition.broadcast()
    }
  }

  func stop() {
    condition.withLock {
      isStopped = true
      condition.broadcast()
    }
  }
}
