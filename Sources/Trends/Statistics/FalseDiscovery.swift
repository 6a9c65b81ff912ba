/// Controls the share of false alarms among all series of a week.
package enum FalseDiscovery {
  /// Returns q-values in the order of the input: for each p, the smallest rate at which it would be called a discovery.
  ///
  /// Source: Benjamini and Hochberg, "Controlling the False Discovery Rate", J. R. Stat. Soc. B 57, 1995, the step-up
  /// procedure. The counts of a week's series are positively dependent, and the procedure is valid for that too
  /// (Benjamini and Yekutieli, 2001).
  package static func adjusted(_ p: [Double]) -> [Double] {
    let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    var q = p
    var smallest = 1.0
    for rank in stride(from: order.count, to: 0, by: -1) {
      let i = order[rank - 1]
      smallest = min(smallest, p[i] * Double(order.count) / Double(rank))
      q[i] = smallest
    }
    return q
  }

  /// Returns a limit on the smallest possible p of a test. A test whose smallest possible p is above the limit could
  /// not have been significant among so many tests, whatever its count, and would only weaken the others, so it is left
  /// out. The limit depends only on the margins of the tables, so the rate still holds.
  ///
  /// Source: Tarone, "A Modified Bonferroni Method for Discrete Data", Biometrics 46, 1990, for the limit; Gilbert, "A
  /// Modified False Discovery Rate Multiple-Comparisons Procedure for Discrete Data", Applied Statistics 54, 2005, for
  /// its use before this procedure.
  package static func limit(ofSmallestPossible p: [Double], rate: Double) -> Double {
    let sorted = p.sorted()
    var k = 1
    while k < sorted.count, sorted[k] <= rate / Double(k) { k += 1 }
    return rate / Double(k)
  }
}
