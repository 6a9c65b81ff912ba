import NewsModel
import ScannedText
import TextScanning

/// Identifies pattern names that consist of a dictionary name and words that only describe it: "Acme Steel Corp" is the
/// listed Acme Steel, and "Oyster Creek plant" is the listed Oyster Creek. A country before the name describes it too:
/// "Japan's Ministry of Finance".
///
/// A company that is in no dictionary gets an id without its legal form, so that "Acme Steel Corp" and "Acme Steel" are
/// the same company.
struct NameEndings {
  let section: ScannedDocument.Section
  let rules: ReferenceRules
  let bodies: NationalBodies
  private static let facilityNouns = words(
    "nuclear atomic power energy electric generating steam plant station site complex facility reactor reactors npp")

  private static func words(_ list: String) -> WordSet {
    WordSet(list.split(separator: " ").map { FoldedHash.of($0.utf8) })
  }

  /// Gives pattern names the entity of the dictionary name that they contain, and companies that are in no dictionary
  /// an id without their legal form.
  ///
  /// - Parameter known: The accepted mentions of the dictionary, in order of start.
  func identify(_ found: inout [Candidate], known: [Candidate]) {
    for index in found.indices where found[index].entity == nil {
      switch found[index].type {
      case .organisation:
        leaveCountry(&found[index], known)
        if identifyNationalBody(&found[index], known) || identifyMembers(&found[index], known) { continue }
        if identifyCompany(&found[index], known) { continue }
        let bare = end(of: found[index], without: rules.companyFormsAndLinks)
        guard bare < found[index].end, !identify(&found[index], to: bare, known) else { continue }
        if case .words(let span, _, _) = found[index].meaning.name {
          found[index].meaning.name = section.name(
            span.range, id: span.range.lowerBound..<bare, of: .organisation)
        }
      case .facility: _ = identify(&found[index], to: end(of: found[index], without: Self.facilityNouns), known)
      case .country, .place, .person, .group, .vessel: continue
      }
    }
  }

  /// Leaves the possessive of a country out of the mention of a name, which is then a mention of its own. The name and the id keep the
  /// country: many countries have a National Police Agency.
  private func leaveCountry(_ candidate: inout Candidate, _ known: [Candidate]) {
    guard let country = names(from: candidate.start, in: known).first(where: { $0.type == .country }),
      country.end + 1 < candidate.end, section.tokens[country.end].kind == .possessive,
      section.tokens[country.end + 1].startsWithCapital
    else { return }
    candidate.start = country.end + 1
  }

  /// Identifies a name that follows the name of its country: "Japan's Ministry of Trade". Returns false if it does not.
  private func identifyNationalBody(_ candidate: inout Candidate, _ known: [Candidate]) -> Bool {
    guard case .words(let whole, _, _) = candidate.meaning.name else { return false }
    for country in names(from: whole.range.lowerBound, in: known) where country.type == .country {
      var start = country.end
      while start < candidate.end, section.tokens[start].kind == .possessive { start += 1 }
      if let name = dictionaryName(from: start, to: candidate.end, candidate.type, in: known),
        name.country == country.country
      {
        return identify(&candidate, name)
      }
      guard start < candidate.end, let code = country.country else { continue }
      let bare = section.text(section.byteRange(ofTokens: start..<candidate.end)).lowercased()
      guard let body = bodies.body(named: bare, of: code) else { continue }
      candidate.meaning.name = .entity(body)
      candidate.meaning.country = code
      candidate.isStrong = true
      return true
    }
    return false
  }

  /// Identifies a listed company to whose name the text adds words such as "Group" or "Industries". Returns false if the name
  /// is none.
  private func identifyCompany(_ candidate: inout Candidate, _ known: [Candidate]) -> Bool {
    let bare = end(of: candidate, without: rules.companyFormsAndLinks)
    let end = rules.companyAdditions.contains(section.tokens[bare - 1].hash) ? bare - 1 : bare
    guard end > candidate.start, end < bare,
      let name = dictionaryName(from: candidate.start, to: end, .organisation, in: known),
      case .surface(let surface) = name.origin, rules.takeAdditions[Int(surface)]
    else { return false }
    return identify(&candidate, name)
  }

  /// Identifies the people of a listed organisation with the organisation: "Hamas fighters". Returns false if the name
  /// does not denote such people.
  private func identifyMembers(_ candidate: inout Candidate, _ known: [Candidate]) -> Bool {
    guard rules.groupNouns.contains(section.tokens[candidate.end - 1].hash),
      let name = names(from: candidate.start, in: known).first(where: {
        $0.type == .organisation && $0.end < candidate.end
          && section.tokens[$0.end..<candidate.end].allSatisfy { $0.kind == .word && $0.casing == .lower }
      })
    else { return false }
    return identify(&candidate, name)
  }

  /// Identifies a candidate with the dictionary name that begins where it begins and ends at a given token. Returns
  /// false if there is none.
  private func identify(_ candidate: inout Candidate, to end: Int, _ known: [Candidate]) -> Bool {
    guard let name = dictionaryName(from: candidate.start, to: end, candidate.type, in: known) else { return false }
    return identify(&candidate, name)
  }

  private func identify(_ candidate: inout Candidate, _ name: Candidate) -> Bool {
    guard name.entity != nil else { return false }
    candidate.identify(as: name)
    return true
  }

  /// The end of a name without the given words at its end. Returns the end of the whole name if it has no other words.
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
    let (references, bodies) = (rules.references, rules.bodies)
    correctPatternNames { section, found, known in
      NameEndings(section: section, rules: references, bodies: bodies).identify(&found, known: known)
    }
  }
}
