import Foundation
import NewsModel
import ScannedText

/// Decides which of several places with one name a document means: Paris is in France unless the document mentions
/// Texas and no other country.
///
/// The place wins for which the sum of two values is greatest: the evidence that other names give for its country, and
/// half the decimal logarithm of its population. One decision holds for the whole document. "One sense per discourse"
/// and the population heuristic are from J. L. Leidner, "Toponym Resolution in Text" (2007). The weight of a text's own
/// region is from M. Lieberman, H. Samet, J. Sankaranarayanan, "Geotagging with local lexicons" (ICDE 2010).
enum PlaceChoice {
  private static let populationWeight = 0.5
  /// A place of unknown size is treated as a town.
  private static let townPopulation = 20_000.0
  private static let regionPopulation = 3_000_000.0
  /// A country or capital is preferred to a town of the same name if the text has other evidence for it ("the Lebanese
  /// cabinet", "French") ...
  private static let evidenceBonus = 5.0
  /// ... of at least this weight ...
  private static let leastWeightForBonus = 1.0
  /// ... and if the text names other countries: a story about talks in Paris is not about Paris, Texas.
  private static let worldBonus = 4.0
  /// A country is preferred to a town of the same name by this much in any case. If the value is larger, local news
  /// about a town named Lebanon is assigned to the country; if it is smaller, the history of a ship is no longer
  /// assigned to Cuba. Values from 0 to 4 were tried on two annotated corpora, business wire stories and local news:
  /// from 1 on, the first gains what the second loses.
  private static let nameBonus = 1.0

  /// The most support that a country can give to a candidate. A text about a president's speeches often names his
  /// country, but what he says about Mexico is not about the town in Missouri. Values from 2 to no limit were tried on
  /// the same two corpora and, by reading, on two without annotation. Below 8, one in 300 texts of local news is
  /// assigned to the wrong place (Russia's Moscow or Peru's Lima instead of the local town); above 5, news about
  /// diplomats is assigned to Moscow, Idaho.
  private static let mostSupport = 5.0

  /// The weight of national names (of a country as a whole) as support for a town of that country that has the name of
  /// a greater place: the White House and the Pentagon talk about Moscow, not Moscow, Idaho. Values from 0 to 1 were
  /// tried on the same two corpora. Each step down loses one or two texts of local news, and corrects (judged by
  /// reading) the countries of stories about diplomats.
  private static let nationalWeight = 0.3

  /// The most support that a country and its other regions can give to a town with the name of a place known
  /// everywhere. A text that often names America is not about Geneva, Illinois, unless it also names places near it in
  /// Illinois, or county courts and school boards. The value is less than half the decimal logarithm of eight, so the
  /// population of the two Genevas decides.
  private static let mostFromElsewhere = 0.4

  /// The prior of a city with a million people.
  static let greatCity = prior(of: .place, .city, population: 1_000_000)

  static func prior(of type: EntityType, _ kind: CountryEvidence, population: Int64) -> Double {
    var people = population > 0 ? Double(population) : townPopulation
    if kind == .region { people = max(people, regionPopulation) }
    return populationWeight * log10(people + 1000)
  }

  /// The share that each place has of the population of all places with this name.
  static func shares(of places: [PlaceReading.Place]) -> [Double] {
    let people = places.map { pow(10, $0.prior / populationWeight) }
    let all = people.reduce(0, +)
    return people.map { $0 / all }
  }

  /// The weight of the evidence for a town that has the name of a place known everywhere.
  ///
  /// - Parameter weight: The weight of the evidence for its country.
  private static func localWeight(
    _ town: PlaceReading.Place, named name: UInt64, _ weight: Double, _ support: PlaceSupport
  ) -> Double {
    let near = support.regional.total(of: town.region, without: name)
    let institutions = support.institutions(of: town.country)
    return near + institutions + min(max(0, weight - institutions - near), mostFromElsewhere)
  }

  /// Returns the index of the place that is meant; the earlier one if two are equal.
  static func choose(_ reading: PlaceReading, _ support: PlaceSupport) -> Int {
    if let located = reading.located { return located }
    if reading.places.count == 1 { return 0 }
    var best = 0
    var bestValue = -Double.infinity
    let largest = reading.places.map(\.prior).max() ?? 0
    let famous = reading.places.filter(\.isFamous).map(\.prior).max() ?? 0
    for (index, place) in reading.places.enumerated() {
      let fullWeight = support.total(of: place.country, without: reading.name)
      var weight = fullWeight
      if place.kind == .city, place.prior < largest {
        weight -= (1 - nationalWeight) * support.national(of: place.country)
        if place.prior < famous { weight = localWeight(place, named: reading.name, weight, support) }
      }
      var value = min(weight, mostSupport) + place.prior
      if place.kind == .name || place.kind == .capital {
        if fullWeight >= leastWeightForBonus { value += evidenceBonus }
        if support.isWorldNews(besides: place.country) { value += worldBonus }
        if place.kind == .name { value += nameBonus }
      }
      if value > bestValue { (best, bestValue) = (index, value) }
    }
    return best
  }
}

extension NameSteps {
  mutating func choosePlaces() {
    var evidence = rules.countries.evidence(of: scanned, phrases)
    let readings = scanned.sections.filter(\.isCounted).flatMap {
      PlaceReader($0, candidates[$0.number], order: order[$0.number], rules).readings()
    }
    let elsewhere = Dictionary(
      readings.compactMap { reading in reading.elsewhere.map { (reading.name, $0) } },
      uniquingKeysWith: { first, _ in first })
    func isKnown(_ reading: PlaceReading) -> Bool { reading.located != nil || elsewhere[reading.name] == nil }
    for reading in readings where isKnown(reading) { evidence.support.add(reading) }
    for reading in readings {
      if !isKnown(reading) {
        let span = elsewhere[reading.name]!
        candidates[reading.section][reading.places[0].candidate].reject(.longerSpan(span), by: .choosePlaces)
        continue
      }
      let place = reading.places[PlaceChoice.choose(reading, evidence.support)]
      accept(place, insteadOf: reading.places[0], in: reading.section)
      let section = scanned.sections[reading.section]
      let byte = section.byteRange(ofTokens: candidates[reading.section][place.candidate].range).lowerBound
      evidence.tally.add(
        reading.isUnconfirmed ? .possibleTown : place.kind, for: place.country,
        factor: CountryTally.factor(ofByte: byte, in: section), isMention: !reading.isUnconfirmed)
    }
    for section in scanned.sections where section.isCounted {
      addNamesInOrganisations(section.number, to: &evidence.tally)
    }
    home = evidence.home
    countries = rules.countries.ranked(evidence)
  }

  /// Adds the countries whose names are inside those of organisations in the same country: "Bank of Kantonia".
  private func addNamesInOrganisations(_ section: Int, to tally: inout CountryTally) {
    func longerName(around candidate: Candidate) -> TokenSpan? {
      guard candidate.type == .country, case .longerSpan(let span)? = candidate.rejection?.reason else { return nil }
      return span
    }
    let inside = candidates[section].compactMap { name in longerName(around: name).map { (name.country, $0.range) } }
    if inside.isEmpty { return }
    let organisations = Dictionary(
      candidates[section].lazy.filter { $0.isAccepted && $0.type == .organisation }.map { ($0.range, $0.country) },
      uniquingKeysWith: { first, _ in first })
    for (country, range) in inside {
      guard let country, organisations[range] == country else { continue }
      tally.addName(inOrganisationOf: rules.dictionary.countries[Int(country)])
    }
  }

  private mutating func accept(_ place: PlaceReading.Place, insteadOf first: PlaceReading.Place, in section: Int) {
    guard place.candidate != first.candidate else { return }
    candidates[section][place.candidate].acceptAgain()
    candidates[section][first.candidate].reject(.otherPlace(place.candidate), by: .choosePlaces)
  }
}
