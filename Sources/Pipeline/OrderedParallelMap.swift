import Dispatch
import Foundation

/// The one concurrency primitive: maps a sequence of units on worker lanes and hands the results on in the order of the
/// units.
///
/// Three parties: a producer thread that makes units, `lanes` worker threads that transform them, and the calling
/// thread, which alone consumes the results. Memory is bounded by a window: a unit enters when fewer than `window` units
/// and less than `weightLimit` of weight are between the producer and the consumer; a unit heavier than the limit
/// enters alone. A unit that a lane has finished weighs what its result weighs, where that is less. A result that waits
/// for an earlier one keeps its place in the window, so the earlier one is always inside, and the map cannot lock up.
package struct OrderedParallelMap {
  package var lanes: Int
  package var window: Int
  /// In the unit that `weight` measures in; bytes here.
  package var weightLimit: Int

  /// `window`: four units a lane keep the lanes busy while the consumer writes a batch; more only costs memory.
  package init(lanes: Int, weightLimit: Int = DocumentMemory.limit) {
    self.lanes = max(1, lanes)
    self.window = max(1, lanes) * 4
    self.weightLimit = weightLimit
  }

  /// Runs until `produce` returns, all it emitted is consumed, or `consume` or `produce` throws, which ends the run and
  /// is rethrown.
  ///
  /// - Parameters:
  ///   - produce: called once, on a thread of its own; calls `emit(unit, weight)` for every unit and stops when that
  ///     returns false.
  ///   - transform: called on the lanes, for several units at once.
  ///   - weigh: what a result weighs while it waits for its turn; nil for as much as its unit.
  ///   - consume: called on the calling thread, in the order of emission.
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
          if isLarge { Allocator.giveBack() }
          defer { if isLarge { Allocator.giveBack() } }
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

/// What stands between the three parties: the units that wait for a lane and the results that wait for their turn.
///
/// `@unchecked Sendable`: every stored property is read and written with `condition` locked.
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
  /// Of the result that the consumer has in hand.
  private var weightOfLast: Int?
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

  /// False when the run has been stopped.
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

  /// The next result in order; nil at the end. The window moves on when the one after it is asked for, so that what the
  /// consumer holds is counted too.
  func takeResult() -> Result? {
    condition.withLock {
      if let weight = weightOfLast {
        inside -= 1
        weightInside -= weight
        weightOfLast = nil
        condition.broadcast()
      }
      while results[consumed] == nil {
        if isClosed, consumed == emitted { return nil }
        condition.wait()
      }
      let result = results.removeValue(forKey: consumed)
      weightOfLast = weights.removeValue(forKey: consumed) ?? 0
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
