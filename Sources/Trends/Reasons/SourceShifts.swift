package import NewsModel

/// The number of a series' documents from one source, in this week and over the baseline weeks.
package struct SourceCount: Sendable, Equatable {
  package var source: String
  package var documents: Int
  package var documentsBefore: Int

  package init(source: String, documents: Int, documentsBefore: Int) {
    self.source = source
    self.documents = documents
    self.documentsBefore = documentsBefore
  }
}

extension SourceShift {
  /// Splits the difference between this week's documents and the number expected at the baseline's share.
  ///
  /// - Parameters:
  ///   - counts: one for each source with the series in either period, in any order.
  ///   - total, totalBefore: the documents of the whole corpus in the two periods.
  ///   - listed: the largest number of sources to name.
  package init(_ counts: [SourceCount], total: Int, totalBefore: Int, listed: Int = 3) {
    let scale = totalBefore > 0 ? Double(total) / Double(totalBefore) : 0
    self.init(continuing: 0, came: 0, went: 0, sources: [])
    for count in counts {
      let expected = Double(count.documentsBefore) * scale
      let difference = Double(count.documents) - expected
      if count.documentsBefore == 0 {
        came += difference
      } else if count.documents == 0 {
        went += difference
      } else {
        continuing += difference
      }
      sources.append(Part(source: count.source, documents: count.documents, expected: expected))
    }
    sources.sort { a, b in
      let first = abs(Double(a.documents) - a.expected)
      let second = abs(Double(b.documents) - b.expected)
      return first != second ? first > second : a.source < b.source
    }
    sources.removeLast(max(0, sources.count - listed))
  }
}
