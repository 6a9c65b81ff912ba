package import NewsModel
package import ScannedText
import TextScanning

/// Finds the countries that a document is about or from. It is immutable, so any thread may use it.
package struct CountryFinder: Sendable {
  private let dictionary: NameDictionary
  private let commonWords: CommonWords
  package let cues: CountryCues
  package let datelines: DatelineCountry
  private let bodies: NationalBodies

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
  /// A word of at most this many bytes is probably an abbreviation.
  private static let abbreviationLength = 3

  init(
    folders: [String], dictionary: NameDictionary, commonWords: CommonWords, faults: inout [DefinitionErrors.Fault]
  ) {
    self.dictionary = dictionary
    self.commonWords = commonWords
    cues = CountryCues(folders: folders, faults: &faults)
    datelines = DatelineCountry(dictionary: dictionary)
    bodies = NationalBodies(folders: folders, dictionary: dictionary, faults: &faults)
  }

  /// Returns countries in order of score (highest first), then code. The accepted mention may change if several
  /// entities have its name: the document's other places decide which of them is meant. For bodies that every state
  /// has, the document's countries decide.
  package func countries(
    of scanned: ScannedDocument, mentions: inout [Mention], _ origins: [MentionOrigin], _ phrases: [JointPhrases.Found]
  ) -> [CountryScore] {
    var tally = CountryTally()
    var support = PlaceSupport()
    for (number, section) in scanned.sections.enumerated() where section.counts {
      let factor = number == 0 ? CountryTally.titleFactor : 1
      cues.find(in: section, phrases[number].cues) { country, kind, phrase in
        tally.add(kind, for: country, factor: factor)
        support.add(kind.support, for: country, name: .cue(phrase), isLocal: kind == .cue && !cues.isName(phrase))
      }
      cues.tickers(in: section.bytes) { tally.add(.ticker, for: $0, factor: factor) }
    }
    let home = scanned.document.dateline.flatMap(datelines.country(of:))
    if let country = home {
      support.add(CountryEvidence.dateline.support, for: country, name: .dateline)
    }
    if let country = PublisherCountry.country(of: scanned.document),
      dictionary.entity("country.\(country.lowercased())") != nil
    {
      tally.add(.publisher, for: country)
    }
    let readings = readings(of: mentions, origins, in: scanned)
    for reading in readings { support.add(reading) }
    for reading in readings { count(reading, in: &mentions, support, &tally) }
    if let country = home {
      let factor = tally.isPassedOver(country) ? CountryTally.hubFactor : CountryTally.titleFactor
      tally.add(.dateline, for: country, factor: factor)
    }
    let countries = ranked(tally)
    bodies.tell(&mentions, origins, of: countries, home: home, in: scanned.document)
    return countries
  }

  /// The mentions that count, each with the other entities that have its name.
  private func readings(
    of mentions: [Mention], _ origins: [MentionOrigin], in scanned: ScannedDocument
  ) -> [PlaceReading] {
    var readings: [PlaceReading] = []
    var start = 0
    // The end and the zone of the accepted names so far.
    var taken = (zone: Zone.title, end: 0)
    while start < mentions.count {
      var end = start + 1
      while end < mentions.count, mentions[end].zone == mentions[start].zone,
        mentions[end].start == mentions[start].start
      {
        end += 1
      }
      defer {
        for index in start..<end where mentions[index].rejection == nil {
          taken = (mentions[index].zone, max(taken.zone == mentions[index].zone ? taken.end : 0, mentions[index].end))
        }
        start = end
      }
      guard mentions[start].zone.counts else { continue }
      if var reading = PlaceReading(mentions, origins, start..<end, dictionary) {
        // A word that is part of a longer name, such as a surname, is not a town.
        let isPart = taken.zone == mentions[start].zone && mentions[start].start < taken.end
        if reading.isPossible, isPart || speaksForNone(origins[reading.candidates[0].mention], in: scanned) { continue }
        reading.keepThose(of: countryBehind(start..<end, in: mentions))
        if let last = readings.indices.last, let region = region(of: readings[last], before: reading, in: mentions) {
          readings[last].keepThose(of: region.country, region: region.region)
          reading.keepThose(of: region.country)
        }
        readings.append(reading)
      }
    }
    return readings
  }

  /// Whether a name without its required context is an everyday word or an abbreviation ("March", "OK") and thus no
  /// evidence.
  private func speaksForNone(_ origin: MentionOrigin, in scanned: ScannedDocument) -> Bool {
    guard origin.place.end - origin.place.start == 1 else { return false }
    let token = scanned.sections[Int(origin.place.section)].tokens[Int(origin.place.start)]
    return commonWords.contains(token.hash) || token.end - token.start <= Self.abbreviationLength
  }

  /// The region named right after a town, if both are in the same country: "Sudbury, Ontario".
  private func region(
    of town: PlaceReading, before region: PlaceReading, in mentions: [Mention]
  ) -> PlaceReading.Candidate? {
    guard !town.isPossible, !region.isPossible, let name = town.candidates.first, let next = region.candidates.first
    else {
      return nil
    }
    let between = mentions[next.mention].start - mentions[name.mention].end
    // A comma and a space are between them.
    guard between == 2, mentions[name.mention].zone == mentions[next.mention].zone, name.kind != .region else {
      return nil
    }
    return region.candidates.first { candidate in
      candidate.kind == .region && town.candidates.contains { $0.country == candidate.country && $0.kind != .name }
    }
  }

  /// The country named right after a name: "Milan, Italy".
  private func countryBehind(_ range: Range<Int>, in mentions: [Mention]) -> String? {
    guard let end = range.lazy.filter({ mentions[$0].rejection == nil }).map({ mentions[$0].end }).first else {
      return nil
    }
    // At most a comma and a space are between them.
    let next = mentions[range.upperBound...].prefix {
      $0.zone == mentions[range.lowerBound].zone && $0.start <= end + 2
    }
    .first { $0.rejection == nil && $0.type == .country && $0.start > end }
    return next?.country
  }

  private func count(
    _ reading: PlaceReading, in mentions: inout [Mention], _ support: PlaceSupport, _ tally: inout CountryTally
  ) {
    var chosen = 0
    if reading.candidates.count > 1, reading.isTold {
      chosen = 1
    } else if reading.candidates.count > 1 {
      chosen = Namesakes.choose(reading.candidates, named: reading.name, support)
    }
    let winner = reading.candidates[chosen]
    if chosen > 0 {
      let stood = reading.candidates[0].mention
      mentions[winner.mention].rejection = nil
      mentions[stood].rejection = .init(
        kind: .priority, detail: "\(mentions[winner.mention].entity): other places of \(winner.country)")
    }
    let kind = reading.isPossible ? .possibleTown : winner.kind
    var factor = 1.0
    let zone = mentions[winner.mention].zone
    if zone == .title {
      factor = CountryTally.titleFactor
    } else if zone.isMainText, mentions[winner.mention].start < CountryTally.leadLength {
      factor = CountryTally.leadFactor
    }
    tally.add(kind, for: winner.country, factor: factor, isMention: !reading.isPossible)
  }

  private func ranked(_ tally: CountryTally) -> [CountryScore] {
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
