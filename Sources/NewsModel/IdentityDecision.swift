/// What a name of the archive counts as: a decision about the archive as a whole, which the database applies to the
/// mentions without reading a document again.
package struct IdentityDecision: Sendable, Equatable {
  /// The entity to which the rules of single documents gave the name; nil for any entity with the spelling.
  package var entity: String?
  /// The only spelling to which the decision applies; nil for all.
  package var spelling: String?
  package var verdict: Verdict
  /// The mentions to which the decision applies.
  package var scope: Scope
  /// The step that decided (`same-spelling`), or `correction`.
  package var step: String
  /// The evidence, or the reason that a person gave.
  package var reason: String
  /// `corrections.tsv:12`; empty if a step decided.
  package var origin: String

  package enum Verdict: Sendable, Equatable {
    /// The words are no name. Their mentions are kept, but count nowhere.
    case noName
    case means(Target)
  }

  /// The entity that a name means. Type and name describe it in case the database does not contain it yet.
  package struct Target: Sendable, Equatable {
    package var id: String
    package var type: EntityType
    package var name: String

    package init(id: String, type: EntityType, name: String) {
      self.id = id
      self.type = type
      self.name = name
    }
  }

  package enum Scope: Sendable, Equatable {
    case everywhere
    /// The documents of a publisher.
    case publisher(String)
    /// A single document, by its source.
    case document(String)
    /// The documents of a day and of later days.
    case from(Day)
  }

  package init(
    entity: String?, spelling: String? = nil, verdict: Verdict, scope: Scope = .everywhere, step: String,
    reason: String, origin: String = ""
  ) {
    self.entity = entity
    self.spelling = spelling
    self.verdict = verdict
    self.scope = scope
    self.step = step
    self.reason = reason
    self.origin = origin
  }
}

/// The text of a scope in the database and in files: empty, `source:NAME`, `document:SOURCE` or `from:2013-02-03`.
extension IdentityDecision.Scope: CustomStringConvertible {
  package var description: String {
    switch self {
    case .everywhere: ""
    case .publisher(let name): "source:\(name)"
    case .document(let source): "document:\(source)"
    case .from(let day): "from:\(day)"
    }
  }

  /// Returns nil if the text is none of these.
  package init?(text: String) {
    if text.isEmpty {
      self = .everywhere
      return
    }
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let value = String(text[text.index(after: colon)...])
    if value.isEmpty { return nil }
    switch text[..<colon] {
    case "source": self = .publisher(value)
    case "document": self = .document(value)
    case "from":
      guard let day = Day(iso: value) else { return nil }
      self = .from(day)
    default: return nil
    }
  }
}
