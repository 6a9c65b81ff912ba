import Foundation

/// Fisher's exact test of a fourfold table, two-sided: given how many documents there are this week and before, and how many of all
/// have the series, how unusual is this week's part of them?
///
/// Source: Fisher, "The Logic of Inductive Inference", 1935; two-sided by the sum of all tables that are no more likely than the
/// observed one, as R's `fisher.test` and `scipy.stats.fisher_exact` have it, with the same tolerance for ties.
package struct ExactTest {
  private let hypergeometric: Hypergeometric
  private let observed: Int

  /// - Parameters: count of the series and of everything, this week and before; `count <= total` in both.
  package init(count: Int, total: Int, countBefore: Int, totalBefore: Int) {
    hypergeometric = Hypergeometric(
      population: total + totalBefore, marked: count + countBefore, drawn: total)
    observed = count
  }

  package var p: Double { hypergeometric.twoSided(at: observed) }

  /// The smallest p that any count of this week could have had with the same margins.
  package var smallestPossibleP: Double {
    min(hypergeometric.twoSided(at: hypergeometric.lowest), hypergeometric.twoSided(at: hypergeometric.highest))
  }
}

/// How many marked ones a draw without replacement holds.
struct Hypergeometric {
  let population: Int
  let marked: Int
  let drawn: Int

  var lowest: Int { max(0, drawn - (population - marked)) }
  var highest: Int { min(drawn, marked) }

  /// Relative tolerance under which two tables are equally likely.
  private static let tie = 1e-7

  func logProbability(_ k: Int) -> Double {
    logChoose(marked, k) + logChoose(population - marked, drawn - k) - logChoose(population, drawn)
  }

  /// Ratio of the probability of k + 1 to that of k.
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
    // On each side of the mode probabilities fall, so where they come under the limit is found by halving.
    let lower = firstIndex(in: lowest..<mode) { logProbability($0) > limit } - 1
    let upper = firstIndex(in: (mode + 1)..<(highest + 1)) { logProbability($0) <= limit }
    var sum = 0.0
    if lower >= lowest { sum += tail(from: lower, by: -1) }
    if upper <= highest { sum += tail(from: upper, by: 1) }
    return min(1, sum)
  }

  /// Sum of the probabilities from k away from the mode, until nothing is added.
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

  /// The first index that holds, the range's end for none; all after one that holds must hold.
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
