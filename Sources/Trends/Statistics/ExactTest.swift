import Foundation

/// Fisher's exact test of a fourfold table, two-sided. Given the numbers of documents in this week and before, and the
/// number of documents with the series in both together, it measures how unusual this week's part of them is.
///
/// Source: Fisher, "The Logic of Inductive Inference", 1935. The two-sided p is the sum over all tables that are no
/// more likely than the observed one, as in R's `fisher.test` and `scipy.stats.fisher_exact`, with the same tolerance
/// for ties.
package struct ExactTest {
  private let hypergeometric: Hypergeometric
  private let observed: Int

  /// - Parameters: the counts of the series and of everything, in this week and before; `count <= total` in both.
  package init(count: Int, total: Int, countBefore: Int, totalBefore: Int) {
    hypergeometric = Hypergeometric(
      population: total + totalBefore, marked: count + countBefore, drawn: total)
    observed = count
  }

  package var p: Double { hypergeometric.twoSided(at: observed) }

  /// The smallest p that any count of this week could have with the same margins.
  package var smallestPossibleP: Double {
    min(hypergeometric.twoSided(at: hypergeometric.lowest), hypergeometric.twoSided(at: hypergeometric.highest))
  }
}

/// The hypergeometric distribution: the number of marked items in a draw without replacement.
struct Hypergeometric {
  let population: Int
  let marked: Int
  let drawn: Int

  var lowest: Int { max(0, drawn - (population - marked)) }
  var highest: Int { min(drawn, marked) }

  /// The relative tolerance within which two tables count as equally likely.
  private static let tie = 1e-7

  func logProbability(_ k: Int) -> Double {
    logChoose(marked, k) + logChoose(population - marked, drawn - k) - logChoose(population, drawn)
  }

  /// The ratio of the probability of k + 1 to that of k.
  private func ratio(_ k: Int) -> Double {
    Double(marked - k) / Double(k + 1) * (Double(drawn - k) / Double(population - marked - drawn + k + 1))
  }

  /// The most likely count.
  private var mode: Int {
    let mode = Int(Double(drawn + 1) * Double(marked + 1) / Double(population + 2))
    return min(max(mode, lowest), highest)
  }

  func twoSided(at k: Int) -> Double {
    guard lowest < highest else { return 1 }
    let limit = logProbability(k) + log1p(Hypergeometric.tie)
    let mode = mode
    guard logProbability(mode) > limit else { return 1 }
    // Probabilities fall on each side of the mode, so binary search finds where they drop below the limit.
    let lower = firstIndex(in: lowest..<mode) { logProbability($0) > limit } - 1
    let upper = firstIndex(in: (mode + 1)..<(highest + 1)) { logProbability($0) <= limit }
    var sum = 0.0
    if lower >= lowest { sum += tail(from: lower, by: -1) }
    if upper <= highest { sum += tail(from: upper, by: 1) }
    return min(1, sum)
  }

  /// The sum of the probabilities from `start` away from the mode, up to the point where terms no longer change it.
  private func tail(from start: Int, by step: Int) -> Double {
    var k = start
    var term = exp(logProbability(start))
    var sum = 0.0
    while (lowest...highest).contains(k), term > sum * 1e-17 {
      sum += term
      term *= step > 0 ? ratio(k) : 1 / ratio(k - 1)
      k += step
    }
    return sum
  }

  /// Returns the first index for which `holds` is true, or the end of the range if there is none. `holds` must be true
  /// for all indexes after the first.
  private func firstIndex(in range: Range<Int>, where holds: (Int) -> Bool) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

func logChoose(_ n: Int, _ k: Int) -> Double {
  guard k > 0, k < n else { return 0 }
  return lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
}
