package import NewsModel

/// In how many of a series' documents a name or word stands, this week, and in how many of those that they are set against.
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
  /// The 99.9 % point of a chi-squared variable with one degree of freedom, which the ratio follows by chance.
  private static let leastStrength = 10.83

  /// What sets a series' documents of this week apart from its own before, the strongest first.
  ///
  /// - Parameters:
  ///   - companions: in any order.
  ///   - total, totalBefore: the series' documents, and those they are set against.
  ///   - minimum: documents of this week that a name must stand in.
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
