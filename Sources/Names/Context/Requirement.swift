package import NewsModel
import TextScanning

/// The context that a surface requires: one of the alternatives must match, and none of the negated ones may.
package struct Requirement: Sendable, Equatable {
  /// The text in the dictionary.
  package var text: String
  package var alternatives: [Alternative]

  /// One alternative of a requirement: items, one of which must occur in a scope.
  package struct Alternative: Sendable, Equatable {
    /// The text in the dictionary.
    package var text: String
    package var isNegated: Bool
    package var scope: ContextScope
    package var items: [Item]
  }

  /// What an alternative searches for.
  package enum Item: Sendable, Equatable {
    /// Any phrase of a set in `ContextSets`.
    case set(Int32)
    /// A mention of an entity, by its index.
    case entity(Int32)
    case type(EntityType)
    /// A mention of a kind: `region`, or `region/us` for those in one country.
    case kind(String)
  }

  /// Whether it needs other mentions and not only words.
  var needsMentions: Bool {
    alternatives.contains { $0.items.contains { if case .set = $0 { false } else { true } } }
  }
}

/// The part of the text in which a context is searched for.
package enum ContextScope: String, Sendable, CaseIterable {
  /// A longer phrase that contains the match. For a veto or after `!`, it may also be the match itself.
  case span
  /// The three words before, the three words after, or ten words on either side; all in the same sentence.
  case before, after, near
  /// The next word.
  case next
  /// The three words after a list of names that contains the match: "Doel and Tihange plants".
  case list
  case sentence, paragraph, title, lead, document
}

/// Parses `SCOPE:ITEM|ITEM || SCOPE:ITEM`.
struct RequirementParser {
  let entityIndex: (String) -> Int?
  private(set) var reasons: [String] = []

  init(entityIndex: @escaping (String) -> Int?) {
    self.entityIndex = entityIndex
  }

  /// - Parameter contexts: Receives the lists that are written inside the requirement.
  mutating func parse(_ text: String, _ contexts: inout ContextSets.Builder) -> Requirement {
    var requirement = Requirement(text: text, alternatives: [])
    for part in parts(of: text) {
      var part = part
      let isNegated = part.hasPrefix("!")
      if isNegated { part = String(part.dropFirst()).trimmed }
      guard let colon = part.firstIndex(of: ":"), let scope = ContextScope(rawValue: String(part[..<colon]).trimmed)
      else {
        reasons.append(
          "requires “\(part)”: expected SCOPE:ITEM with SCOPE one of \(ContextScope.allCases.map(\.rawValue).joined(separator: " "))"
        )
        continue
      }
      var items: [Requirement.Item] = []
      var phrases: [String] = []
      for item in part[part.index(after: colon)...].split(separator: "|") {
        let item = String(item).trimmed
        if item.hasPrefix("@type:") {
          if let type = EntityType(rawValue: String(item.dropFirst(6))) {
            items.append(.type(type))
          } else {
            reasons.append("requires: no type “\(item.dropFirst(6))”")
          }
        } else if item.hasPrefix("@kind:") {
          items.append(.kind(String(item.dropFirst(6))))
        } else if item.hasPrefix("@") {
          if let index = entityIndex(String(item.dropFirst())) {
            items.append(.entity(Int32(index)))
          } else {
            reasons.append("requires: no dictionary has the id \(item.dropFirst())")
          }
        } else if item.hasPrefix("$") {
          if let set = contexts.index(ofSet: String(item.dropFirst())) {
            items.append(.set(set))
          } else {
            reasons.append("requires: contexts.tsv has no set \(item.dropFirst())")
          }
        } else if !item.isEmpty {
          phrases.append(item)
        }
      }
      if !phrases.isEmpty {
        // A list written inside a requirement becomes a set, which lines with the same list share.
        let name = "|" + phrases.joined(separator: "|")
        if contexts.index(ofSet: name) == nil {
          for phrase in phrases where contexts.add(phrase, toSet: name) != .added {
            reasons.append("requires: “\(phrase)” is no phrase that can be searched for")
          }
        }
        if let set = contexts.index(ofSet: name) { items.append(.set(set)) }
      }
      if items.isEmpty, reasons.isEmpty { reasons.append("requires “\(part)”: no item") }
      requirement.alternatives.append(
        .init(text: (isNegated ? "!" : "") + part, isNegated: isNegated, scope: scope, items: items))
    }
    return requirement
  }

  private func parts(of text: String) -> [String] {
    var parts = [""]
    var rest = text[...]
    while let character = rest.first {
      if rest.hasPrefix("||") {
        parts.append("")
        rest = rest.dropFirst(2)
      } else {
        parts[parts.count - 1].append(character)
        rest = rest.dropFirst()
      }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }
}

extension String {
  /// The text without spaces at either end.
  var trimmed: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
