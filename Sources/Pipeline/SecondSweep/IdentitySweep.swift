import Identity
import Names
import NewsModel
import NewsStore
import TextScanning

/// Decides for the archive as a whole which names are names and which are one thing, and maps the mentions of the
/// database through the decisions.
struct IdentitySweep {
  private let store: NewsStore
  private let knowledge: IdentityKnowledge

  /// The number of documents in which a phrase is looked up: enough to tell how an archive writes it.
  private static let documentsOfPhrase = 12

  init(store: NewsStore, knowledge: IdentityKnowledge) {
    self.store = store
    self.knowledge = knowledge
  }

  func run() throws -> IdentityChange {
    try store.replaceIdentity(decisions(), corrections: knowledge.fingerprint)
  }

  /// Returns what `run` would change, and changes nothing.
  func preview() throws -> IdentityChange { try store.previewIdentity(decisions()) }

  func decisions() throws -> [IdentityDecision] {
    var table = ArchiveNames()
    try store.eachName { name in
      table.add(
        id: name.id, type: name.type, isListed: name.isListed || name.isUnit,
        isTown: Self.kindsOfTowns.contains(name.kind))
      for spelling in name.spellings {
        table.addSpelling(
          spelling.text, documents: spelling.documents, isResolved: Self.resolvingRules.contains(spelling.rule))
      }
    }
    var identity = Identity(consume table, knowledge.vocabulary)
    let decisions = try identity.decide(listed: knowledge.listed) { phrase in
      Self.caseCounts(of: phrase, in: try store.texts(with: phrase, atMost: Self.documentsOfPhrase))
    }
    return try knowledge.corrections.applied(to: decisions).filter { try !isVain($0) }
  }

  /// Whether a correction means an unlisted name that the archive does not contain, or no longer: it decides nothing.
  private func isVain(_ decision: IdentityDecision) throws -> Bool {
    guard decision.step == Corrections.step, case .means(let target) = decision.verdict, target.id.contains("~"),
      // The same name with another type is a name of the archive.
      decision.entity?.split(separator: "~").last != target.id.split(separator: "~").last
    else { return false }
    return try !store.contains(.name, target.id)
  }

  private static let kindsOfTowns: Set<String> = ["city", "town"]
  /// The rules by which a text says what a spelling refers to.
  private static let resolvingRules: Set<String> = Set(
    [MentionRule.Reference.acronym, .acronymDefined, .initials, .lastName, .shortForm]
      .map { MentionRule(.reference($0)).description })

  /// Counts the places where texts write a phrase in lower case and with capitals.
  private static func caseCounts(of phrase: String, in texts: [String]) -> Identity.CaseCounts {
    let words = TokenStream(phrase).tokens.map(\.hash)
    var counts = Identity.CaseCounts(lower: 0, capital: 0)
    for text in texts {
      let tokens = TokenStream(text).tokens
      for start in tokens.indices where tokens[start].hash == words[0] && start + words.count <= tokens.count {
        let place = tokens[start..<start + words.count]
        guard zip(place, words).allSatisfy({ $0.hash == $1 }) else { continue }
        if place.allSatisfy({ !$0.startsWithCapital }) { counts.lower += 1 } else { counts.capital += 1 }
      }
    }
    return counts
  }
}
