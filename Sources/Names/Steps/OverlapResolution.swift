import NewsModel
import ScannedText
import TextScanning

/// Keeps one of several overlapping candidates and rejects the others: in "Bank of China", the bank is kept and the
/// country is rejected.
///
/// The longest span wins. Among equal lengths, the certainty of the origin decides, then priority, population (of two
/// places), type, and the order of files. A rejected candidate keeps the winner's text as the reason.
///
/// A group does not compete with the names inside it: "Kantonian officials" are a group, and "Kantonian" names the country.
/// It loses to any name that reaches beyond it. Some patterns leave room for the country as well: "U.S.-led forces".
struct OverlapResolution {
  /// Resolves the overlaps among the accepted candidates of a section.
  static func resolve(
    _ candidates: inout [Candidate], _ dictionary: NameDictionary, in section: ScannedDocument.Section, _ step: NameStep
  ) {
    preferListedFacilities(&candidates, in: section, step)
    let contested = contested(candidates, tokens: section.tokens.count)
    if contested.isEmpty { return }
    var owner = [Int32](repeating: -1, count: section.tokens.count)
    let sorted = contested.map { Claim(candidates[$0], $0, dictionary) }.sorted { first, second in
      if first.isGroup != second.isGroup { return second.isGroup }
      if first.length != second.length { return first.length > second.length }
      // A dictionary name is more certain than what a pattern finds in the same words.
      if first.rank != second.rank { return first.rank > second.rank }
      if first.priority != second.priority { return first.priority > second.priority }
      // The larger of two places with one name is preferred, unless the context has already decided.
      if first.people >= 0, second.people >= 0, first.people != second.people { return first.people > second.people }
      if first.precedence != second.precedence { return first.precedence < second.precedence }
      return first.order != second.order ? first.order < second.order : first.index < second.index
    }
    for claim in sorted {
      let index = claim.index
      var winner: Int32 = -1
      for token in claim.start..<claim.start + claim.length where owner[token] >= 0 {
        let other = candidates[Int(owner[token])]
        if candidates[index].leavesRoom(for: other) || other.leavesRoom(for: candidates[index]) { continue }
        winner = owner[token]
        break
      }
      if winner < 0 {
        for token in claim.start..<claim.start + claim.length { owner[token] = Int32(index) }
        continue
      }
      let other = candidates[Int(winner)].range
      let isSame = other == claim.start..<claim.start + claim.length
      if isSame, candidates[index].isShared(dictionary), candidates[Int(winner)].isShared(dictionary) { continue }
      candidates[index].reject(isSame ? .priority(section.span(other)) : .longerSpan(section.span(other)), by: step)
    }
  }

  /// The indices of the accepted candidates that share a token with another accepted one.
  private static func contested(_ candidates: [Candidate], tokens: Int) -> [Int] {
    var claims = [UInt8](repeating: 0, count: tokens)
    var isContested = false
    for candidate in candidates where candidate.isAccepted {
      for token in candidate.range {
        isContested = isContested || claims[token] > 0
        claims[token] = min(claims[token] + 1, 2)
      }
    }
    if !isContested { return [] }
    return candidates.indices.filter { index in
      candidates[index].isAccepted && candidates[index].range.contains { claims[$0] > 1 }
    }
  }

  /// Rejects facility names of patterns that end with a listed facility but begin with words that are no part of its
  /// name.
  private static func preferListedFacilities(
    _ candidates: inout [Candidate], in section: ScannedDocument.Section, _ step: NameStep
  ) {
    guard candidates.contains(where: { $0.isAccepted && $0.isFacilityPattern }) else { return }
    let listed = Dictionary(
      candidates.indices.filter { candidates[$0].isAccepted && candidates[$0].isListedFacility }
        .map { (candidates[$0].end, $0) }, uniquingKeysWith: { candidates[$0].start <= candidates[$1].start ? $0 : $1 })
    let organisations = Set(candidates.filter { $0.isAccepted && $0.type == .organisation }.map(\.range))
    for index in candidates.indices where candidates[index].isAccepted && candidates[index].isFacilityPattern {
      guard let known = listed[candidates[index].end], candidates[known].start > candidates[index].start,
        isApposed(candidates[index].start..<candidates[known].start, organisations, section)
      else { continue }
      candidates[index].reject(.priority(section.span(candidates[known].range)), by: step)
    }
  }

  /// Whether the words before the name of a listed plant are no part of it: an acronym ("EDT Columbia generating
  /// station"), words before a dash ("Entergy - Pilgrim nuclear plant"), or an organisation ("Exelon LaSalle nuclear
  /// plant").
  private static func isApposed(
    _ words: Range<Int>, _ organisations: Set<Range<Int>>, _ section: ScannedDocument.Section
  ) -> Bool {
    if section.tokens[words.upperBound - 1].kind == .punctuation { return true }
    if words.allSatisfy({ section.tokens[$0].casing == .upper }) { return true }
    return organisations.contains(words)
  }
}

/// The properties of a candidate that decide between it and others, as numbers.
private struct Claim {
  var index: Int
  var start: Int
  var length: Int
  var isGroup: Bool
  var rank: Int
  var priority: Int
  /// The population if the candidate is a place of the dictionary; -1 otherwise.
  var people: Int64 = -1
  var precedence: Int
  var order: Int32

  init(_ candidate: Candidate, _ index: Int, _ dictionary: NameDictionary) {
    self.index = index
    start = candidate.start
    length = candidate.length
    isGroup = candidate.type == .group
    rank = candidate.rank
    priority = candidate.priority
    if let entity = candidate.entity, candidate.type == .place { people = dictionary.weights[Int(entity)] }
    precedence = candidate.type.precedence
    order = candidate.order
  }
}

extension Candidate {
  /// Whether the name means several entities together: "the two Koreas".
  fileprivate func isShared(_ dictionary: NameDictionary) -> Bool {
    if case .surface(let surface) = origin { dictionary.isShared(surface) } else { false }
  }

  /// Whether another candidate is a part of this one that remains a mention of its own.
  fileprivate func leavesRoom(for other: Candidate) -> Bool {
    guard type == .group || keepsCountry && other.type == .country else { return false }
    return other.length < length && range.contains(other.range)
  }

  fileprivate var isListedFacility: Bool {
    if case .surface = origin { type == .facility } else { false }
  }

  fileprivate var isFacilityPattern: Bool {
    if case .pattern = origin { type == .facility } else { false }
  }

  fileprivate var rank: Int {
    switch origin {
    case .reference(.acronym): 3
    case .reference(.lastName), .reference(.team), .reference(.initials): 2
    case .surface: 1
    // "Merrill Lynch Canada", short for "Merrill Lynch Canada Inc", is not a person.
    case .reference(.shortForm): type == .organisation && length > 1 ? 1 : 0
    // "Mr Westmark" is the last name of a person whom the text names in full, if it does.
    case .pattern where type == .person && length == 1: priority >= Self.priorityAboveLists ? 1 : 0
    case .pattern: priority >= Self.priorityAboveLists ? 2 : 0
    case .reference, .unit: 0
    }
  }
}

extension EntityType {
  /// The order of types for entities with the same name and span. The type that news means more often comes first.
  fileprivate var precedence: Int {
    switch self {
    case .country: 0
    case .organisation: 1
    case .facility: 2
    case .place: 3
    case .person: 4
    case .vessel: 5
    case .group: 6
    }
  }
}

extension NameSteps {
  mutating func resolveOverlaps(in sections: Range<Int>, _ step: NameStep) {
    for section in sections {
      OverlapResolution.resolve(&candidates[section], rules.dictionary, in: scanned.sections[section], step)
    }
  }
}
