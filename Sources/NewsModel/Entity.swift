/// The thing that a name refers to: a line of a dictionary, or a name that a pattern found.
package struct Entity: Sendable, Equatable {
  /// `org.nato`, `fac.kalinin`, `country.ru`, `place.moscow`; `org~ministry-of-energy` for a name that is in no
  /// dictionary.
  package var id: String
  package var type: EntityType
  /// The kind in detail: `nuclear-power-plant`, `regulator`, `alliance`.
  package var kind: String
  package var name: String
  /// ISO 3166-1 alpha-2.
  package var country: String?
  /// Attributes by name of their scheme: `iso3`, `wikidata`, `pris`, `latitude`, `longitude`, `operator`.
  package var attributes: [String: String]
  package var validFrom: Day?
  package var validTo: Day?
  /// The operators of a facility in order of time. Operators of the same time run it together.
  package var operators: [Operator] = []
  /// `facilities.tsv:120`; empty for a name that is in no dictionary.
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

/// An operator of a facility, and the time in which it ran the facility.
package struct Operator: Sendable, Equatable {
  /// The operator's name in the news of that time.
  package var name: String
  /// The id of the operator's entity, if a dictionary contains it.
  package var organisation: String?
  /// Nil if it has run the facility from the beginning.
  package var validFrom: Day?
  /// Nil if it still runs the facility.
  package var validTo: Day?
  /// `facilities.operators.tsv:7`
  package var origin: String

  package init(name: String, organisation: String? = nil, validFrom: Day? = nil, validTo: Day? = nil, origin: String) {
    self.name = name
    self.organisation = organisation
    self.validFrom = validFrom
    self.validTo = validTo
    self.origin = origin
  }
}

/// The facts shown for a facility beside its name, as of a document's day.
package struct FacilityFacts: Sendable, Equatable {
  /// Decimal degrees.
  package var latitude: Double?
  package var longitude: Double?
  /// Several operators are separated by `; `.
  package var operatorThen: String?
  /// `gppd GEODB0002121; pris 24`
  package var identifiers: String?

  package init(
    latitude: Double? = nil, longitude: Double? = nil, operatorThen: String? = nil, identifiers: String? = nil
  ) {
    self.latitude = latitude
    self.longitude = longitude
    self.operatorThen = operatorThen
    self.identifiers = identifiers
  }
}

/// A subject, as a topic pack defines it.
package struct Topic: Sendable, Equatable {
  package var id: String
  package var name: String
  /// The broader topic; nil if there is none.
  package var broader: String?
  /// IPTC Media Topic code (`medtop:20000064`), if one fits.
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
