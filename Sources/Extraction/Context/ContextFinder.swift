import NewsModel
import TextScanning

/// Answers whether a required context stands around a span. The words are searched for once a document, when the
/// first candidate asks.
struct ContextFinder {
  private let dictionary: NameDictionary
  private let scanned: ScannedDocument
  private var phrases: [Phrases?]

  /// The context phrases of a section, by set: a long sentence is not read again for every name that asks for a word
  /// it lacks.
  private struct Phrases {
    /// Those of a set in order of start: `matches[bounds[set]..<bounds[set + 1]]`.
    var matches: [PhraseAutomaton.Match]
    var bounds: [Int]
    /// Tokens of the longest.
    var longest = 0

    /// - Parameter found: in order of start.
    init(_ found: [PhraseAutomaton.Match], sets: Int) {
      matches = found
      bounds = [Int](repeating: 0, count: sets + 2)
      // Counted two places up, so that filling the lists leaves their beginnings behind.
      for match in found { bounds[Int(match.payload) + 2] += 1 }
      for set in 2..<bounds.count { bounds[set] += bounds[set - 1] }
      for match in found {
        matches[bounds[Int(match.payload) + 1]] = match
        bounds[Int(match.payload) + 1] += 1
        longest = max(longest, match.end - match.start)
      }
    }

    func hold(_ set: Int32) -> Bool { bounds[Int(set)] < bounds[Int(set) + 1] }

    /// The place of the first of a set that begins at a token or behind it, and the end of the set's.
    func places(of set: Int32, from token: Int) -> Range<Int> {
      let range = bounds[Int(set)]..<bounds[Int(set) + 1]
      return matches[range].partitioningIndex { $0.start >= token }..<range.upperBound
    }
  }

  init(_ dictionary: NameDictionary, _ scanned: ScannedDocument) {
    self.dictionary = dictionary
    self.scanned = scanned
    phrases = Array(repeating: nil, count: scanned.sections.count)
  }

  /// What a requirement came to for a span.
  enum Outcome {
    /// Where it was found; nil when only negated alternatives bind.
    case met(FoundContext?)
    case missing
    /// A negated alternative holds, by its number.
    case excluded(alternative: Int, by: TokenSpan)
  }

  /// - Parameter standing: for each section the mentions around; empty when none counts yet.
  mutating func judge(
    _ requirement: Requirement, span: Range<Int>, section: Int, standing: [StandingMentions]
  ) -> Outcome {
    var hasPositive = false
    var found: FoundContext?
    for number in requirement.alternatives.indices {
      let alternative = requirement.alternatives[number]
      if !alternative.isNegated {
        hasPositive = true
        if found != nil { continue }
      }
      guard let place = find(alternative, span, section, standing) else { continue }
      if alternative.isNegated { return .excluded(alternative: number, by: place) }
      found = .words(alternative.scope, place)
    }
    return hasPositive && found == nil ? .missing : .met(found)
  }

  /// What was found of an alternative's items; nil for none.
  mutating func find(
    _ alternative: Requirement.Alternative, _ span: Range<Int>, _ section: Int, _ standing: [StandingMentions]
  ) -> TokenSpan? {
    let scope = alternative.scope
    if scope == .span {
      for case .set(let set) in alternative.items {
        if let found = findCover(set, of: span, section) { return found }
      }
      return nil
    }
    if scope.looksIntoTitle {
      let title = 0..<scanned.title.tokens.count
      if let found = find(alternative, around: span, section, in: title, of: 0, standing) { return found }
      if scope == .title { return nil }
      let text = scope == .lead ? scanned.mainText.sentences.prefix(3).last?.end ?? 0 : scanned.mainText.tokens.count
      if let found = find(alternative, around: span, section, in: 0..<text, of: 1, standing) { return found }
      if scope == .lead || section <= 1 { return nil }
    }
    guard mayHold(alternative, in: section) else { return nil }
    return find(alternative, around: span, section, in: window(scope, span, section), of: section, standing)
  }

  /// Most of what is asked for stands nowhere in the text: to know that takes no window.
  private mutating func mayHold(_ alternative: Requirement.Alternative, in section: Int) -> Bool {
    let phrases = phrases(of: section)
    return alternative.items.contains { item in
      guard case .set(let set) = item else { return true }
      return phrases.hold(set)
    }
  }

  private mutating func find(
    _ alternative: Requirement.Alternative, around span: Range<Int>, _ own: Int, in window: Range<Int>,
    of section: Int, _ standing: [StandingMentions]
  ) -> TokenSpan? {
    let outside = section == own ? span : nil
    for item in alternative.items {
      let found: TokenSpan?
      if case .set(let set) = item {
        found = findSet(set, section, window, outside: outside)
      } else {
        found =
          section < standing.count
          ? standing[section].first(item, in: window, outside: outside)
            .map { TokenSpan(section: section, $0) } : nil
      }
      if let found { return found }
    }
    return nil
  }

  /// The tokens of the span's own section that a scope means.
  private func window(_ scope: ContextScope, _ span: Range<Int>, _ section: Int) -> Range<Int> {
    let here = scanned.sections[section]
    switch scope {
    // What the sentence before ended with, or the next begins with, says nothing of a name.
    case .before: return max(sentence(of: span, here).start, move(span.lowerBound, words: -3, here))..<span.lowerBound
    case .after:
      let end = sentence(of: span, here).end
      return span.upperBound..<max(span.upperBound, min(end, move(span.upperBound, words: 3, here)))
    case .next:
      return span.upperBound..<min(sentence(of: span, here).end, move(span.upperBound, words: 1, here))
    case .list:
      let sentence = sentence(of: span, here)
      guard let last = here.lastName(ofListFrom: span.upperBound, in: sentence) else { return 0..<0 }
      // What follows may have capitals, and then is taken for the name's: "Doel and Tihange NPPs".
      return last.lowerBound..<min(sentence.end, move(last.upperBound, words: 3, here))
    case .near:
      let sentence = sentence(of: span, here)
      let start = max(sentence.start, move(span.lowerBound, words: -10, here))
      return start..<max(span.upperBound, min(sentence.end, move(span.upperBound, words: 10, here)))
    case .sentence:
      let sentence = sentence(of: span, here)
      return sentence.start..<sentence.end
    case .paragraph: return paragraph(of: sentence(of: span, here), here)
    case .span, .title, .lead, .document: return 0..<here.tokens.count
    }
  }

  private func sentence(of span: Range<Int>, _ section: ScannedDocument.Section) -> TokenStream.Sentence {
    section.sentences[section.sentenceIndex(ofToken: span.lowerBound)]
  }

  /// The tokens of a sentence's paragraph. By halving: a line of some megabytes is one paragraph of many sentences.
  private func paragraph(of sentence: TokenStream.Sentence, _ section: ScannedDocument.Section) -> Range<Int> {
    let first = section.sentences.partitioningIndex { $0.paragraph >= sentence.paragraph }
    let last = section.sentences.partitioningIndex { $0.paragraph > sentence.paragraph } - 1
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

  private mutating func findSet(_ set: Int32, _ section: Int, _ window: Range<Int>, outside: Range<Int>?) -> TokenSpan?
  {
    let phrases = phrases(of: section)
    for place in phrases.places(of: set, from: window.lowerBound) {
      let match = phrases.matches[place]
      if match.start >= window.upperBound { break }
      guard match.end <= window.upperBound else { continue }
      if let outside, match.start < outside.upperBound, outside.lowerBound < match.end { continue }
      return TokenSpan(section: section, match.start..<match.end)
    }
    return nil
  }

  /// A phrase of a set that holds the span and more.
  private mutating func findCover(_ set: Int32, of span: Range<Int>, _ section: Int) -> TokenSpan? {
    let phrases = phrases(of: section)
    for place in phrases.places(of: set, from: span.upperBound - phrases.longest) {
      let match = phrases.matches[place]
      if match.start > span.lowerBound { break }
      guard match.end >= span.upperBound, match.end - match.start > span.count else { continue }
      return TokenSpan(section: section, match.start..<match.end)
    }
    return nil
  }

  private mutating func phrases(of section: Int) -> Phrases {
    if let known = phrases[section] { return known }
    var matches: [PhraseAutomaton.Match] = []
    let place = scanned.sections[section]
    dictionary.contexts.automaton.search(place.stream, in: place.bytes, into: &matches)
    let found = Phrases(matches, sets: dictionary.contexts.names.count)
    phrases[section] = found
    return found
  }
}

extension ContextScope {
  /// The title is looked at first, wherever the span stands.
  fileprivate var looksIntoTitle: Bool { self == .title || self == .lead || self == .document }
}
