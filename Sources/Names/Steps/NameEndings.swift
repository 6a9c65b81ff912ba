import NewsModel
import ScannedText
import TextScanning

/// "Acme Steel Corp" is the Acme Steel of the dictionary, and of the text that writes it without its legal form; "Oyster
/// Creek plant" is the listed Oyster Creek: what stands behind such a name says what it is, not which one it is. Nor does
/// the country before it: "Japan's Ministry of Finance".
struct NameEndings {
  let section: ScannedDocument.Section
  let rules: ReferenceRules
  private static let facilityNouns = words(
    "nuclear atomic power energy electric generating steam plant station site complex facility reactor reactors npp")

  private static func words(_ list: String) -> WordSet {
    WordSet(list.split(separator: " ").map { FoldedHash.of($0.utf8) })
  }

  /// Gives names that patterns found the entity of the dictionary name that they begin with, where nothing but such
  /// words follows it; a company that no list holds gets an id without them.
  ///
  /// - Parameter known: dictionary mentions that stand, in order of start.
  func identify(_ found: inout [Candidate], known: [Candidate]) {
    for index in found.indices where found[index].entity == nil {
      switch found[index].type {
      case .organisation:
        if takeNational(&found[index], known) || takeMembers(&found[index], known) { continue }
        let bare = end(of: found[index], without: rules.companyFormsAndLinks)
        guard bare < found[index].end, !take(&found[index], to: bare, known) else { continue }
        if case .words(let span, _, _) = found[index].meaning.name {
          found[index].meaning.name = section.name(
            span.range, id: span.range.lowerBound..<bare, of: .organisation)
        }
      case .facility: _ = take(&found[index], to: end(of: found[index], without: Self.facilityNouns), known)
      case .country, .place, .person: continue
      }
    }
  }

  /// "Japan's Ministry of Trade": of the country that stands before it.
  private func takeNational(_ candidate: inout Candidate, _ known: [Candidate]) -> Bool {
    for country in names(from: candidate.start, in: known) where country.type == .country {
      var start = country.end
      while start < candidate.end, section.tokens[start].kind == .possessive { start += 1 }
      guard let name = dictionaryName(from: start, to: candidate.end, candidate.type, in: known),
        name.country == country.country
      else { continue }
      return take(&candidate, name)
    }
    return false
  }

  /// "Hamas fighters": the listed organisation that the name begins with, whose people these are.
  private func takeMembers(_ candidate: inout Candidate, _ known: [Candidate]) -> Bool {
    guard rules.groupNouns.contains(section.tokens[candidate.end - 1].hash),
      let name = names(from: candidate.start, in: known).first(where: {
        $0.type == .organisation && $0.end < candidate.end
          && section.tokens[$0.end..<candidate.end].allSatisfy { $0.kind == .word && $0.casing == .lower }
      })
    else { return false }
    return take(&candidate, name)
  }

  /// Whether a dictionary name ends where the candidate's own words do.
  private func take(_ candidate: inout Candidate, to end: Int, _ known: [Candidate]) -> Bool {
    guard let name = dictionaryName(from: candidate.start, to: end, candidate.type, in: known) else { return false }
    return take(&candidate, name)
  }

  private func take(_ candidate: inout Candidate, _ name: Candidate) -> Bool {
    guard name.entity != nil else { return false }
    candidate.identify(as: name)
    return true
  }

  /// The token after the name's last word that is none of some; the candidate's end when there is no other word.
  private func end(of candidate: Candidate, without words: WordSet) -> Int {
    var end = candidate.end
    while end > candidate.start, isAny(of: words, section.tokens[end - 1]) { end -= 1 }
    return end > candidate.start ? end : candidate.end
  }

  private func isAny(of words: WordSet, _ token: Token) -> Bool {
    token.isWord ? words.contains(token.hash) : token.kind == .punctuation
  }

  private func dictionaryName(
    from start: Int, to end: Int, _ type: EntityType, in known: [Candidate]
  ) -> Candidate? {
    names(from: start, in: known).first { $0.end == end && $0.type == type }
  }

  private func names(from start: Int, in known: [Candidate]) -> ArraySlice<Candidate> {
    let first = known.partitioningIndex { $0.start >= start }
    return known[first...].prefix { $0.start == start }
  }
}

extension NameSteps {
  mutating func identifyByEndings() {
    let references = rules.references
    correctPatternNames { section, found, known in
      NameEndings(section: section, rules: references).identify(&found, known: known)
    }
  }
}
