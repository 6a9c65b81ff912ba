import NewsModel
import TextScanning

/// Answers whether a required context stands around a span. The words are searched for once a document, when the
/// first candidate asks.
struct ContextFinder {
  private let dictionary: NameDictionary
  private let scanned: ScannedDocument
  /// Context phrases of each section, in order of start.
  private var phrases: [[Int32: [PhraseAutomaton.Match]]?]

  init(_ dictionary: NameDictionary, _ scanned: ScannedDocument) {
    self.dictionary = dictionary
    self.scanned = scanned
    phrases = Array(repeating: nil, count: scanned.sections.count)
  }

  /// What a requirement came to for a span.
  enum Outcome {
    /// Where it was found; nil when only negated alternatives bind.
    case met(String?)
    case missing(String)
  }

  /// - Parameter standing: for each section the candidates that count as mentions around, in order of start.
  mutating func judge(
    _ requirement: Requirement, span: Range<Int>, section: Int, standing: [[Candidate]]
  ) -> Outcome {
    var hasPositive = false
    var found: String?
    for alternative in requirement.alternatives {
      if !alternative.isNegated {
        hasPositive = true
        if found != nil { continue }
      }
      guard let place = find(alternative, span, section, standing) else { continue }
      if alternative.isNegated { return .missing("\(alternative.text) found: \(place)") }
      found = "\(alternative.scope.rawValue): \(place)"
    }
    if hasPositive && found == nil { return .missing(requirement.text) }
    return .met(found)
  }

  /// The text that was found; nil for none.
  mutating func find(
    _ alternative: Requirement.Alternative, _ span: Range<Int>, _ section: Int, _ standing: [[Candidate]]
  ) -> String? {
    for (place, window) in windows(alternative.scope, span, section) {
      for item in alternative.items {
        switch item {
        case .set(let set) where alternative.scope == .span:
          if let text = findCover(set, section, window, of: span) { return text }
        case .set(let set):
          if let text = findSet(set, place, window, outside: place == section ? span : nil) { return text }
        case .entity, .type, .kind:
          if let text = findMention(item, place, window, outside: place == section ? span : nil, standing) {
            return text
          }
        }
      }
    }
    return nil
  }

  /// Sections and token ranges that a scope means.
  private func windows(_ scope: ContextScope, _ span: Range<Int>, _ section: Int) -> [(
    section: Int, tokens: Range<Int>
  )] {
    let here = scanned.sections[section]
    let sentence = here.sentences[here.sentenceIndex(ofToken: span.lowerBound)]
    switch scope {
    // A phrase has at most 32 words, and so has the part of it before the match.
    case .span: return [(section, move(span.lowerBound, words: -32, here)..<move(span.upperBound, words: 32, here))]
    case .before: return [(section, move(span.lowerBound, words: -3, here)..<span.lowerBound)]
    case .after:
      // What the next paragraph begins with says nothing of the last word of this one.
      let end = paragraph(of: sentence, here).upperBound
      return [(section, span.upperBound..<max(span.upperBound, min(end, move(span.upperBound, words: 3, here))))]
    case .next: return [(section, span.upperBound..<min(sentence.end, move(span.upperBound, words: 1, here)))]
    case .near:
      let start = max(sentence.start, move(span.lowerBound, words: -10, here))
      return [(section, start..<max(span.upperBound, min(sentence.end, move(span.upperBound, words: 10, here))))]
    case .sentence: return [(section, sentence.start..<sentence.end)]
    case .paragraph:
      return [(section, paragraph(of: sentence, here))]
    case .title: return [(0, 0..<scanned.title.tokens.count)]
    case .lead:
      let lead = scanned.mainText.sentences.prefix(3)
      return [(0, 0..<scanned.title.tokens.count), (1, 0..<(lead.last?.end ?? 0))]
    case .document:
      var all = [(0, 0..<scanned.title.tokens.count), (1, 0..<scanned.mainText.tokens.count)]
      if section > 1 { all.append((section, 0..<here.tokens.count)) }
      return all
    }
  }

  /// The tokens of a sentence's paragraph. By halving: a line of some megabytes is one paragraph of many sentences.
  private func paragraph(of sentence: TokenStream.Sentence, _ section: ScannedDocument.Section) -> Range<Int> {
    func firstSentence(after paragraph: Int) -> Int {
      var low = 0
      var high = section.sentences.count
      while low < high {
        let middle = (low + high) / 2
        if section.sentences[middle].paragraph <= paragraph { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let first = firstSentence(after: sentence.paragraph - 1)
    let last = firstSentence(after: sentence.paragraph) - 1
    return section.sentences[first].start..<section.sentences[last].end
  }

  /// The token that is some words away; signs do not count.
  private func move(_ token: Int, words: Int, _ section: ScannedDocument.Section) -> Int {
    var token = token
    var left = abs(words)
    while left > 0 {
      if words < 0 {
        guard token > 0 else { break }
        token -= 1
        if section.tokens[token].isWord { left -= 1 }
      } else {
        guard token < section.tokens.count else { break }
        if section.tokens[token].isWord { left -= 1 }
        token += 1
      }
    }
    return token
  }

  private mutating func findSet(_ set: Int32, _ section: Int, _ window: Range<Int>, outside: Range<Int>?) -> String? {
    let matches = contextPhrases(section)[set] ?? []
    var index = matches.partitioningIndex { $0.start >= window.lowerBound }
    while index < matches.count, matches[index].start < window.upperBound {
      let match = matches[index]
      index += 1
      guard match.end <= window.upperBound else { continue }
      if let outside, match.start < outside.upperBound, outside.lowerBound < match.end { continue }
      let place = scanned.sections[section]
      return place.text(place.byteRange(ofTokens: match.start..<match.end))
    }
    return nil
  }

  /// A phrase that holds the span and more.
  private mutating func findCover(_ set: Int32, _ section: Int, _ window: Range<Int>, of span: Range<Int>) -> String? {
    let matches = contextPhrases(section)[set] ?? []
    var index = matches.partitioningIndex { $0.start >= window.lowerBound }
    while index < matches.count, matches[index].start <= span.lowerBound {
      let match = matches[index]
      index += 1
      guard match.end >= span.upperBound, match.end - match.start > span.count else { continue }
      let place = scanned.sections[section]
      return place.text(place.byteRange(ofTokens: match.start..<match.end))
    }
    return nil
  }

  private func findMention(
    _ item: Requirement.Item, _ section: Int, _ window: Range<Int>, outside: Range<Int>?, _ standing: [[Candidate]]
  ) -> String? {
    let candidates = standing[section]
    var index = candidates.partitioningIndex { $0.start >= window.lowerBound }
    while index < candidates.count, candidates[index].start < window.upperBound {
      let candidate = candidates[index]
      index += 1
      guard candidate.end <= window.upperBound else { continue }
      if let outside, candidate.start < outside.upperBound, outside.lowerBound < candidate.end { continue }
      let fits: Bool
      switch item {
      case .entity(let entity): fits = candidate.entity == entity
      case .type(let type): fits = candidate.type == type
      case .kind(let kind): fits = candidate.entity.map { dictionary.entities[Int($0)].kind == kind } ?? false
      case .set: fits = false
      }
      guard fits else { continue }
      let place = scanned.sections[section]
      return place.text(place.byteRange(ofTokens: candidate.start..<candidate.end))
    }
    return nil
  }

  /// By set, in order of start: a long sentence is not read again for every name that asks for a word it lacks.
  private mutating func contextPhrases(_ section: Int) -> [Int32: [PhraseAutomaton.Match]] {
    if let known = phrases[section] { return known }
    var matches: [PhraseAutomaton.Match] = []
    let place = scanned.sections[section]
    dictionary.contexts.automaton.search(place.stream, in: place.bytes, into: &matches)
    let bySet = Dictionary(grouping: matches, by: \.payload)
    phrases[section] = bySet
    return bySet
  }
}
