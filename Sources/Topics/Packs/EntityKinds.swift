package import NewsModel

/// The names that rules may use after `@`: the ids of the entities in the dictionaries, with their kinds.
package struct EntityKinds: Sendable {
  /// In the order of the dictionaries.
  let ids: [String]
  let kindsInOrder: [String]
  /// The country codes, in the order of the country numbers that mentions use.
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
  /// Returns nil for an id that is in no dictionary.
  func kind(of id: String) -> String? { kinds[id] }
}
