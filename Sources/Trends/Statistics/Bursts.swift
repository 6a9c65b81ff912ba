import Foundation

/// Kleinberg's automaton with two states over batches: a usual state, and a burst state in which the share of documents
/// is higher by a factor.
///
/// Source: Kleinberg, "Bursty and Hierarchical Structure in Streams", KDD 2002, section 4. A batch of r relevant
/// documents among d costs -ln(C(d, r) p^r (1-p)^(d-r)) in a state of share p; moving up costs gamma ln n for n
/// batches, and moving down costs nothing.
package struct Bursts {
  package var ratio: Double
  package var cost: Double

  package init(ratio: Double, cost: Double) {
    self.ratio = ratio
    self.cost = cost
  }

  /// A run of batches in the burst state, and the cost that it saves compared with the usual state.
  package struct Run: Sendable, Equatable {
    package var batches: Range<Int>
    package var weight: Double

    package init(batches: Range<Int>, weight: Double) {
      self.batches = batches
      self.weight = weight
    }
  }

  /// The burst share must stay below one.
  private static let highestShare = 0.9999

  /// - Parameters: the relevant documents and all documents of each batch, in order; an empty batch fits both states.
  package func runs(counts: [Int], totals: [Int]) -> [Run] {
    let relevant = counts.reduce(0, +)
    let all = totals.reduce(0, +)
    guard relevant > 0, relevant < all else { return [] }
    let usual = Double(relevant) / Double(all)
    let burst = min(usual * ratio, Bursts.highestShare)
    guard burst > usual else { return [] }

    // The binomial coefficient is the same in both states, so it is left out of the costs.
    func batchCost(_ logs: (with: Double, without: Double), _ i: Int) -> Double {
      // An empty batch costs nothing; years of them may lie between two documents.
      totals[i] == 0 ? 0 : -(Double(counts[i]) * logs.with + Double(totals[i] - counts[i]) * logs.without)
    }
    let usualLogs = (log(usual), log1p(-usual))
    let burstLogs = (log(burst), log1p(-burst))
    let upward = cost * log(Double(counts.count))
    var cheapest = (usual: 0.0, burst: Double.infinity)
    // For each batch and state, whether the cheapest path to it came from the burst state.
    var cameFromBurst: [(usual: Bool, burst: Bool)] = []
    cameFromBurst.reserveCapacity(counts.count)
    for i in counts.indices {
      let usualFromBurst = cheapest.burst < cheapest.usual
      // Of two paths with equal cost, take the one whose burst began later, so that no burst begins with an empty
      // batch.
      let burstFromBurst = cheapest.burst < cheapest.usual + upward
      let beforeUsual = min(cheapest.usual, cheapest.burst)
      let beforeBurst = min(cheapest.burst, cheapest.usual + upward)
      cheapest = (beforeUsual + batchCost(usualLogs, i), beforeBurst + batchCost(burstLogs, i))
      cameFromBurst.append((usualFromBurst, burstFromBurst))
    }

    var isBurst = cheapest.burst < cheapest.usual
    var states = [Bool](repeating: false, count: counts.count)
    for i in counts.indices.reversed() {
      states[i] = isBurst
      isBurst = isBurst ? cameFromBurst[i].burst : cameFromBurst[i].usual
    }
    return runs(of: states) { batchCost(usualLogs, $0) - batchCost(burstLogs, $0) }
  }

  private func runs(of states: [Bool], gain: (Int) -> Double) -> [Run] {
    var runs: [Run] = []
    var start: Int?
    for i in 0...states.count {
      let isBurst = i < states.count && states[i]
      if isBurst, start == nil { start = i }
      if !isBurst, let first = start {
        runs.append(Run(batches: first..<i, weight: (first..<i).reduce(0) { $0 + gain($1) }))
        start = nil
      }
    }
    return runs
  }
}
