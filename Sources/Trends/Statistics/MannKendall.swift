import Foundation
package import NewsModel

/// A test for a monotone tendency that assumes neither a shape nor a distribution.
package enum MannKendall {
  /// The least number of values; with fewer the normal approximation is unreliable (Gilbert).
  package static let fewestValues = 10

  /// Returns the tendency of values in order of time; nil if there are fewer than ten.
  ///
  /// Source: Mann, "Nonparametric Tests Against Trend", Econometrica 13, 1945; Kendall, "Rank Correlation Methods",
  /// 1975; the variance with ties and the continuity correction as in Gilbert, "Statistical Methods for Environmental
  /// Pollution Monitoring", 1987, section 16.4.
  package static func slope(of values: [Double]) -> Trend.Slope? {
    let n = values.count
    guard n >= fewestValues else { return nil }
    var s = 0
    for i in 0..<n {
      for j in (i + 1)..<n { s += values[j] > values[i] ? 1 : values[j] < values[i] ? -1 : 0 }
    }
    func term(_ n: Int) -> Double { Double(n) * Double(n - 1) * Double(2 * n + 5) }
    var ties = 0.0
    var run = 1
    let sorted = values.sorted()
    for i in 1...n {
      if i < n, sorted[i] == sorted[i - 1] {
        run += 1
      } else {
        ties += term(run)
        run = 1
      }
    }
    let variance = (term(n) - ties) / 18
    let tau = Double(s) / (Double(n) * Double(n - 1) / 2)
    guard s != 0, variance > 0 else { return Trend.Slope(weeks: n, tau: tau, p: 1) }
    let z = Double(s - s.signum()) / variance.squareRoot()
    return Trend.Slope(weeks: n, tau: tau, p: normalTwoSided(z))
  }
}
