import NewsModel

/// The kinds of evidence for a country in a document.
package enum CountryEvidence: Int, CaseIterable, Sendable {
  case name, government, nationality, capital, city, region, otherPlace, facility, organisation
  /// A word for one country's institutions or money, and a weaker one.
  case cue, weakCue
  /// The exchange in a company's ticker: `<GM.N>`.
  case ticker
  case dateline
  /// The country in the address of the publisher's site.
  case publisher
  /// The name of a town without the context that its dictionary line requires.
  case possibleTown
  /// A word for one country's institutions that other states use as well: "councillor".
  case sharedCue

  /// How much evidence of a kind adds to a country's score. The weights were found by hill climbing on random halves of
  /// two annotated corpora (business wire stories and local news), checked on the other halves, and rounded. F1 changes
  /// by less than 0.01 if any of them changes by a third.
  var weight: Double {
    switch self {
    case .name: 1.4
    case .government: 0.8
    case .nationality: 0.5
    case .capital: 0.45
    case .city: 0.45
    case .region: 0.6
    case .otherPlace: 0.4
    case .facility: 0.5
    case .organisation: 0.15
    case .cue: 0.5
    case .weakCue: 0.2
    case .ticker: 0.8
    case .dateline: 4
    case .publisher: 0.15
    case .possibleTown: 0.1
    case .sharedCue: 0.2
    }
  }

  /// Whether the evidence shows the country by itself. The address of the publisher, a possible town and a word that other
  /// states share only add to other evidence.
  var isSufficient: Bool { self != .publisher && self != .possibleTown && self != .sharedCue }

  /// Whether evidence of this kind names the country or a place in it.
  var isPlace: Bool {
    switch self {
    case .name, .government, .nationality, .capital, .city, .region, .otherPlace, .facility, .dateline: true
    case .organisation, .cue, .weakCue, .sharedCue, .ticker, .publisher, .possibleTown: false
    }
  }

  /// How much a distinct name of this kind helps to decide which of several places with one name is meant.
  var support: Double {
    switch self {
    case .name, .dateline: 2
    case .government, .nationality, .region: 1.5
    case .capital, .city: 1
    case .otherPlace: 0.7
    case .facility, .organisation, .cue: 0.5
    case .weakCue, .sharedCue: 0.15
    case .ticker, .publisher, .possibleTown: 0
    }
  }

  /// Determines the kind from the type of a mention and the first word of the note in its dictionary line. Returns nil
  /// if the mention is no evidence for a country.
  init?(_ type: EntityType, note: String) {
    switch type {
    case .country:
      switch note {
      case "nationality": self = .nationality
      case "government": self = .government
      default: self = .name
      }
    case .place:
      switch note {
      case "capital": self = .capital
      case "city": self = .city
      case "region": self = .region
      default: self = .otherPlace
      }
    case .facility: self = .facility
    // "The White House" stands for its country as "Washington" does.
    case .organisation: self = note == "government" ? .government : .organisation
    // The name inside the group's is evidence of its own.
    case .person, .group, .vessel: return nil
    }
  }
}

extension NameDictionary {
  /// The kind of evidence that a candidate is for its country; nil if it is none.
  func evidence(of candidate: Candidate) -> CountryEvidence? {
    // "The U.S. embassy" keeps the mention of its country, which is the evidence.
    if candidate.country == nil || candidate.keepsCountry && candidate.type == .facility { return nil }
    // "Kantonia's Museum Commission" names the country as "Kantonian" does, and no mention of its own shows it.
    if candidate.namesItsCountry { return .nationality }
    if case .surface(let surface) = candidate.origin { return evidence(ofSurface: surface) }
    if candidate.type == .place, let entity = candidate.entity {
      return CountryEvidence(.place, note: entities[Int(entity)].kind)
    }
    return CountryEvidence(candidate.type, note: "")
  }
}
