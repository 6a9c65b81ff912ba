package import NewsModel
import ScannedText
import TextScanning

/// The words and names of the dictionaries that decisions rest on, as hashes of folded words.
package struct IdentityVocabulary: Sendable {
  /// "Inc", "Company".
  package var legalForms: Set<UInt64>
  /// "Agency", "Department": words that texts use for a body after its name.
  package var kindsOfBodies: Set<UInt64>
  /// "of", "for", "and": words that spellings of one name add, omit and exchange.
  package var links: Set<UInt64>
  /// "nuclear", "power", "plant": words for the kind of a power plant.
  package var plantWords: Set<UInt64>
  /// Everyday words, which are names only in combination.
  package var everydayWords: Set<UInt64>
  /// Bodies that many states have, by their bare names ("Finance Ministry"): only a text says whose body it means.
  package var nationalBodies: Set<UInt64>
  /// The codes of countries by the hash of the words of their names ("United States", "US"), without nationalities.
  package var countries: [UInt64: UInt64]
  /// The codes of countries by the hash of the words of their nationalities, which are equal to names only in groups:
  /// "American citizens" are US citizens, American Airlines are not US Airlines.
  package var nationalities: [UInt64: UInt64]
  /// "USS", "MV": words before the name of a ship.
  package var shipPrefixes: Set<UInt64>

  package init(
    legalForms: Set<UInt64>, kindsOfBodies: Set<UInt64>, links: Set<UInt64>, plantWords: Set<UInt64>,
    everydayWords: Set<UInt64>,
    nationalBodies: [String], countryNames: [(name: String, code: String)],
    nationalities: [(name: String, code: String)], shipPrefixes: Set<UInt64>
  ) {
    self.legalForms = legalForms
    self.kindsOfBodies = kindsOfBodies
    self.links = links
    self.plantWords = plantWords
    self.everydayWords = everydayWords
    self.nationalBodies = Set(nationalBodies.map { WordsHash.of(spelling: $0).hash })
    self.shipPrefixes = shipPrefixes
    countries = Self.codes(countryNames)
    self.nationalities = Self.codes(nationalities)
  }
}

extension IdentityVocabulary {
  private static func codes(_ names: [(name: String, code: String)]) -> [UInt64: UInt64] {
    var codes: [UInt64: UInt64] = [:]
    for (name, code) in names { codes[WordsHash.of(spelling: name).hash] = FoldedHash.of(code.utf8) }
    return codes
  }
}

/// A name of a dictionary, with one of its spellings that needs no context.
package struct ListedName: Sendable {
  package var entity: IdentityDecision.Target
  package var spelling: String
  /// Whether it is a plant that makes power.
  package var isPlant: Bool

  package init(entity: IdentityDecision.Target, spelling: String, isPlant: Bool) {
    self.entity = entity
    self.spelling = spelling
    self.isPlant = isPlant
  }
}
