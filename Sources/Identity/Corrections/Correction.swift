package import NewsModel

/// What a person decided about a name: a line of `corrections.tsv`.
package struct Correction: Sendable, Equatable {
  package var action: Action
  /// The id of the entity that is corrected; nil for a spelling of any entity.
  package var entity: String?
  /// The only spelling that is corrected, exactly as texts write it; nil for all.
  package var spelling: String?
  package var scope: IdentityDecision.Scope
  /// The day on which the person decided.
  package var day: Day?
  package var reason: String
  /// `corrections.tsv:12`
  package var origin: String

  package enum Action: Sendable, Equatable {
    case noName
    /// The entity is another one, by its id.
    case sameAs(String)
    /// The spelling means an entity, by its id.
    case means(String)
    /// The entity has another type.
    case isA(EntityType)
  }

  package init(
    _ action: Action, entity: String?, spelling: String? = nil, scope: IdentityDecision.Scope = .everywhere,
    day: Day? = nil, reason: String = "", origin: String = ""
  ) {
    self.action = action
    self.entity = entity
    self.spelling = spelling
    self.scope = scope
    self.day = day
    self.reason = reason
    self.origin = origin
  }
}

extension Correction.Action {
  /// The words of the columns `decision` and `target`.
  package var words: (decision: String, target: String) {
    switch self {
    case .noName: ("no-name", "")
    case .sameAs(let id): ("same-as", id)
    case .means(let id): ("means", id)
    case .isA(let type): ("is-a", type.rawValue)
    }
  }

  /// Throws a description of what is wrong.
  package init(decision: String, target: String) throws(CorrectionFault) {
    switch decision {
    case "no-name":
      guard target.isEmpty else { throw CorrectionFault("no-name takes no target") }
      self = .noName
    case "same-as": self = .sameAs(try Self.id(target))
    case "means": self = .means(try Self.id(target))
    case "is-a":
      guard let type = EntityType(rawValue: target), type != .country else {
        throw CorrectionFault("“\(target)” is no type that a name can have")
      }
      self = .isA(type)
    default: throw CorrectionFault("the decision is no-name, same-as, means or is-a, not “\(decision)”")
    }
  }

  /// Checks the form of an entity's id: `org.nato`, `org~ministry-of-energy`.
  package static func id(_ text: String) throws(CorrectionFault) -> String {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "." || $0 == "~" }
    guard EntityType(idPrefix: text) != nil, parts.count == 2, !parts[1].isEmpty,
      !text.unicodeScalars.contains(where: { $0.properties.isWhitespace })
    else { throw CorrectionFault("“\(text)” is no id of an entity, such as org.nato or org~ministry-of-energy") }
    return text
  }
}

/// What is wrong with a correction.
package struct CorrectionFault: Error, Equatable, CustomStringConvertible {
  package var description: String

  init(_ description: String) { self.description = description }
}
