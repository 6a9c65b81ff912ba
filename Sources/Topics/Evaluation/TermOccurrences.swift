import NewsModel
import ScannedText
import TextScanning

/// Where the terms of all rules occur in a document, sorted by term and place.
struct TermOccurrences {
  let positions: TextPositions
  private(set) var found: [TextPositions.Occurrence]
  /// One bit for each term, set if the term occurs. Rules name many terms, and a text contains few of them.
  private var present: [UInt64]

  /// - Parameters:
  ///   - places: The places of the mentions; nil if they are not known.
  ///   - phrases: The matches of the rules' phrases in each section; nil if they have not been searched for.
  init(
    _ document: ScannedDocument, mentions: [Mention], places: [MentionPlace]?, _ phrases: [JointPhrases.Found]?,
    _ set: TopicSet
  ) {
    let positions = TextPositions(document)
    var found: [TextPositions.Occurrence] = []
    var present = [UInt64](repeating: 0, count: set.rulesByAnchor.count / 64 + 1)
    for section in document.sections where section.isCounted {
      for match in phrases?[section.number].topics ?? set.search(section) {
        let bit: UInt64 = 1 &<< UInt64(match.payload & 63)
        if set.areOnlyWeighted[Int(match.payload)] {
          if present[Int(match.payload) >> 6] & bit != 0 { continue }
          present[Int(match.payload) >> 6] |= bit
        }
        if set.areCaseSensitive[Int(match.payload)], let capitals = set.capitals[match.payload],
          !section.hasCapitals(capitals, match.start..<match.end)
        {
          continue
        }
        found.append(positions.occurrence(match.payload, tokens: match.start..<match.end, of: section))
      }
    }
    if !set.mentionTerms.isEmpty {
      for index in mentions.indices where mentions[index].rejection == nil && mentions[index].zone.isCounted {
        if let place = places?[index] {
          let section = document.sections[Int(place.section)]
          set.mentionTerms.forEach(of: place, mentions[index].type) { term in
            found.append(positions.occurrence(term, tokens: Int(place.start)..<Int(place.end), of: section))
          }
        } else if let (section, tokens) = document.place(of: mentions[index]) {
          for term in set.mentionTerms.of(mentions[index]) {
            found.append(positions.occurrence(term, tokens: tokens, of: section))
          }
        }
      }
    }
    found.sort { ($0.term, $0.start, $0.end) < ($1.term, $1.start, $1.end) }
    self.found = found
    for occurrence in found { present[Int(occurrence.term) >> 6] |= 1 << UInt64(occurrence.term & 63) }
    self.present = present
    self.positions = positions
  }

  /// Adds the places where a topic was found, for the topics whose rules name it.
  mutating func insert(_ occurrences: [TextPositions.Occurrence]) {
    guard let first = occurrences.first else { return }
    let place = place { $0.term < first.term }
    present[Int(first.term) >> 6] |= 1 << UInt64(first.term & 63)
    found.insert(contentsOf: occurrences, at: place)
  }

  /// The occurrences of a term.
  func range(of term: RuleTable.Term) -> Range<Int> {
    if !contains(term) { return 0..<0 }
    let start = place { $0.term < term }
    return start..<place(from: start) { $0.term <= term }
  }

  /// The occurrences of a term that begin in a range of words.
  func range(of term: RuleTable.Term, in words: Range<Int32>) -> Range<Int> {
    if !contains(term) { return 0..<0 }
    let start = place { $0.term < term || ($0.term == term && $0.start < words.lowerBound) }
    return start..<place(from: start) { $0.term < term || ($0.term == term && $0.start < words.upperBound) }
  }

  @inline(__always)
  func contains(_ term: RuleTable.Term) -> Bool {
    present[Int(term) >> 6] & (1 &<< UInt64(term & 63)) != 0
  }

  private func place(from start: Int = 0, before: (TextPositions.Occurrence) -> Bool) -> Int {
    var low = start
    var high = found.count
    while low < high {
      let middle = (low + high) / 2
      if before(found[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension TopicSet {
  fileprivate func search(_ section: ScannedDocument.Section) -> ArraySlice<PhraseAutomaton.Match> {
    var matches: [PhraseAutomaton.Match] = []
    automaton.search(section.stream, in: section.bytes, into: &matches)
    return matches[...]
  }
}

extension ScannedDocument.Section {
  /// Whether the words of a match have capitals where the rule has them.
  func hasCapitals(_ expected: [UInt64], _ range: Range<Int>) -> Bool {
    var next = 0
    for token in tokens[range] where token.isMatchedAsWord {
      // "&" has no letter case.
      guard next < expected.count, !token.isWord || token.capitals(in: bytes) == expected[next] else { return false }
      next += 1
    }
    return next == expected.count
  }
}

extension ScannedDocument {
  /// The section and tokens of a mention.
  fileprivate func place(of mention: Mention) -> (section: Section, tokens: Range<Int>)? {
    guard let section = section(of: mention.zone) else { return nil }
    let first = section.stream.tokenIndex(atByte: mention.start)
    let last = section.stream.tokenIndex(atByte: mention.end - 1)
    return first <= last && last < section.tokens.count ? (section, first..<last + 1) : nil
  }
}
