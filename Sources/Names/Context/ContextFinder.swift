import NewsModel
import ScannedText
import TextScanning

/// Decides whether the context that a name requires is present around a span. The context phrases of a section are
/// sorted once, for its first candidate.
struct ContextFinder {
  private let dictionary: NameDictionary
  private let scanned: ScannedDocument
  private let found: [JointPhrases.Found]
  private var phrases: [ContextPhrases?]

  /// - Parameter found: The matches in each section.
  init(_ dictionary: NameDictionary, _ scanned: ScannedDocument, _ found: [JointPhrases.Found]) {
    self.dictionary = dictionary
    self.scanned = scanned
    self.found = found
    phrases = Array(repeating: nil, count: scanned.sections.count)
  }

  /// The result of checking a requirement for a span.
  enum Outcome {
    /// The place where the context was found; nil if the requirement has only negated alternatives.
    case met(FoundContext?)
    case missing
    /// The number of a negated alternative that matched.
    case excluded(alternative: Int, by: TokenSpan)
  }

  /// - Parameter standing: The accepted mentions in each section; empty if they are not known yet.
  mutating func judge(
    _ requirement: Requirement, span: Range<Int>, section: Int, accepted: [AcceptedMentions]
  ) -> Outcome {
    var hasPositive = false
    var found: FoundContext?
    for number in requirement.alternatives.indices {
      let alternative = requirement.alternatives[number]
      if !alternative.isNegated {
        hasPositive = true
        if found != nil { continue }
      }
      guard let place = find(alternative, span, section, accepted) else { continue }
      if alternative.isNegated { return .excluded(alternative: number, by: place) }
      found = .words(alternative.scope, place)
    }
    return hasPositive && found == nil ? .missing : .met(found)
  }

  /// Returns the first match of an alternative's items, or nil.
  mutating func find(
    _ alternative: Requirement.Alternative, _ span: Range<Int>, _ section: Int, _ accepted: [AcceptedMentions]
  ) -> TokenSpan? {
    let scope = alternative.scope
    if scope == .span {
      for case .set(let set) in alternative.items {
        if let found = findCover(set, of: span, section, orSpanItself: alternative.isNegated) { return found }
      }
      return nil
    }
    if scope.looksIntoTitle {
      let title = 0..<scanned.title.tokens.count
      if let found = find(alternative, around: span, section, in: title, of: 0, accepted) { return found }
      if scope == .title { return nil }
      let text = scope == .lead ? scanned.mainText.sentences.prefix(3).last?.end ?? 0 : scanned.mainText.tokens.count
      if let found = find(alternative, around: span, section, in: 0..<text, of: 1, accepted) { return found }
      if scope == .lead || section <= 1 { return nil }
    }
    guard mayContain(alternative, in: section) else { return nil }
    return find(alternative, around: span, section, in: window(scope, span, section), of: section, accepted)
  }

  /// A quick check: most required phrases are nowhere in the text, so no window needs to be computed.
  private mutating func mayContain(_ alternative: Requirement.Alternative, in section: Int) -> Bool {
    let phrases = phrases(of: section)
    return alternative.items.contains { item in
      guard case .set(let set) = item else { return true }
      return phrases.contains(set)
    }
  }

  private mutating func find(
    _ alternative: Requirement.Alternative, around span: Range<Int>, _ own: Int, in window: Range<Int>,
    of section: Int, _ accepted: [AcceptedMentions]
  ) -> TokenSpan? {
    let outside = section == own ? span : nil
    for item in alternative.items {
      let found: TokenSpan?
      if case .set(let set) = item {
        found = findSet(set, section, window, outside: outside)
      } else {
        found =
          section < accepted.count
          ? accepted[section].first(item, in: window, outside: outside)
            .map { TokenSpan(section: section, $0) } : nil
      }
      if let found { return found }
    }
    return nil
  }

  /// The tokens in the span's own section that belong to a scope.
  private func window(_ scope: ContextScope, _ span: Range<Int>, _ section: Int) -> Range<Int> {
    let here = scanned.sections[section]
    switch scope {
    // The end of the sentence before and the beginning of the next one are no evidence for a name.
    case .before: return max(sentence(of: span, here).start, move(span.lowerBound, words: -3, here))..<span.lowerBound
    case .after:
      let end = sentence(of: span, here).end
      return span.upperBound..<max(span.upperBound, min(end, move(span.upperBound, words: 3, here)))
    case .next:
      return span.upperBound..<min(sentence(of: span, here).end, move(span.upperBound, words: 1, here))
    case .list:
      let sentence = sentence(of: span, here)
      guard let last = here.lastName(ofListFrom: span.upperBound, in: sentence) else { return 0..<0 }
      // The words after the list may have capitals and so count as part of the name: "Doel and Tihange NPPs".
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

  /// The tokens of a sentence's paragraph. Binary search is used because a line of some megabytes is one paragraph with
  /// many sentences.
  private func paragraph(of sentence: TokenStream.Sentence, _ section: ScannedDocument.Section) -> Range<Int> {
    let first = section.sentences.partitioningIndex { $0.paragraph >= sentence.paragraph }
    let last = section.sentences.partitioningIndex { $0.paragraph > sentence.paragraph } - 1
    return section.sentences[first].start..<section.sentences[last].end
  }

  /// The token that is some number of words away; punctuation does not count.
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
    for match in phrases.matches(ofSet: set, from: window.lowerBound) {
      if match.start >= window.upperBound { break }
      guard match.end <= window.upperBound else { continue }
      if let outside, match.start < outside.upperBound, outside.lowerBound < match.end { continue }
      return TokenSpan(section: section, match.start..<match.end)
    }
    return nil
  }

  /// Finds a phrase of a set that contains the span and more. For a veto the phrase may also be the span itself; as
  /// required context, the span itself would prove nothing.
  private mutating func findCover(
    _ set: Int32, of span: Range<Int>, _ section: Int, orSpanItself isWholeEnough: Bool
  ) -> TokenSpan? {
    let phrases = phrases(of: section)
    for match in phrases.matches(ofSet: set, from: span.upperBound - phrases.longest) {
      if match.start > span.lowerBound { break }
      guard match.end >= span.upperBound, isWholeEnough || match.end - match.start > span.count else { continue }
      return TokenSpan(section: section, match.start..<match.end)
    }
    return nil
  }

  private mutating func phrases(of section: Int) -> ContextPhrases {
    if let known = phrases[section] { return known }
    let sorted = ContextPhrases(found[section].contexts, of: dictionary.contexts)
    phrases[section] = sorted
    return sorted
  }

  /// The vetoes whose phrases occur where they are searched for: few, and usually none.
  mutating func vetoesThatMayHold(in section: Int) -> [Int] {
    dictionary.vetoes.indices.filter { number in
      let alternative = dictionary.vetoes[number].alternative
      return mayContain(alternative, in: section)
        || alternative.scope.looksIntoTitle && (mayContain(alternative, in: 0) || mayContain(alternative, in: 1))
    }
  }
}

extension ContextScope {
  /// Whether the title is searched first, wherever the span is.
  fileprivate var looksIntoTitle: Bool { self == .title || self == .lead || self == .document }
}
