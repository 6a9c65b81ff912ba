import NewsModel
import ScannedText
import TextScanning

/// Gathers the evidence for the countries that a document is about or from, and ranks them. It is immutable, so any
/// thread may use it.
package struct CountryFinder: Sendable {
  private let dictionary: NameDictionary
  package let cues: CountryCues
  package let datelines: DatelineCountry

  /// A country is accepted if it has this share of the document's evidence and this score ...
  private static let sureShare = 0.13
  private static let sureScore = 0.5
  /// ... or, if its only evidence is words for institutions ("the council") and no name, dateline or ticker, this
  /// larger share ...
  private static let cuedShare = 0.3
  /// ... or if it is named itself and has this share, because in a text about many countries none has a large share ...
  private static let namedShare = 0.09
  /// ... or if its capital is named and it has this share, because events in a capital matter beside the main actors
  /// ...
  private static let capitalShare = 0.03
  /// ... or if it has the highest score and at least this one, because a document without stronger evidence is still
  /// from somewhere.
  private static let leadingScore = 0.13

  init(folders: [DictionaryFolder], dictionary: NameDictionary, faults: inout [DefinitionErrors.Fault]) {
    self.dictionary = dictionary
    cues = CountryCues(folders: folders, faults: &faults)
    datelines = DatelineCountry(dictionary: dictionary)
  }

  /// The evidence for countries in a document, which grows with each of its names.
  struct Evidence {
    var tally = CountryTally()
    var support = PlaceSupport()
    /// The country of the dateline.
    var home: String?
  }

  /// Returns the evidence other than names: words for institutions, tickers, the dateline and the address of the
  /// publisher.
  func evidence(of scanned: ScannedDocument, _ phrases: [JointPhrases.Found]) -> Evidence {
    var evidence = Evidence()
    for (number, section) in scanned.sections.enumerated() where section.isCounted {
      let factor = number == 0 ? CountryTally.titleFactor : 1
      cues.find(in: section, phrases[number].cues) { country, kind, phrase in
        evidence.tally.add(kind, for: country, factor: factor)
        evidence.support.add(
          kind.support, for: country, name: .cue(phrase), isLocal: kind == .cue && !cues.isName(phrase))
      }
      cues.tickers(in: section.bytes) { evidence.tally.add(.ticker, for: $0, factor: factor) }
    }
    evidence.home = scanned.document.dateline.flatMap(datelines.country(of:))
    if let country = evidence.home {
      evidence.support.add(CountryEvidence.dateline.support, for: country, name: .dateline)
    }
    if let country = PublisherCountry.country(of: scanned.document),
      dictionary.entity("country.\(country.lowercased())") != nil
    {
      evidence.tally.add(.publisher, for: country)
    }
    return evidence
  }

  /// Returns the countries in order of score (highest first), then code.
  func ranked(_ evidence: Evidence) -> [CountryScore] {
    var tally = evidence.tally
    if let country = evidence.home {
      let factor = tally.isOnlyPlaceOfWriting(country) ? CountryTally.hubFactor : CountryTally.titleFactor
      tally.add(.dateline, for: country, factor: factor)
    }
    let scores = tally.scores
    let total = scores.reduce(0, +)
    guard total > 0, let highest = scores.max() else { return [] }
    return tally.codes.indices.map { index in
      let share = scores[index] / total
      let isSure =
        scores[index] >= Self.sureScore && share >= (tally.isOnlyCued(index) ? Self.cuedShare : Self.sureShare)
        || tally.isNamed(index) && share >= Self.namedShare
        || tally.hasCapital(index) && share >= Self.capitalShare
        || scores[index] == highest && scores[index] >= Self.leadingScore
      return CountryScore(code: tally.codes[index], score: share, mentions: tally.mentions[index], isSure: isSure)
    }
    .sorted { ($1.score, $0.code) < ($0.score, $1.code) }
  }
}
