import NewsModel
import ScannedText
import TextScanning

/// Rejects organisations and facilities whose name is only a part of the name of something else: a contest ("Zorblax Cup"), a
/// land ("Zorblax Canyon"), a person ("Zara Garcia"), a document ("ZBX 07-07"), a model ("#ZBX-200") or the sign of a share
/// ("<BNPP.P>"). Countries and towns in them are rejected as well.
struct NamesInOtherNames {
  let rules: ReferenceRules
  let commonWords: CommonWords
  private static let number = Sign.hash(of: UInt8(ascii: "#"))
  private static let less = Sign.hash(of: UInt8(ascii: "<"))
  private static let hyphen = Sign.hash(of: UInt8(ascii: "-"))

  func check(_ candidates: inout [Candidate], in section: ScannedDocument.Section) {
    for index in candidates.indices where candidates[index].isAccepted {
      guard let longer = longerName(around: candidates[index], in: section) else { continue }
      candidates[index].reject(.longerSpan(section.span(longer)), by: .dropNamesInOtherNames)
    }
  }

  /// The longer name of something else that contains a name; nil if there is none.
  private func longerName(around candidate: Candidate, in section: ScannedDocument.Section) -> Range<Int>? {
    let name = candidate.range
    if isTicker(name, in: section) { return name.lowerBound - 1..<name.upperBound + 1 }
    switch candidate.type {
    case .organisation: return nameAround(organisation: name, in: section)
    case .place:
      // "of Clive Garcia": the preposition is no context for the town then.
      guard case .words(.before, _) = candidate.context, name.count == 1, name.upperBound < section.tokens.count,
        isLastName(name.upperBound, in: section)
      else { return nil }
      return name.lowerBound..<name.upperBound + 1
    case .country, .facility, .person, .group, .vessel: return nil
    }
  }

  /// The longer name of something else that contains an organisation's name; nil if there is none.
  private func nameAround(organisation name: Range<Int>, in section: ScannedDocument.Section) -> Range<Int>? {
    let tokens = section.tokens
    if name.lowerBound > 0, tokens[name.lowerBound - 1].hash == Self.number {
      return name.lowerBound - 1..<name.upperBound
    }
    guard name.upperBound < tokens.count else { return nil }
    let next = tokens[name.upperBound]
    let longer = name.lowerBound..<name.upperBound + 1
    if next.casing == .capitalised, rules.contestWords.contains(next.hash) { return longer }
    guard name.count == 1 else { return nil }
    if next.casing == .capitalised, rules.landWords.contains(next.hash) || isLastName(name.upperBound, in: section) {
      return longer
    }
    let isCode =
      tokens[name.lowerBound].casing == .upper && next.kind == .number && name.upperBound + 2 < tokens.count
      && tokens[name.upperBound + 1].hash == Self.hyphen && tokens[name.upperBound + 2].kind == .number
    return isCode ? longer : nil
  }

  /// Whether a word is only a last name, and the name ends with it.
  private func isLastName(_ token: Int, in section: ScannedDocument.Section) -> Bool {
    let word = section.tokens[token]
    guard section.tokens[token - 1].casing == .capitalised, rules.surnames.contains(word.hash),
      !commonWords.contains(word.hash), rules.givenNames.contains(word.hash) || !rules.plainWords.contains(word.hash),
      !rules.companyForms.contains(word.hash),
      !rules.descriptions.contains(word.hash)
    else { return false }
    return token + 1 >= section.tokens.count || !section.tokens[token + 1].startsWithCapital
  }

  /// Whether a name is the sign of a share: "<ROK>", "<BNPP.P>".
  private func isTicker(_ name: Range<Int>, in section: ScannedDocument.Section) -> Bool {
    name.lowerBound > 0 && section.tokens[name.lowerBound - 1].hash == Self.less
      && name.upperBound < section.tokens.count
      && section.tokens[name].allSatisfy { !$0.isWord || $0.casing == .upper }
  }
}

extension NameSteps {
  mutating func dropNamesInOtherNames() {
    let names = NamesInOtherNames(rules: rules.references, commonWords: rules.commonWords)
    for section in scanned.sections { names.check(&candidates[section.number], in: section) }
  }
}
