package import NewsModel

/// What rules may name with `@`: the ids of the dictionaries' entities, with their kinds.
package struct EntityKinds: Sendable {
  /// In the dictionaries' order.
  let ids: [String]
  let kindsInOrder: [String]
  /// The codes of countries that mentions number.
  package let countries: [String]
  private let kinds: [String: String]
  private let known: Set<String>

  package init(_ entities: [Entity], countries: [String] = []) {
    ids = entities.map(\.id)
    kindsInOrder = entities.map(\.kind)
    self.countries = countries
    kinds = Dictionary(entities.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    known = Set(kinds.values)
  }

  func hasEntity(_ id: String) -> Bool { kinds[id] != nil }
  func hasKind(_ kind: String) -> Bool { known.contains(kind) }
  /// Nil for a name that no dictionary holds.
  func kind(of id: String) -> String? { kinds[id] }
}
