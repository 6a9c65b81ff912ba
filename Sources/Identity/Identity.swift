package import NewsModel
import TextScanning

/// Decides for an archive as a whole which of its names are names, and which of them are one thing.
///
/// The decisions depend only on the numbers in the table and on the dictionaries, not on the order of documents.
package struct Identity {
  package let table: ArchiveNames
  package let vocabulary: IdentityVocabulary
  let form: NameForm
  /// The hash of the words of each unlisted name; 0 for the others.
  let ownWords: [UInt64]
  /// What each name is, by its index in the table.
  private var outcomes: [Outcome?]
  /// Listed names that the archive does not contain but that a decision refers to.
  private var absent: [IdentityDecision.Target] = []
  private var indexOfAbsent: [String: Int32] = [:]

  struct Outcome {
    /// The index of the name that is meant; beyond the table, of an absent one. Nil if the words are no name.
    var target: Int32?
    var step: IdentityStep
    var reason: String
  }

  package init(_ table: ArchiveNames, _ vocabulary: IdentityVocabulary) {
    self.table = table
    self.vocabulary = vocabulary
    form = NameForm(vocabulary: vocabulary)
    ownWords = (0..<Int32(table.count)).map { name in
      table.areListed[Int(name)] ? 0 : WordsHash.of(table.words(name).map { FoldedHash.of($0) })
    }
    outcomes = Array(repeating: nil, count: table.count)
  }

  /// How often the archive writes the words of a name in lower case, and how often with capitals.
  package struct CaseCounts {
    package var lower: Int
    package var capital: Int

    package init(lower: Int, capital: Int) {
      self.lower = lower
      self.capital = capital
    }
  }

  /// Runs all steps.
  ///
  /// - Parameters:
  ///   - listed: passes the spellings of dictionary names, any number of times.
  ///   - caseCounts: looks up the words of a name (folded, joined by spaces) in the texts of the archive.
  /// - Returns: The decisions in order of id.
  package mutating func decide(
    listed: [ListedName], caseCounts: (String) throws -> CaseCounts
  ) rethrows -> [IdentityDecision] {
    for step in IdentityStep.allCases { try perform(step, listed, caseCounts) }
    return decisions
  }

  private mutating func perform(
    _ step: IdentityStep, _ listed: [ListedName], _ caseCounts: (String) throws -> CaseCounts
  ) rethrows {
    switch step {
    case .kindAlone: rejectKindsAlone()
    case .sameSpelling: joinSameSpellings(listed)
    case .listedPlant: joinListedPlants(listed)
    case .shortForm: joinShortForms()
    case .otherType: joinOtherTypes()
    case .surnameNotTown: rejectTownsThatAreSurnames()
    case .lowerCase: try rejectLowerCase(caseCounts)
    }
  }

  // MARK: Outcomes

  /// Whether a name is in no dictionary and nothing is decided about it. The bare name of a national body stays open to
  /// no step: the archive cannot say whose body it is.
  func isOpen(_ name: Int32) -> Bool {
    !table.areListed[Int(name)] && outcomes[Int(name)] == nil
      && !vocabulary.nationalBodies.contains(ownWords[Int(name)])
  }

  /// The name that a name means after all decisions so far; nil if it is none.
  func meaning(of name: Int32) -> Int32? {
    var name = name
    while Int(name) < table.count, let outcome = outcomes[Int(name)] {
      guard let target = outcome.target else { return nil }
      name = target
    }
    return name
  }

  /// Records that a name means another one, unless that one means the name itself.
  mutating func join(_ name: Int32, to target: Int32, _ step: IdentityStep, _ reason: String) {
    guard let end = meaning(of: target), end != name else { return }
    outcomes[Int(name)] = Outcome(target: end, step: step, reason: reason)
  }

  mutating func reject(_ name: Int32, _ step: IdentityStep, _ reason: String) {
    outcomes[Int(name)] = Outcome(target: nil, step: step, reason: reason)
  }

  /// The index of a listed name, which is added if the archive does not contain it.
  mutating func index(of listed: IdentityDecision.Target, inTable indices: [String: Int32]) -> Int32 {
    if let known = indices[listed.id] ?? indexOfAbsent[listed.id] { return known }
    let index = Int32(table.count + absent.count)
    absent.append(listed)
    indexOfAbsent[listed.id] = index
    return index
  }

  func id(_ name: Int32) -> String {
    Int(name) < table.count ? table.id(name) : absent[Int(name) - table.count].id
  }

  private func target(_ name: Int32) -> IdentityDecision.Target {
    if Int(name) >= table.count { return absent[Int(name) - table.count] }
    return IdentityDecision.Target(id: table.id(name), type: table.types[Int(name)], name: "")
  }

  private var decisions: [IdentityDecision] {
    outcomes.indices.compactMap { index in
      guard let outcome = outcomes[index] else { return nil }
      let end = meaning(of: Int32(index))
      return IdentityDecision(
        entity: table.id(Int32(index)), verdict: end.map { .means(target($0)) } ?? .noName,
        step: outcome.step.rawValue, reason: outcome.reason)
    }
  }
}
