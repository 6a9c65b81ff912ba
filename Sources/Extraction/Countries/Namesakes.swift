import Foundation
import NewsModel

/// Tells which of several places of one name a document means.
///
/// The document's other names decide, then the number of people: the reading wins whose country has the most other
/// evidence in the document plus half the decimal logarithm of its population. So Paris is in France, unless the
/// document speaks of Texas, and one reading holds for the whole document. After J. L. Leidner, "Toponym Resolution in
/// Text" (2007), whose "one sense per discourse" and population heuristics these are, and M. Lieberman, H. Samet,
/// J. Sankaranarayanan, "Geotagging with local lexicons" (ICDE 2010), for the weight of a text's own region.
enum Namesakes {
  private static let populationWeight = 0.5
  /// The place of an unknown size is a town.
  private static let townPopulation = 20_000.0
  private static let regionPopulation = 3_000_000.0
  /// A state is meant rather than a town that bears its name, whatever else the document names.
  private static let stateFactor = 10_000.0
  /// A capital is meant rather than a town that bears its name, until much of the document speaks for the town's country:
  /// worth more than a country's name and one of its cities (see `CountryEvidence.support`).
  private static let capitalFactor = 100_000.0

  static func prior(of type: EntityType, _ kind: CountryEvidence, population: Int64) -> Double {
    var people = population > 0 ? Double(population) : townPopulation
    if kind == .region { people = max(people, regionPopulation) }
    if type == .country { people *= stateFactor }
    if kind == .capital { people *= capitalFactor }
    return populationWeight * log10(people + 1000)
  }

  /// The index of the candidate that wins; the earlier one on a tie.
  ///
  /// - Parameter support: a country's evidence but for this name's own.
  static func choose(_ candidates: [PlaceReading.Candidate], support: (String) -> Double) -> Int {
    var best = 0
    var bestValue = -Double.infinity
    for (index, candidate) in candidates.enumerated() {
      let value = support(candidate.country) + candidate.prior
      if value > bestValue { (best, bestValue) = (index, value) }
    }
    return best
  }
}
