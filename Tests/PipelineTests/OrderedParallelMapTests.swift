import Foundation
import Pipeline
import Testing

@Suite struct OrderedParallelMapTests {
  @Test(arguments: [1, 2, 8]) func resultsComeInTheOrderOfTheUnits(lanes: Int) throws {
    var seen: [Int] = []
    try OrderedParallelMap(lanes: lanes).run(
      produce: { emit in for number in 0..<500 where !emit(number, 1) { return } },
      transform: { number in
        if number % 7 == 0 { usleep(300) }
        return number * number
      },
      consume: { seen.append($0) })
    #expect(seen == (0..<500).map { $0 * $0 })
  }

  @Test func aConsumerThatThrowsEndsTheRun() {
    struct Full: Error {}
    var seen = 0
    #expect(throws: Full.self) {
      try OrderedParallelMap(lanes: 4).run(
        produce: { emit in
          var number = 0
          while emit(number, 1) { number += 1 }
        },
        transform: { $0 },
        consume: { _ in
          seen += 1
          if seen == 100 { throw Full() }
        })
    }
    #expect(seen == 100)
  }

  @Test func aProducerThatThrowsIsHeardAfterWhatItEmitted() {
    struct Torn: Error {}
    var seen: [Int] = []
    #expect(throws: Torn.self) {
      try OrderedParallelMap(lanes: 2).run(
        produce: { emit in
          for number in 0..<10 { _ = emit(number, 1) }
          throw Torn()
        },
        transform: { $0 }, consume: { seen.append($0) })
    }
    #expect(seen == Array(0..<10))
  }

  @Test func theWindowBoundsWhatIsInFlight() throws {
    let inFlight = Gauge()
    try OrderedParallelMap(lanes: 2, weightLimit: 10).run(
      produce: { emit in
        for number in 0..<200 {
          if !emit(number, number == 50 ? 1000 : 3) { return }
          inFlight.add(1)
        }
      },
      transform: { $0 },
      consume: { _ in inFlight.add(-1) })
    #expect(
      inFlight.most <= 5, "three units of weight 3 fit into 10, and one each is in the producer's and consumer's hands")
    #expect(inFlight.now == 0)
  }

  @Test func aResultWeighsLessThanItsUnit() throws {
    let inFlight = Gauge()
    var besideTheFirst = 0
    try OrderedParallelMap(lanes: 1, weightLimit: 10).run(
      produce: { emit in
        for number in 0..<4 {
          // The limit has room for one unit and three results, but not for two units.
          if !emit(number, 7) { return }
          inFlight.add(1)
        }
      },
      transform: { $0 }, weigh: { _ in 1 },
      consume: { number in
        // The other results arrive while the first one is still being consumed.
        guard number == 0 else { return }
        let deadline = Date(timeIntervalSinceNow: 10)
        while inFlight.most < 4, Date() < deadline { usleep(1_000) }
        besideTheFirst = inFlight.most
      })
    #expect(besideTheFirst == 4)
  }
}

/// `@unchecked Sendable`: all access is protected by `lock`.
private final class Gauge: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var now = 0
  private(set) var most = 0

  func add(_ change: Int) {
    lock.withLock {
      now += change
      most = max(most, now)
    }
  }
}
