import NewsModel
import ScannedText
import TextScanning

/// Gathers the evidence for the countries that a document names, ranks them, and decides which it is about or from. It is immutable, so any
/// thread may use it.
package struct CountryFinder: Sendable {
  private let dictionary: NameDictionary
  package let cues: CountryCues
  package let datelines: DatelineCountry

  /// A document is about a country if its evidence is strong and more than a passing mention: the title, the dateline or a
  /// ticker leads to the country, or several pieces of evidence, or the lead to the country with the highest score. In a
  /// text that is no longer than a lead, one mention is enough. Evidence is strong if it has this share of the document's
  /// evidence and this score ...
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
    /// Whether the text is no longer than a lead, so that it names nothing twice.
    var isBrief = false
  }

  /// Returns the evidence other than names: words for institutions, tickers, the dateline and the address of the
  /// publisher.
  func evidence(of scanned: ScannedDocument, _ phrases: [JointPhrases.Found]) -> Evidence {
    var evidence = Evidence()
    evidence.isBrief = scanned.sections.allSatisfy { !$0.isCounted || $0.bytes.count <= CountryTally.leadLength }
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

  /// Returns the countries that a document names, and those that its other evidence shows that it is about, in order of
  /// score (highest first), then code.
  func ranked(_ evidence: Evidence) -> [CountryScore] {
    var tally = evidence.tally
    if let country = evidence.home {
      let factor = tally.isOnlyPlaceOfWriting(country) ? CountryTally.hubFactor : CountryTally.titleFactor
      tally.add(.dateline, for: country, factor: factor)
    }
    let scores = tally.scores
    let total = scores.reduce(0, +)
    guard total > 0, let highest = scores.max() else { return [] }
    return tally.codes.indices.compactMap { index in
      guard tally.hasEvidence(index) else { return nil }
      let share = scores[index] / total
      let isLeading = scores[index] == highest && scores[index] >= Self.leadingScore
      let isStrong =
        scores[index] >= Self.sureScore && share >= (tally.isOnlyCued(index) ? Self.cuedShare : Self.sureShare)
        || tally.isNamed(index) && share >= Self.namedShare
        || tally.hasCapital(index) && share >= Self.capitalShare || isLeading
      guard isStrong || tally.namesPlace(index) else { return nil }
      let isAbout =
        isStrong && (tally.isMoreThanMentioned(index) || evidence.isBrief || isLeading && tally.isInLead(index))
      return CountryScore(code: tally.codes[index], score: share, mentions: tally.mentions[index], isAbout: isAbout)
    }
    .sorted { ($1.score, $0.code) < ($0.score, $1.code) }
  }
}
