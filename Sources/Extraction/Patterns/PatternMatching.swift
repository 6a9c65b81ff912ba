import NewsModel
import TextScanning

/// Runs the patterns over a section. Linear: a pattern is tried only around its triggers, and reads at most
/// `PatternRun.reach` tokens.
struct PatternMatching {
  private let set: PatternSet
  private let section: ScannedDocument.Section
  private let casings: [SentenceCasing]
  private let known: KnownMentions
  private let run: PatternRun
  /// For each pattern the token up to which starts have been tried.
  private var tried: [Int32]
  private var found: [Candidate] = []
  /// Tokens before a trigger in which the mention begins.
  private static let mostBefore = 16
  /// Tokens behind a trigger, which may stand in the context to the left, in which the mention begins.
  private static let mostBehind = 8

  /// - Parameter candidates: of the section, in order of start; the patterns see those that stand.
  init(
    _ set: PatternSet, section: ScannedDocument.Section, casings: [SentenceCasing], commonWords: CommonWords,
    dictionary: NameDictionary, known candidates: [Candidate]
  ) {
    self.set = set
    self.section = section
    self.casings = casings
    known = KnownMentions(candidates, tokens: section.tokens.count, dictionary)
    run = PatternRun(
      section.tokens,
      TestedTokens(set, section: section, casings: casings, commonWords: commonWords, known: known), known,
      set.words)
    tried = [Int32](repeating: 0, count: set.patterns.count)
  }

  mutating func candidates() -> [Candidate] {
    for (index, sentence) in section.sentences.enumerated() where casings[index] != .lower {
      for token in sentence.start..<sentence.end { setOff(token, sentence, casings[index]) }
    }
    return found
  }

  /// Tries the patterns that a token triggers.
  private mutating func setOff(_ index: Int, _ sentence: TokenStream.Sentence, _ casing: SentenceCasing) {
    let token = section.tokens[index]
    let word = run.tested.wordAt[index]
    if word > 0 {
      for place in set.byWord[Int(word)] { attempt(set.byWord.numbers[place], at: index, sentence, casing) }
    }
    if token.casing == .upper {
      for pattern in set.byUpper { attempt(pattern, at: index, sentence, casing) }
    }
    if token.isInitial {
      for pattern in set.byInitial { attempt(pattern, at: index, sentence, casing) }
    }
    if token.kind == .punctuation, !set.bySign.isEmpty {
      for pattern in set.bySign[token.hash] ?? [] { attempt(pattern, at: index, sentence, casing) }
    }
    for mention in known.range(at: index) {
      for place in set.byMention[known.type(of: mention).index] {
        attempt(set.byMention.numbers[place], at: index, sentence, casing)
      }
    }
  }

  /// Tries a pattern from every token before its trigger that was not tried yet.
  private mutating func attempt(
    _ number: Int32, at trigger: Int, _ sentence: TokenStream.Sentence, _ casing: SentenceCasing
  ) {
    let traits = set.traits[Int(number)]
    if casing != .sentence, !traits.inHeadlines { return }
    var start = max(sentence.start, trigger - Self.mostBefore, Int(tried[Int(number)]))
    let last = min(sentence.end - 1, traits.readsLeft ? trigger + Self.mostBehind : trigger)
    while start <= last {
      guard run.tested.mayStart(number, at: start), !section.tokens[start].flags.contains(.skipped),
        let end = run.longestMatch(set.patterns[Int(number)], from: start, in: sentence)
      else {
        start += 1
        continue
      }
      found.append(candidate(number, start..<end))
      start = end
    }
    tried[Int(number)] = Int32(max(start, last + 1))
  }

  private func candidate(_ number: Int32, _ range: Range<Int>) -> Candidate {
    let pattern = set.patterns[Int(number)]
    var candidate = Candidate(
      start: range.lowerBound, end: range.upperBound, type: pattern.type,
      name: section.name(range, of: pattern.type), source: .pattern(number),
      priority: pattern.priority, order: Int32.max / 2 + number, country: known.country(in: range), pattern: number,
      isStrong: pattern.isStrong)
    if section.tokens[range].contains(where: { $0.flags.contains(.suspicious) }) { candidate.rejection = .suspicious }
    return candidate
  }
}
