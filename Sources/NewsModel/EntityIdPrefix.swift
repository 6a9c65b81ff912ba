extension EntityType {
  /// Determines the type from the first part of an id: `org.nato`, `org~ministry-of-energy`.
  package init?(idPrefix id: String) {
    switch id.prefix(while: { $0 != "." && $0 != "~" }) {
    case "country": self = .country
    case "org": self = .organisation
    case "fac": self = .facility
    case "place": self = .place
    case "person": self = .person
    case "group": self = .group
    case "vessel": self = .vessel
    default: return nil
    }
  }

  package var idPrefix: String {
    switch self {
    case .country: "country"
    case .organisation: "org"
    case .facility: "fac"
    case .place: "place"
    case .person: "person"
    case .group: "group"
    case .vessel: "vessel"
    }
  }
}
