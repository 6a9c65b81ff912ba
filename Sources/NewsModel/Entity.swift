/// What a name stands for: a dictionary line, or a name that a pattern found.
package struct Entity: Sendable, Equatable {
  /// `org.nato`, `fac.kalinin`, `country.ru`, `place.moscow`; `org~ministry-of-energy` for a name that no list holds.
  package var id: String
  package var type: EntityType
  /// What it is in detail: `nuclear-power-plant`, `regulator`, `alliance`.
  package var kind: String
  package var name: String
  /// ISO 3166-1 alpha-2.
  package var country: String?
  /// By name of the scheme: `iso3`, `wikidata`, `pris`, `latitude`, `longitude`, `operator`.
  package var attributes: [String: String]
  package var validFrom: Day?
  package var validTo: Day?
  /// `facilities.tsv:120`; empty for a name that no list holds.
  package var origin: String

  package init(
    id: String, type: EntityType, kind: String, name: String, country: String? = nil,
    attributes: [String: String] = [:],
    validFrom: Day? = nil, validTo: Day? = nil, origin: String = ""
  ) {
    self.id = id
    self.type = type
    self.kind = kind
    self.name = name
    self.country = country
    self.attributes = attributes
    self.validFrom = validFrom
    self.validTo = validTo
    self.origin = origin
  }
}

/// A subject, as a topic pack defines it.
package struct Topic: Sendable, Equatable {
  package var id: String
  package var name: String
  /// The topic above it; nil at the top.
  package var broader: String?
  /// IPTC Media Topic code (`medtop:20000064`), where one fits.
  package var iptc: String?
  package var scopeNote: String
  /// `nuclear.yaml:12`
  package var origin: String

  package init(
    id: String, name: String, broader: String? = nil, iptc: String? = nil, scopeNote: String = "", origin: String = ""
  ) {
    self.id = id
    self.name = name
    self.broader = broader
    self.iptc = iptc
    self.scopeNote = scopeNote
    self.origin = origin
  }
}
