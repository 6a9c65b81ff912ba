/// Control of the share of false alarms among all series of a week.
package enum FalseDiscovery {
  /// q-values: the smallest rate at which each p would be called a discovery. In the order of the input.
  ///
  /// Source: Benjamini and Hochberg, "Controlling the False Discovery Rate", J. R. Stat. Soc. B 57, 1995, the step-up procedure;
  /// the counts of a week's series depend on each other positively, for which it holds too (Benjamini and Yekutieli, 2001).
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

  /// A test that could not have found anything among so many, whatever its count, only weakens the others: those whose smallest
  /// possible p is above this limit are left out. It depends on the margins of the tables alone, so that the rate still holds.
  ///
  /// Source: Tarone, "A Modified Bonferroni Method for Discrete Data", Biometrics 46, 1990, for the limit; Gilbert, "A Modified False
  /// Discovery Rate Multiple-Comparisons Procedure for Discrete Data", Applied Statistics 54, 2005, for its use before this procedure.
  package static func limit(ofSmallestPossible p: [Double], rate: Double) -> Double {
    let sorted = p.sorted()
    var k = 1
    while k < sorted.count, sorted[k] <= rate / Double(k) { k += 1 }
    return rate / Double(k)
  }
}
