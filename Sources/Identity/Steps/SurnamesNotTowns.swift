import NewsModel

extension Identity {
  /// How many times more documents must use the word as a last name.
  private static let majority: Int32 = 2

  /// Joins a town to the person whose last name its name is in most documents. If several persons share the last name,
  /// the word is no name of the town.
  mutating func rejectTownsThatAreSurnames() {
    var persons: [UInt64: [Int32: Int32]] = [:]
    for town in townSpellings { persons[town.words] = [:] }
    if persons.isEmpty { return }
    for spelling in table.spellings where spelling.wordCount == 1 && persons[spelling.words] != nil {
      guard table.types[Int(spelling.name)] == .person, let person = meaning(of: spelling.name) else { continue }
      persons[spelling.words]![person, default: 0] += spelling.documents
    }
    for town in townSpellings {
      guard let found = persons[town.words], !found.isEmpty else { continue }
      let documents = found.values.reduce(0, +)
      guard documents >= Self.majority * table.documents[Int(town.name)] else { continue }
      let reason = "the last name of a person in \(documents) documents, a town in \(table.documents[Int(town.name)])"
      if let best = agreed(found, besides: town.name) {
        join(town.name, to: best.name, .surnameNotTown, reason)
      } else {
        reject(town.name, .surnameNotTown, reason)
      }
    }
  }

  /// The spellings of one word of towns that have no other spelling in the archive.
  private var townSpellings: [ArchiveNames.Spelling] {
    table.spellings.filter {
      table.areTowns[Int($0.name)] && $0.wordCount == 1 && $0.documents == table.documents[Int($0.name)]
    }
  }
}
