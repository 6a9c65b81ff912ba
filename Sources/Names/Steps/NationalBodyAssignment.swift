import NewsModel
import ScannedText
import TextScanning

/// Decides which country's body a bare name means. "The Foreign Ministry", "Congress" and "the Supreme Court" belong to
/// the country that the text names next to them, or else to the country that the document is about.
struct NationalBodyAssignment {
  let rules: NameRules
  let scanned: ScannedDocument
  /// By section: the indices of the candidates in order of start and end.
  let order: [[Int]]
  /// The country that the document is about, and that of its dateline, as indices into the dictionary's countries.
  let leading: Int32?
  let home: Int32?

  /// A document with this share of evidence for one country is about it. The value is so large that neither of two
  /// countries in conflict reaches it.
  private static let leadingShare = 0.6
  /// How many names before and after a body are searched for its country.
  private static let namesAround = 8
  /// The longest text between a body and its country is ", the ".
  private static let bytesBetween = 8

  init(_ steps: NameSteps) {
    rules = steps.rules
    scanned = steps.scanned
    order = steps.order
    let dictionary = rules.dictionary
    let first = steps.countries.first { $0.score >= Self.leadingShare }
    leading = first.flatMap { dictionary.index(ofCountry: $0.code) }
    home = steps.home.flatMap(dictionary.index(ofCountry:))
  }

  private var bodies: NationalBodies { rules.bodies }

  /// Gives bare names the body that they mean.
  func assign(_ candidates: inout [[Candidate]]) {
    // Few documents name such a body.
    guard candidates.indices.contains(where: { section in candidates[section].contains { mayBeBare($0, section) } })
    else { return }
    let placed = placedCountries(candidates)
    // What the last longer name says about each bare name in the main text, and what the first one says, which counts for
    // the title.
    var named: [String: LongerName] = [:]
    var first: [String: LongerName] = [:]
    for number in Array(scanned.sections.indices.dropFirst()) + [0] {
      let section = scanned.sections[number]
      if number == 0 { named = first }
      for place in order[number].indices {
        let index = order[number][place]
        let candidate = candidates[number][index]
        guard candidate.type == .organisation, candidate.isAccepted else { continue }
        guard mayBeBare(candidate, number),
          let bare = bareName(of: candidate, in: section, beginsWithItsCountry(place, number, candidates))
        else {
          guard section.isCounted else { continue }
          for (name, longer) in longerNames(place, section, candidates) where named[name]?.isFixed != true {
            named[name] = longer
            if first[name] == nil { first[name] = longer }
          }
          continue
        }
        switch neighbour(of: place, bare.name, candidates[number], section) {
        case .country(let country): give(&candidates[number][index], bare, country, .beside, section)
        case .abroad: continue
        case .nothing:
          if candidate.isPartOfLongerName { continue }
          switch named[bare.name] {
          case .body(let meaning): candidates[number][index].refer(to: meaning, .partOfName)
          case .national(let country?): give(&candidates[number][index], bare, country, .document, section)
          case .national(nil): continue
          case nil, .nationalBefore:
            if section.isCounted, number > 0 { named[bare.name] = .nationalBefore }
            if let country = documentCountry(for: candidate, bare.name, placed) {
              give(&candidates[number][index], bare, country, .document, section)
            }
          }
        }
      }
    }
  }

  /// What a longer name says about the bare name with which it ends.
  private enum LongerName {
    /// The body of a country: "the Nigerian Army ... the Army".
    case national(Int32?)
    /// A body of a state, a town or a union: "the Fairlawn Senate ... the Senate".
    case body(Meaning)
    /// The bare name stood before any longer one, so that no body of a state or town is meant by it.
    case nationalBefore

    var isFixed: Bool { if case .nationalBefore = self { true } else { false } }
  }

  /// The bare names for which an organisation is a longer name.
  private func longerNames(
    _ place: Int, _ section: ScannedDocument.Section, _ candidates: [[Candidate]]
  ) -> [(String, LongerName)] {
    let own = candidates[section.number]
    let candidate = own[order[section.number][place]]
    let national = candidate.entity.map(bodies.bareNames) ?? []
    if !national.isEmpty { return national.map { ($0, .national(candidate.country)) } }
    guard candidate.isStrong, !candidate.isPartOfLongerName,
      candidate.entity != nil || beginsWithPlace(place, own, section.number),
      let name = bodies.bareName(endingIn: candidate.range, in: section)
    else { return [] }
    return [(name.text, .body(candidate.meaning))]
  }

  /// Whether a name begins with a place: "the Fairlawn Senate".
  private func beginsWithPlace(_ place: Int, _ own: [Candidate], _ section: Int) -> Bool {
    let order = order[section]
    let name = own[order[place]]
    func isPlace(_ index: Int) -> Bool {
      (own[index].type == .place || own[index].type == .country) && own[index].end < name.end
    }
    func beginsHere(_ index: Int) -> Bool { own[index].start == name.start }
    return order[..<place].reversed().prefix(while: beginsHere).contains(where: isPlace)
      || order[(place + 1)...].prefix(while: beginsHere).contains(where: isPlace)
  }

  private func mayBeBare(_ candidate: Candidate, _ section: Int) -> Bool {
    guard candidate.type == .organisation, candidate.isAccepted,
      candidate.entity == nil || bodies.isListed(candidate.entity)
    else { return false }
    let section = scanned.sections[section]
    return bodies.mayContainBareName(section.bytes[section.byteRange(ofTokens: candidate.range)])
  }

  /// The countries of the accepted places. Organisations are left out: news about Mexico names American firms.
  private func placedCountries(_ candidates: [[Candidate]]) -> Set<Int32?> {
    Set(candidates.joined().filter { $0.isAccepted && ($0.type == .place || $0.type == .country) }.map(\.country))
  }

  /// The country of the document, for a name that has no evidence for a country next to it. A name that the dictionary
  /// assigns to a country keeps it if the document names a place there.
  private func documentCountry(for candidate: Candidate, _ name: String, _ placed: Set<Int32?>) -> Int32? {
    guard bodies.isListed(candidate.entity) else { return candidate.country ?? leading }
    if bodies.isOfOneCountry(name) { return nil }
    let country = home ?? leading
    return country == candidate.country || placed.contains(candidate.country) ? nil : country
  }

  // MARK: Bare names

  /// A bare name in lower case, and its tokens.
  private typealias BareName = (name: String, tokens: Range<Int>)

  /// Returns the bare name that "Congress", "Coast Guard units" or "Ukraine's National Guard" contains, or nil.
  private func bareName(
    of candidate: Candidate, in section: ScannedDocument.Section, _ beginsWithItsCountry: @autoclosure () -> Bool
  ) -> BareName? {
    var tokens = candidate.range
    if let possessive = tokens.dropLast().firstIndex(where: { section.tokens[$0].kind == .possessive }) {
      guard beginsWithItsCountry() else { return nil }
      tokens = possessive + 1..<tokens.upperBound
    } else if tokens.count > 1, section.tokens[tokens.upperBound - 1].casing == .lower {
      tokens = tokens.dropLast()
    }
    let name = section.text(section.byteRange(ofTokens: tokens)).lowercased()
    return bodies.isBareName(name) ? (name, tokens) : nil
  }

  private func beginsWithItsCountry(_ place: Int, _ section: Int, _ candidates: [[Candidate]]) -> Bool {
    let (own, order) = (candidates[section], order[section])
    let name = own[order[place]]
    func isItsCountry(_ index: Int) -> Bool { own[index].type == .country && own[index].country == name.country }
    func beginsHere(_ index: Int) -> Bool { own[index].start == name.start }
    return order[..<place].reversed().prefix(while: beginsHere).contains(where: isItsCountry)
      || order[(place + 1)...].prefix(while: beginsHere).contains(where: isItsCountry)
  }

  // MARK: The text beside a name

  /// What the text right next to the name of a body says about its country.
  private enum Neighbour {
    /// The country is given: "the Senate in Manila", "in Brasilia, Congress", "Ghana's FDA".
    case country(Int32)
    /// The body is abroad: "the Army in Korea" is seldom Korea's army.
    case abroad
    case nothing
  }

  private func neighbour(
    of place: Int, _ name: String, _ candidates: [Candidate], _ section: ScannedDocument.Section
  ) -> Neighbour {
    let order = order[section.number]
    let body = section.byteRange(ofTokens: candidates[order[place]].range)
    let zone = section.zone(atByte: body.lowerBound)
    func location(_ places: Range<Int>, distance: (Range<Int>) -> Int) -> (country: Int32?, bytes: Range<Int>)? {
      for index in order[places] where candidates[index].isAccepted {
        guard candidates[index].type == .place || candidates[index].type == .country else { continue }
        let bytes = section.byteRange(ofTokens: candidates[index].range)
        if (0..<Self.bytesBetween).contains(distance(bytes)), section.zone(atByte: bytes.lowerBound) == zone {
          return (candidates[index].country, bytes)
        }
      }
      return nil
    }
    let after = location(place..<min(place + Self.namesAround, order.count)) { $0.lowerBound - body.upperBound }
    if let after, let country = after.country, section.text(body.upperBound..<after.bytes.lowerBound) == " in " {
      return bodies.isOfArmedForces(name) ? .abroad : .country(country)
    }
    let before = location(max(0, place - Self.namesAround)..<place) { body.lowerBound - $0.upperBound }
    guard let before, let country = before.country else { return .nothing }
    switch section.text(before.bytes.upperBound..<body.lowerBound) {
    case "'s ", "’s ": return .country(country)
    case ", ", ", the ":
      let start = before.bytes.lowerBound
      return section.text(max(0, start - 3)..<start).lowercased() == "in " ? .country(country) : .nothing
    default: return .nothing
    }
  }

  // MARK: Decision

  /// Makes a name mean the body of a country that has this bare name. If no dictionary has it, the name becomes an
  /// unlisted organisation of the country.
  private func give(
    _ candidate: inout Candidate, _ bare: BareName, _ country: Int32, _ evidence: MentionRule.BodyCountry.Evidence,
    _ section: ScannedDocument.Section
  ) {
    if let body = bodies.body(named: bare.name, of: country) {
      if candidate.entity == body { return }
      candidate.meaning.name = .entity(body)
    } else if bodies.isListed(candidate.entity), candidate.country != country {
      candidate.meaning.name = section.name(candidate.range, id: bare.tokens, of: .organisation)
    } else {
      return
    }
    candidate.meaning.country = country
    candidate.meaning.bodyCountry = evidence
  }
}

extension Candidate {
  fileprivate var isPartOfLongerName: Bool {
    if case .reference(.partOfName) = origin { true } else { false }
  }
}

extension NameSteps {
  mutating func assignNationalBodies() {
    NationalBodyAssignment(self).assign(&candidates)
  }
}
