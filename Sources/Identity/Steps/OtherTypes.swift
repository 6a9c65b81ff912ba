import NewsModel

extension Identity {
  /// The types among which documents decide. A town and the club named after it are two things.
  private static let types: Set<EntityType> = [.organisation, .facility, .person]
  /// How many times more documents another type needs.
  private static let majority: Int32 = 2

  /// Joins an unlisted name to the same words of another type if many more documents have that type.
  mutating func joinOtherTypes() {
    var best: [UInt64: Int32] = [:]
    for (name, words) in shortNames where isDecided(name) {
      if let other = best[words], table.documents[Int(other)] >= table.documents[Int(name)] { continue }
      best[words] = name
    }
    for spelling in table.spellings
    where table.areListed[Int(spelling.name)] && spelling.wordCount > 1 && !spelling.isResolved {
      let name = spelling.name
      guard Self.types.contains(table.types[Int(name)]) else { continue }
      if let other = best[spelling.words], table.documents[Int(other)] >= table.documents[Int(name)] { continue }
      best[spelling.words] = name
    }
    for (name, words) in shortNames where isOpen(name) && Self.types.contains(table.types[Int(name)]) {
      guard let other = best[words], other != name, table.types[Int(other)] != table.types[Int(name)],
        table.documents[Int(other)] >= Self.majority * table.documents[Int(name)]
      else { continue }
      join(
        name, to: other, .otherType,
        "\(table.types[Int(other)].rawValue) in \(table.documents[Int(other)]) documents, \(table.types[Int(name)].rawValue) in \(table.documents[Int(name)])"
      )
    }
  }

  private func isDecided(_ name: Int32) -> Bool {
    Self.types.contains(table.types[Int(name)]) && meaning(of: name) != nil
  }
}
