import NewsModel
import ScannedText
import TextScanning

/// Extends names of the dictionary by the words after them that belong to the name: the legal form of a company
/// ("Westmark Power Company") and the kind of a plant ("Westmark Station").
struct EndingsOfNames {
  let rules: ReferenceRules
  /// "Nuclear Power Plant" is the longest.
  private static let longestEnding = 4
  private static let comma = Sign.hash(of: UInt8(ascii: ","))
  private static let and = WordSet(["and".utf8, "&".utf8].map { FoldedHash.of($0) })

  /// Extends the accepted names of a section. Overlaps must have been resolved before.
  func extend(_ candidates: inout [Candidate], in section: ScannedDocument.Section) {
    let starts = Set(candidates.lazy.filter(\.isAccepted).map(\.start))
    for index in candidates.indices where candidates[index].isAccepted && candidates[index].entity != nil {
      guard case .surface = candidates[index].origin else { continue }
      let end: Int
      switch candidates[index].type {
      case .organisation: end = endOfLegalForm(after: candidates[index].end, in: section)
      case .facility: end = endOfKind(after: candidates[index].end, in: section)
      case .country, .place, .person, .group, .vessel: continue
      }
      if (candidates[index].end..<end).contains(where: starts.contains) { continue }
      candidates[index].end = end
    }
  }

  /// The end of the legal form after a name, which a comma or "and" may separate: ", Inc", "and Co".
  private func endOfLegalForm(after end: Int, in section: ScannedDocument.Section) -> Int {
    var next = end
    guard next < section.tokens.count else { return end }
    if rules.companyForms.contains(section.tokens[end - 1].hash) { return end }
    if section.tokens[next].hash == Self.comma || Self.and.contains(section.tokens[next].hash) { next += 1 }
    var last = end
    while next < section.tokens.count, section.tokens[next].startsWithCapital,
      rules.companyForms.contains(section.tokens[next].hash)
    {
      next += 1
      last = next
    }
    return last
  }

  /// The end of the words for the kind of a plant after its name: "Nuclear Power Plant", "Station". The last of them must
  /// be a noun.
  private func endOfKind(after end: Int, in section: ScannedDocument.Section) -> Int {
    var last = end
    for token in end..<min(end + Self.longestEnding, section.tokens.count) {
      guard section.tokens[token].startsWithCapital, rules.plantKinds.contains(section.tokens[token].hash) else {
        break
      }
      if rules.plantNouns.contains(section.tokens[token].hash) { last = token + 1 }
    }
    return last
  }
}

extension NameSteps {
  mutating func takeInEndings() {
    let endings = EndingsOfNames(rules: rules.references)
    for section in Self.titleAndMainText { endings.extend(&candidates[section], in: scanned.sections[section]) }
  }
}
