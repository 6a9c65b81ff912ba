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
}
