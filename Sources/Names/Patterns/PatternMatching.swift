import NewsModel
import ScannedText
import TextScanning

/// Runs the patterns over a section in linear time: a pattern is tried only where its mention may begin, in sentences
/// that contain what every match needs, and each of its parts reads at most `PatternRun.reach` tokens.
struct PatternMatching {
  private let set: PatternSet
  private let section: ScannedDocument.Section
  private let casings: [SentenceCasing]
  private let known: KnownMentions
  private let run: PatternRun
  /// For each pattern, the token up to which it has matched.
  private var done: [Int32]
  private var found: [Candidate] = []
  private static let the = FoldedHash.of(word: "the")

  /// - Parameter candidates: All candidates of the section in order of start. The patterns use the accepted ones.
  init(
    _ set: PatternSet, section: ScannedDocument.Section, casings: [SentenceCasing], dictionary: NameDictionary,
    known candidates: [Candidate]
  ) {
    self.set = set
    self.section = section
    self.casings = casings
    known = KnownMentions(candidates, tokens: section.tokens.count, dictionary)
    run = PatternRun(
      TestedTokens(set, section: section, casings: casings, known: known), known,
      set)
    done = [Int32](repeating: 0, count: set.patterns.count)
  }

  mutating func candidates() -> [Candidate] {
    for (index, sentence) in section.sentences.enumerated() where casings[index] != .lower {
      for group in 0..<set.rows.patternWidth {
        let wanted = run.tested.wanted(group, inSentence: index)
        if wanted != 0 { tryPatterns(wanted, group, sentence) }
      }
    }
    return found
  }

  /// Tries the patterns of a group at every token where their mentions may begin.
  private mutating func tryPatterns(_ wanted: PatternBits, _ group: Int, _ sentence: TokenStream.Sentence) {
    for token in sentence.start..<sentence.end {
      var patterns = run.tested.patterns(wanted, group, from: token, in: sentence)
      if patterns == 0 || section.tokens[token].flags.contains(.skipped) { continue }
      while patterns != 0 {
        let number = Int32(group * PatternBits.bitWidth + patterns.trailingZeroBitCount)
        patterns &= patterns - 1
        guard token >= done[Int(number)],
          let end = run.longestMatch(number, from: token, in: sentence)
        else { continue }
        // The article is part of the country "the Emirates", but not of "the Emirates Zorblax Corporation".
        let hasArticle =
          section.tokens[token].hash == Self.the && section.tokens[token].casing == .lower && end > token + 1
        found.append(candidate(number, (hasArticle ? token + 1 : token)..<end))
        done[Int(number)] = Int32(end)
      }
    }
  }

  private func candidate(_ number: Int32, _ range: Range<Int>) -> Candidate {
    let pattern = set.patterns[Int(number)]
    let country = known.country(in: range, of: pattern.type)
    let meaning = Meaning(
      type: pattern.type, name: section.name(range, of: pattern.type), country: country?.index, pattern: number)
    var candidate = Candidate(
      range, meaning, .pattern(number), priority: pattern.priority, order: Int32.max / 2 + number,
      isStrong: pattern.isStrong)
    candidate.keepsCountry = pattern.keepsCountry
    if let mention = country?.mention, mention.type == .country, Int(mention.end) < range.upperBound {
      candidate.namesItsCountry = section.tokens[Int(mention.end)].kind == .possessive
    }
    if section.tokens[range].contains(where: { $0.flags.contains(.suspicious) }) {
      candidate.reject(.suspicious, by: .findPatternNames)
    }
    return candidate
  }
}
