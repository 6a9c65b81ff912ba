import Names
package import NewsModel

/// Names that occur often but are in no dictionary, as lines for a user to review and add.
package struct NameSuggestions: Sendable {
  package struct Suggestion: Sendable, Equatable {
    /// An unused id in the form of dictionary lines: `org.ministry-of-energy`.
    package var id: String
    /// The most likely type.
    package var type: EntityType
    package var kind: String
    /// The most frequent spelling.
    package var name: String
    /// The ISO 3166-1 alpha-2 code, or an empty string.
    package var country: String
    package var mentions: Int
    package var documents: Int
    package var sources: Int
    /// The evidence for type and kind, with its frequency: `pattern org.company-suffix 3; last word “Corp” 3`.
    package var reasons: [String]
    /// Up to three excerpts of sentences around the name, from different documents.
    package var contexts: [String]

    package init(
      id: String, type: EntityType, kind: String, name: String, country: String, mentions: Int, documents: Int,
      sources: Int, reasons: [String], contexts: [String]
    ) {
      self.id = id
      self.type = type
      self.kind = kind
      self.name = name
      self.country = country
      self.mentions = mentions
      self.documents = documents
      self.sources = sources
      self.reasons = reasons
      self.contexts = contexts
    }
  }

  private let takenIDs: Set<String>
  private let known: KnownNames?
  private var tallies: [String: NameTally] = [:]
  /// If there are more names than this, names that occurred in only one document are forgotten to limit memory. If such
  /// a name occurs again, its count begins anew.
  private static let most = 400_000

  /// - Parameter known: The names in dictionaries, which are not suggested again. (Some of them are valid only at
  ///   another time.)
  package init(taken entities: [Entity], beside known: KnownNames? = nil) {
    takenIDs = Set(entities.map(\.id))
    self.known = known
  }

  package mutating func add(_ document: NameSightings) {
    var seen: Set<String> = []
    for sighting in document.sightings {
      tallies[sighting.slug, default: NameTally()]
        .add(sighting, isFirstOfDocument: seen.insert(sighting.slug).inserted, publisher: document.publisher)
    }
    if tallies.count > Self.most { tallies = tallies.filter { $0.value.documents > 1 } }
  }

  /// Sorted by the number of documents, then of mentions (largest first), then by id.
  package func suggestions(minimumDocuments: Int = 2) -> [Suggestion] {
    var taken = takenIDs
    let wanted = tallies.filter { $0.value.documents >= minimumDocuments }.sorted { $0.key < $1.key }
    return wanted.compactMap { slug, tally in
      if known?.holders(of: tally.name).isEmpty == false { return nil }
      let verdict = tally.verdict
      var id = "\(verdict.type.idPrefix).\(slug)"
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(verdict.type.idPrefix).\(slug)-\(number)"
        number += 1
      }
      return Suggestion(
        id: id, type: verdict.type, kind: verdict.kind, name: tally.name, country: tally.country,
        mentions: tally.mentions, documents: tally.documents, sources: tally.sources.count, reasons: verdict.reasons,
        contexts: tally.contexts)
    }.sorted {
      ($1.documents, $1.mentions, $0.id) < ($0.documents, $0.mentions, $1.id)
    }
  }
}
