import NewsModel
import ScannedText
import TextScanning

/// A name in the text that is evidence for a country, with all places that it may refer to.
struct PlaceReading {
  /// A place that the name may refer to.
  struct Place {
    /// The index of its candidate in the section.
    var candidate: Int
    /// Index into the dictionary's entities; nil for a name that is in no list.
    var entity: Int32?
    var country: String
    var kind: CountryEvidence
    /// A number from `NameDictionary.regions`.
    var region: Int32
    /// The advantage that its population gives it.
    var prior: Double

    /// Whether a region of its country has the same name, such as Geneva.
    var namesItsRegion = false

    /// Whether it is known everywhere: a capital, a city of at least a million people, or a city whose region has its
    /// name.
    var isFamous: Bool {
      kind == .capital || kind == .city && (prior >= PlaceChoice.greatCity || namesItsRegion)
    }

    /// Whether two places need not be distinguished. They are in the same country, but not towns of two regions, between
    /// which the other places of the text can decide.
    func isInterchangeable(with other: Place) -> Bool {
      country == other.country
        && !(kind == .city && other.kind == .city && region >= 0 && other.region >= 0 && region != other.region)
    }

    /// Whether it is evidence for the places around it. Towns and regions are; New York is mentioned everywhere.
    var isLocal: Bool {
      switch kind {
      case .city: prior < PlaceChoice.greatCity
      case .region, .otherPlace: true
      default: false
      }
    }
  }

  /// The number of the section in the document.
  let section: Int
  /// The first one is the accepted candidate.
  private(set) var places: [Place]
  /// The index of the place whose country or region the text names right after the name; nil if it names none.
  private(set) var located: Int?
  /// The town with its region, if the text names right after the name a region in which no known place has the name.
  private(set) var elsewhere: TokenSpan?
  /// A hash of the name as written. A name has one reading in the whole document.
  let name: UInt64
  /// Whether no candidate was accepted: the name of a town lacks its required context.
  let isUnconfirmed: Bool

  /// Returns nil if no candidate leads to a country.
  ///
  /// - Parameters:
  ///   - group: The indices of candidates that begin at the same token.
  init?(
    _ group: some Collection<Int>, of candidates: [Candidate], in section: ScannedDocument.Section,
    _ dictionary: NameDictionary
  ) {
    self.section = section.number
    func hash(_ candidate: Int) -> UInt64 {
      FoldedHash.of(section.bytes[section.byteRange(ofTokens: candidates[candidate].range)])
    }
    let accepted = group.first { candidates[$0].isAccepted }
    var places: [Place] = []
    if let accepted {
      guard let place = Self.place(accepted, candidates[accepted], dictionary) else { return nil }
      places = [place]
      guard place.kind != .nationality, place.kind != .government, place.kind != .facility, place.kind != .organisation,
        candidates[accepted].context?.isAfter != true
      else {
        self.places = places
        name = hash(accepted)
        isUnconfirmed = false
        return
      }
    }
    for index in group {
      guard candidates[index].type == .place, candidates[index].lacksContextOrPriority,
        accepted.map({ candidates[$0].end == candidates[index].end }) ?? true,
        let place = Self.place(index, candidates[index], dictionary), place.kind == .city || place.kind == .region
      else { continue }
      if let known = places.firstIndex(where: { $0.isInterchangeable(with: place) }) {
        if place.kind == .region { places[known].namesItsRegion = true }
      } else {
        places.append(place)
      }
    }
    guard let first = places.first else { return nil }
    if accepted == nil { places.removeSubrange(1...) }
    self.places = places
    name = hash(first.candidate)
    isUnconfirmed = accepted == nil
  }

  /// Keeps only the place in a country, if there is one; in a region of that country, if one is.
  ///
  /// - Parameter region: A number from `NameDictionary.regions`.
  mutating func locate(in country: String?, region: Int32 = -1) {
    let inCountry = places.filter { $0.country == country }
    guard let place = inCountry.first(where: { region >= 0 && $0.region == region }) ?? inCountry.first else { return }
    // The accepted candidate stays first, whatever the text says after it.
    places = place.candidate == places[0].candidate ? [place] : [places[0], place]
    located = places.count - 1
  }

  /// Records that the text names a region right after the name in which no known place has the name.
  mutating func locate(elsewhere: TokenSpan) { self.elsewhere = elsewhere }

  private static func place(_ index: Int, _ candidate: Candidate, _ dictionary: NameDictionary) -> Place? {
    guard let country = candidate.country, let kind = dictionary.evidence(of: candidate) else { return nil }
    let entity = candidate.entity.map(Int.init)
    let population = entity.map { dictionary.weights[$0] } ?? 0
    return Place(
      candidate: index, entity: candidate.entity, country: dictionary.countries[Int(country)], kind: kind,
      region: entity.map { dictionary.regions[$0] } ?? -1,
      prior: PlaceChoice.prior(of: candidate.type, kind, population: population))
  }
}

extension Candidate {
  /// Whether it was rejected for a reason that other names of the document may outweigh.
  fileprivate var lacksContextOrPriority: Bool {
    switch rejection?.reason {
    case .missing, .excluded, .priority, .otherPlace: true
    case .longerSpan, .vetoed, .notValidThen, .wrongCase, .suspicious, nil: false
    }
  }
}
