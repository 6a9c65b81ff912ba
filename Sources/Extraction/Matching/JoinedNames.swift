import NewsModel
import TextScanning

/// Parts two names of organisations that a pattern took for one: "Fairlawn High School and Westmark Model School", "Zorblax
/// Ltd and Fairlawn Steel Ltd", "Office for Mines and Bureau of Rivers".
struct JoinedNames {
  let section: ScannedDocument.Section
  let rules: ReferenceRules
  private static let and = FoldedHash.of(word: "and")
  private static let ofOrFor = WordSet(["of", "for"].map { FoldedHash.of($0.utf8) })
  /// "Jaap Westmark Ltd and Sons Ltd" is one.
  private static let partners = WordSet(["sons", "son", "daughters", "brothers"].map { FoldedHash.of($0.utf8) })

  /// Both parts are names then; the second is added, unless it goes on behind what the pattern took.
  ///
  /// - Parameter known: dictionary mentions that stand, in order of start.
  func part(_ found: inout [Candidate], known: [Candidate]) {
    for index in found.indices where found[index].stands && found[index].type == .organisation {
      let name = found[index]
      guard let join = name.range.first(where: { section.tokens[$0].hash == Self.and && joins($0, in: name, known) })
      else {
        continue
      }
      var second = name
      second.start = join + 1
      while second.length > 1, section.tokens[second.start].casing == .lower { second.start += 1 }
      second.name = section.name(second.range, of: name.type)
      if second.length > 1 { found.append(second) }
      found[index].end = join
      while found[index].length > 1, section.tokens[found[index].end - 1].kind == .punctuation {
        found[index].end -= 1
      }
      found[index].name = section.name(found[index].range, of: name.type)
    }
  }

  /// Whether a dictionary's organisation has just these words.
  private func isListed(_ words: Range<Int>, _ known: [Candidate]) -> Bool {
    known[known.partitioningIndex { $0.start >= words.lowerBound }...].prefix { $0.start == words.lowerBound }
      .contains { $0.type == .organisation && $0.end == words.upperBound }
  }

  private func joins(_ and: Int, in name: Candidate, _ known: [Candidate]) -> Bool {
    guard and > name.start + 1, and + 2 < section.tokens.count, and + 1 < name.end else { return false }
    let before = section.tokens[and - 1]
    let last = section.tokens[name.end - 1]
    let next = section.tokens[and + 1]
    if rules.companyForms.contains(next.hash) || Self.partners.contains(next.hash) { return false }
    // "... of Rivers and Bureau of Mines".
    if rules.descriptions.contains(next.hash), Self.ofOrFor.contains(section.tokens[and + 2].hash) {
      return (name.start..<and).contains { Self.ofOrFor.contains(section.tokens[$0].hash) }
    }
    guard and + 2 < name.end else { return false }
    // The same kind of body twice, or a company's legal form and another company.
    if rules.descriptions.contains(before.hash), before.hash == last.hash { return true }
    // "Georgia Power and Southern Company": a list holds both; "Air Products and Chemicals Inc" is one.
    let second = and + 1..<name.end
    if isListed(name.start..<and, known),
      isListed(second, known) || second.count > 2 && rules.institutions.contains(last.hash)
    {
      return true
    }
    guard rules.companyForms.contains(before.hash) else { return false }
    return rules.companyForms.contains(last.hash) || rules.descriptions.contains(last.hash)
  }
}
