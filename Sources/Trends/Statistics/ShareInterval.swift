import Foundation

/// Confidence intervals of shares and of their differences.
package enum ShareInterval {
  /// The confidence interval of one share.
  ///
  /// Source: Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22, 1927, without
  /// continuity correction.
  package static func wilson(count: Int, total: Int, confidence: Double) -> ClosedRange<Double> {
    guard total > 0 else { return 0...1 }
    let n = Double(total)
    let share = Double(count) / n
    let z = normalQuantile(0.5 + confidence / 2)
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    // If no document or every document counts, the interval ends exactly at the share, which rounding may miss.
    let low = count == 0 ? 0 : max(0, centre - half)
    return low...(count == total ? 1 : min(1, centre + half))
  }

  /// The confidence interval of the difference of two shares: this week's minus the one before.
  ///
  /// Source: Newcombe, "Interval Estimation for the Difference Between Independent Proportions", Statistics in Medicine
  /// 17, 1998, method 10.
  package static func newcombe(count: Int, total: Int, countBefore: Int, totalBefore: Int, confidence: Double)
    -> ClosedRange<Double>
  {
    guard total > 0, totalBefore > 0 else { return -1...1 }
    let now = wilson(count: count, total: total, confidence: confidence)
    let before = wilson(count: countBefore, total: totalBefore, confidence: confidence)
    let share = Double(count) / Double(total)
    let shareBefore = Double(countBefore) / Double(totalBefore)
    let difference = share - shareBefore
    func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let low = difference - distance(share - now.lowerBound, before.upperBound - shareBefore)
    let high = difference + distance(now.upperBound - share, shareBefore - before.lowerBound)
    return max(-1, low)...min(1, high)
  }
}
