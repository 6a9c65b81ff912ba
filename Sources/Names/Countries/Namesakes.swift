import Foundation
import NewsModel

/// Tells which of several places of one name a document means.
///
/// The document's other names decide, then the number of people: the reading wins whose country has the most other
/// evidence in the document plus half the decimal logarithm of its population. So Paris is in France, unless the
/// document speaks of Texas and of no other country, and one reading holds for the whole document. After J. L. Leidner, "Toponym Resolution in
/// Text" (2007), whose "one sense per discourse" and population heuristics these are, and M. Lieberman, H. Samet,
/// J. Sankaranarayanan, "Geotagging with local lexicons" (ICDE 2010), for the weight of a text's own region.
enum Namesakes {
  private static let populationWeight = 0.5
  /// The place of an unknown size is a town.
  private static let townPopulation = 20_000.0
  private static let regionPopulation = 3_000_000.0
  /// A state, or a capital, is meant rather than a town that bears its name where other words of the text speak for
  /// it ("the Lebanese cabinet"; "French") ...
  private static let echoBonus = 5.0
  /// ... with this much at least ...
  private static let leastEcho = 1.0
  /// ... and where the text names other countries: talks in Paris are no news of Paris, Texas.
  private static let worldBonus = 4.0
  /// A state is meant rather than a town that bears its name, whatever speaks for either: more lets local news lose
  /// its own Lebanon, less lets a ship's history lose Cuba. Of 0 to 4, tried on two annotated corpora, business wire
  /// stories and local news: from 1 on the first gains what the second loses.
  private static let nameBonus = 1.0

  /// What speaks for a country counts up to here: a text on a president's speeches is full of his country, and what he
  /// says of Mexico is not of the town in Missouri. Of 2 to no limit, tried on the same two corpora and, by reading, on two
  /// without annotation: below 8 local news loses a text in 300, its own Moscow and Lima, above 5 news of diplomats goes to
  /// Moscow, Idaho.
  private static let mostSupport = 5.0

  /// What names a country as a whole counts this much for a town of it that bears a greater place's name: the White House
  /// and the Pentagon speak of Moscow, not of Moscow, Idaho. Of 0 to 1, tried on the same two corpora: each step down loses local
  /// news a text or two, and mends by reading what diplomats are about.
  private static let nationalWeight = 0.3

  /// What names a country or its other regions counts up to here for a town that bears the name of a place that is known
  /// everywhere: a text full of America is not of Geneva, Illinois, unless it comes near Illinois, or speaks of county courts
  /// and school boards. Half the logarithm of eight outweighs it: that parts the two Genevas by their people.
  private static let mostFromElsewhere = 0.4

  /// The prior of a city of a million.
  static let greatCity = prior(of: .place, .city, population: 1_000_000)

  static func prior(of type: EntityType, _ kind: CountryEvidence, population: Int64) -> Double {
    var people = population > 0 ? Double(population) : townPopulation
    if kind == .region { people = max(people, regionPopulation) }
    return populationWeight * log10(people + 1000)
  }

  /// The part that each bearer of a name has of their people.
  static func shares(of candidates: [PlaceReading.Candidate]) -> [Double] {
    let people = candidates.map { pow(10, $0.prior / populationWeight) }
    let all = people.reduce(0, +)
    return people.map { $0 / all }
  }

  /// What speaks for a town that bears the name of a place that is known everywhere.
  ///
  /// - Parameter heard: what speaks for its country.
  private static func heardNear(
    _ town: PlaceReading.Candidate, named name: String, _ heard: Double, _ support: PlaceSupport
  ) -> Double {
    let near = support.regional.total(of: town.region, without: name)
    let institutions = support.institutions(of: town.country)
    return near + institutions + min(max(0, heard - institutions - near), mostFromElsewhere)
  }

  /// The index of the candidate that wins; the earlier one on a tie.
  static func choose(_ candidates: [PlaceReading.Candidate], named name: String, _ support: PlaceSupport) -> Int {
    var best = 0
    var bestValue = -Double.infinity
    let largest = candidates.map(\.prior).max() ?? 0
    let famous = candidates.filter(\.isFamous).map(\.prior).max() ?? 0
    for (index, candidate) in candidates.enumerated() {
      let own = support.total(of: candidate.country, without: name)
      var heard = own
      if candidate.kind == .city, candidate.prior < largest {
        heard -= (1 - nationalWeight) * support.national(of: candidate.country)
        if candidate.prior < famous { heard = heardNear(candidate, named: name, heard, support) }
      }
      var value = min(heard, mostSupport) + candidate.prior
      if candidate.kind == .name || candidate.kind == .capital {
        if own >= leastEcho { value += echoBonus }
        if support.namesOther(than: candidate.country) { value += worldBonus }
        if candidate.kind == .name { value += nameBonus }
      }
      if value > bestValue { (best, bestValue) = (index, value) }
    }
    return best
  }
}
