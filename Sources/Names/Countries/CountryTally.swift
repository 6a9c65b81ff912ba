import Foundation
import NewsModel
import ScannedText

/// The evidence in one document, counted by country and kind, and the resulting scores.
struct CountryTally {
  /// Evidence in the title counts four times, evidence in the first 400 bytes of the text one and a half times.
  static let titleFactor = 4.0
  private static let leadFactor = 1.5
  static let leadLength = 400

  /// How many times a name counts that begins at a byte of a section.
  static func factor(ofByte byte: Int, in section: ScannedDocument.Section) -> Double {
    if section.zone == .title { return titleFactor }
    return section.zone.isMainText && byte < leadLength ? leadFactor : 1
  }

  /// The factor for the country of the dateline if the text says nothing else about it. Values from 0.1 to 4 were tried
  /// on business wire stories: each step down finds the countries that a story is about better (macro F1 .73 to .76)
  /// and loses some that it was only sent from (micro F1 .891 to .889).
  static let hubFactor = 0.3
  /// Each mention of a kind adds less than the one before, and after five they add nothing.
  private static let mostMentions = 5.0
  private static let damping = 0.55

  /// In order of first appearance. A document names few countries, so linear search is fast enough.
  private(set) var codes: [String] = []
  /// One row for each country, with one column for each kind.
  private var weighted: [Double] = []
  private static let kinds = CountryEvidence.allCases
  private(set) var mentions: [Int] = []
  /// The pieces of evidence in the text, and the greatest factor of any of them.
  private var pieces: [Int] = []
  private var greatestFactor: [Double] = []
  private var isInOrganisation: [Bool] = []

  mutating func add(_ kind: CountryEvidence, for code: String, factor: Double = 1, isMention: Bool = false) {
    let index = index(of: code)
    weighted[index * Self.kinds.count + kind.rawValue] += factor
    if isMention { mentions[index] += 1 }
    if kind.isSufficient {
      pieces[index] += 1
      greatestFactor[index] = max(greatestFactor[index], factor)
    }
  }

  /// Records that the name of an organisation, which is already counted, contains the name of its country: "Bank of
  /// Kantonia". The country is named, and weighs no more than its organisation.
  mutating func addName(inOrganisationOf code: String) {
    if let known = codes.firstIndex(of: code) { isInOrganisation[known] = true }
  }

  private mutating func index(of code: String) -> Int {
    if let known = codes.firstIndex(of: code) { return known }
    codes.append(code)
    weighted.append(contentsOf: repeatElement(0, count: Self.kinds.count))
    mentions.append(0)
    pieces.append(0)
    greatestFactor.append(0)
    isInOrganisation.append(false)
    return codes.count - 1
  }

  private func weight(_ index: Int, _ kind: CountryEvidence) -> Double {
    weighted[index * Self.kinds.count + kind.rawValue]
  }

  /// Whether more than a passing mention leads to the country: it is in the title, the dateline or a ticker, or the text
  /// has several pieces of evidence for it.
  func isMoreThanMentioned(_ index: Int) -> Bool {
    greatestFactor[index] >= Self.titleFactor || weight(index, .dateline) > 0 || weight(index, .ticker) > 0
      || pieces[index] > 1
  }

  /// Whether the title or the beginning of the text has evidence for the country.
  func isInLead(_ index: Int) -> Bool { greatestFactor[index] >= Self.leadFactor }

  /// Whether the document names the country or something in it, or has a dateline in it.
  func namesPlace(_ index: Int) -> Bool {
    isInOrganisation[index] || Self.kinds.contains { $0.isPlace && weight(index, $0) > 0 }
  }

  /// Whether the text contains the country's own name.
  func isNamed(_ index: Int) -> Bool { weight(index, .name) > 0 }

  /// Whether the country's capital is named as a place.
  func hasCapital(_ index: Int) -> Bool { weight(index, .capital) > 0 }

  /// A text that names this many other countries is a list of countries, even if it names none of them twice.
  private static let countriesOfList = 3

  /// Whether a text that was sent from a country is about other countries: world news is written in Vienna, Geneva and
  /// New York.
  func isOnlyPlaceOfWriting(_ code: String) -> Bool {
    let own = codes.firstIndex(of: code)
    if let own, mentions[own] > 1 || isNamed(own) { return false }
    let others = codes.indices.filter { $0 != own && isNamed($0) }
    return others.count >= Self.countriesOfList || others.contains { mentions[$0] > 1 }
  }

  /// Whether the only evidence for a country is words for its institutions: no name or possible name, no dateline, no
  /// ticker.
  func isOnlyCued(_ index: Int) -> Bool {
    mentions[index] == 0 && weight(index, .possibleTown) == 0 && weight(index, .dateline) == 0
      && weight(index, .ticker) == 0
  }

  /// Whether the text itself has evidence for the country.
  func hasEvidence(_ index: Int) -> Bool { pieces[index] > 0 }

  /// The scores in the order of `codes`.
  var scores: [Double] {
    codes.indices.map { index in
      var score = 0.0
      let hasEvidence = hasEvidence(index)
      for kind in Self.kinds where kind == .publisher || kind.isSufficient || hasEvidence {
        let count = weight(index, kind)
        if count > 0 { score += kind.weight * pow(min(count, Self.mostMentions), Self.damping) }
      }
      return score
    }
  }
}
