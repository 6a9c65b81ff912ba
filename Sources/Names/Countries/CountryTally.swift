import Foundation

/// The evidence of one document, counted by country and kind, and the scores that follow from it.
struct CountryTally {
  /// What stands in the title counts four times, in the first 400 bytes of the text one and a half times.
  static let titleFactor = 4.0
  static let leadFactor = 1.5
  static let leadLength = 400
  /// A dateline's of which the text says nothing more. Of 0.1 to 4, tried on business wire stories: each step down finds the
  /// countries better that a story is about (macro F1 .73 to .76) and loses some that it was only sent from (micro F1 .891 to .889).
  static let hubFactor = 0.3
  /// More than five mentions of a kind add nothing, and each adds less than the one before.
  private static let mostMentions = 5.0
  private static let damping = 0.55

  /// In order of first appearance; a document names few countries, so finding one is a walk.
  private(set) var codes: [String] = []
  /// A row a country, a column a kind.
  private var weighted: [Double] = []
  private static let kinds = CountryEvidence.allCases
  private(set) var mentions: [Int] = []

  package mutating func add(_ kind: CountryEvidence, for code: String, factor: Double = 1, isMention: Bool = false) {
    let index = index(of: code)
    weighted[index * Self.kinds.count + kind.rawValue] += factor
    if isMention { mentions[index] += 1 }
  }

  private mutating func index(of code: String) -> Int {
    if let known = codes.firstIndex(of: code) { return known }
    codes.append(code)
    weighted.append(contentsOf: repeatElement(0, count: Self.kinds.count))
    mentions.append(0)
    return codes.count - 1
  }

  private func weight(_ index: Int, _ kind: CountryEvidence) -> Double {
    weighted[index * Self.kinds.count + kind.rawValue]
  }

  /// Whether the country's own name stands in the text.
  func isNamed(_ index: Int) -> Bool { weight(index, .name) > 0 }

  /// Whether the country's capital is named as a place.
  func hasCapital(_ index: Int) -> Bool { weight(index, .capital) > 0 }

  /// So many countries that are named make a text one of them, though none is named twice.
  private static let countriesOfList = 3

  /// Whether a text that was sent from a country says nothing of it but of others: news of the world is written in Vienna,
  /// Geneva and New York.
  func isPassedOver(_ code: String) -> Bool {
    let own = codes.firstIndex(of: code)
    if let own, mentions[own] > 1 || isNamed(own) { return false }
    let others = codes.indices.filter { $0 != own && isNamed($0) }
    return others.count >= Self.countriesOfList || others.contains { mentions[$0] > 1 }
  }

  /// Whether nothing but words of a country's institutions speaks for it: no name, nor what may be one, no dateline, no ticker.
  func isOnlyCued(_ index: Int) -> Bool {
    mentions[index] == 0 && weight(index, .possibleTown) == 0 && weight(index, .dateline) == 0
      && weight(index, .ticker) == 0
  }

  /// Whether the text itself says anything of the country: a name that may be a town's adds to what is known, and tells
  /// nothing by itself.
  private func isSpokenFor(_ index: Int) -> Bool {
    Self.kinds.contains { $0 != .possibleTown && $0 != .publisher && weight(index, $0) > 0 }
  }

  /// In the order of `codes`.
  var scores: [Double] {
    codes.indices.map { index in
      var score = 0.0
      let isSpokenFor = isSpokenFor(index)
      for kind in Self.kinds where kind != .possibleTown || isSpokenFor {
        let count = weight(index, kind)
        if count > 0 { score += kind.weight * pow(min(count, Self.mostMentions), Self.damping) }
      }
      return score
    }
  }
}
