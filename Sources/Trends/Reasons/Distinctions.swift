package import NewsModel

/// The number of a series' documents that contain a name or word: in this week, and in the documents with which they
/// are compared.
package struct CompanionCount: Sendable, Equatable {
  package var name: String
  package var documents: Int
  package var documentsBefore: Int

  package init(name: String, documents: Int, documentsBefore: Int) {
    self.name = name
    self.documents = documents
    self.documentsBefore = documentsBefore
  }
}

package enum Distinctions {
  /// The 99.9 % point of a chi-squared variable with one degree of freedom, the distribution of the ratio under chance.
  private static let leastStrength = 10.83

  /// Returns the names that distinguish a series' documents of this week from those with which they are compared, the
  /// strongest first.
  ///
  /// - Parameters:
  ///   - companions: the counts of the names, in any order.
  ///   - total, totalBefore: the number of the series' documents, and of those with which they are compared.
  ///   - minimum: the least number of this week's documents that must contain a name.
  package static func strongest(
    _ companions: [CompanionCount], total: Int, totalBefore: Int, minimum: Int = 3, limit: Int = 5
  )
    -> [Distinction]
  {
    let distinctions = companions.compactMap { one -> Distinction? in
      guard one.documents >= minimum else { return nil }
      let strength = Association.logLikelihood(
        count: one.documents, total: total, otherCount: one.documentsBefore, otherTotal: totalBefore)
      guard strength >= leastStrength else { return nil }
      return Distinction(
        name: one.name, documents: one.documents, documentsBefore: one.documentsBefore, strength: strength)
    }
    return Array(distinctions.sorted { (-$0.strength, $0.name) < (-$1.strength, $1.name) }.prefix(limit))
  }
}
