import Foundation

/// Measures of association.
package enum Association {
  /// Normalised pointwise mutual information of two names, computed from the numbers of documents with both, with each,
  /// and in total: -1 if never together, 0 if as often as by chance, 1 if always together.
  ///
  /// Source: Bouma, "Normalized (Pointwise) Mutual Information in Collocation Extraction", GSCL 2009.
  package static func npmi(both: Int, first: Int, second: Int, total: Int) -> Double {
    guard both > 0, total > 0 else { return -1 }
    guard both < total else { return 1 }
    let all = Double(total)
    let together = Double(both) / all
    return log(together / (Double(first) / all * (Double(second) / all))) / -log(together)
  }

  /// The strength of the evidence that two names are associated: the number of documents with both, times the logarithm
  /// of its ratio to the number expected by chance.
  ///
  /// Source: Evert, "The Statistics of Word Cooccurrences", 2005, local-MI.
  package static func localMutualInformation(both: Int, first: Int, second: Int, total: Int) -> Double {
    guard both > 0, total > 0 else { return 0 }
    return Double(both) * log(Double(both) * Double(total) / (Double(first) * Double(second)))
  }

  /// The signed log-likelihood ratio of a count in one corpus against another: positive if the share is larger in the
  /// first.
  ///
  /// Source: Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19,
  /// 1993, over the full fourfold table.
  package static func logLikelihood(count: Int, total: Int, otherCount: Int, otherTotal: Int) -> Double {
    guard total > 0, otherTotal > 0 else { return 0 }
    let marked = Double(count + otherCount) / Double(total + otherTotal)
    func term(_ observed: Int, _ expected: Double) -> Double {
      observed > 0 ? Double(observed) * log(Double(observed) / expected) : 0
    }
    let sum =
      term(count, Double(total) * marked) + term(total - count, Double(total) * (1 - marked))
      + term(otherCount, Double(otherTotal) * marked) + term(otherTotal - otherCount, Double(otherTotal) * (1 - marked))
    let isMore = Double(count) * Double(otherTotal) >= Double(otherCount) * Double(total)
    return max(0, 2 * sum) * (isMore ? 1 : -1)
  }
}
