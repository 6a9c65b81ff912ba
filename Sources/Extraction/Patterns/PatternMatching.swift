import NewsModel
import TextScanning

/// Runs the patterns over a section. Linear: a pattern is tried only around its triggers, and reads at most
/// `reach` tokens.
struct PatternMatching {
  private let set: PatternSet
  private let section: ScannedDocument.Section
  private let casings: [SentenceCasing]
  private let commonWords: CommonWords
  private let dictionary: NameDictionary
  private let capitals: NameCapitals
  /// Those that stand, in order of start; `firstAt` is the index of the first that begins at a token.
  private let known: [Candidate]
  private var firstAt: [Int32]
  /// For each token the pattern word that it is; 0 for none.
  private var wordAt: [Int32]
  private let sentenceAt: [Int32]
  /// For each pattern the token up to which starts have been tried.
  private var tried: [Int32]
  /// Tokens that a mention and its context may span.
  private static let reach = 24

  init(
    _ set: PatternSet, section: ScannedDocument.Section, casings: [SentenceCasing], commonWords: CommonWords,
    dictionary: NameDictionary, known: [Candidate]
  ) {
    self.set = set
    self.section = section
    self.casings = casings
    self.commonWords = commonWords
    self.dictionary = dictionary
    capitals = NameCapitals(section: section, casings: casings, commonWords: commonWords)
    self.known = known
    let count = section.tokens.count
    firstAt = [Int32](repeating: -1, count: count + 1)
    for index in known.indices.reversed() { firstAt[known[index].start] = Int32(index) }
    wordAt = [Int32](repeating: 0, count: count + 1)
    var matches: [PhraseAutomaton.Match] = []
    set.words.automaton.search(section.stream, in: section.bytes, into: &matches)
    for match in matches { wordAt[match.start] = match.payload }
    var sentenceAt = [Int32](repeating: 0, count: count + 1)
    for (index, sentence) in section.sentences.enumerated() {
      for token in sentence.start..<sentence.end { sentenceAt[token] = Int32(index) }
    }
    self.sentenceAt = sentenceAt
    tried = [Int32](repeating: 0, count: set.patterns.count)
  }

  mutating func candidates() -> [Candidate] {
    var found: [Candidate] = []
    for (index, sentence) in section.sentences.enumerated() {
      for token in sentence.start..<sentence.end {
        let word = wordAt[token]
        if word > 0 {
          for pattern in set.byWord[Int(word)] { attempt(pattern, at: token, index, sentence, &found) }
        }
        if section.tokens[token].casing == .upper {
          for pattern in set.byUpper { attempt(pattern, at: token, index, sentence, &found) }
        }
        if isInitial(section.tokens[token]) {
          for pattern in set.byInitial { attempt(pattern, at: token, index, sentence, &found) }
        }
        if section.tokens[token].kind == .punctuation, !set.bySign.isEmpty {
          for pattern in set.bySign[section.tokens[token].hash] ?? [] {
            attempt(pattern, at: token, index, sentence, &found)
          }
        }
        var next = Int(firstAt[token])
        while next >= 0, next < known.count, known[next].start == token {
          for pattern in set.byMention[known[next].type] ?? [] { attempt(pattern, at: token, index, sentence, &found) }
          next += 1
        }
      }
    }
    return found
  }

  /// Tries a pattern from every token before its trigger that was not tried yet.
  private mutating func attempt(
    _ index: Int32, at trigger: Int, _ sentenceIndex: Int, _ sentence: TokenStream.Sentence, _ found: inout [Candidate]
  ) {
    let pattern = set.patterns[Int(index)]
    let casing = casings[sentenceIndex]
    if casing == .lower || (casing != .sentence && !pattern.inHeadlines) { return }
    // A trigger in the context to the left lies before the mention.
    var start = max(sentence.start, trigger - 16, Int(tried[Int(index)]))
    let last = min(sentence.end - 1, pattern.left == nil ? trigger : trigger + 8)
    while start <= last {
      guard !section.tokens[start].flags.contains(.skipped),
        let end = longestMatch(pattern, from: start, in: sentence)
      else {
        start += 1
        continue
      }
      var candidate = Candidate(
        start: start, end: end, type: pattern.type, entity: nil, source: .pattern(pattern.id),
        priority: pattern.priority,
        order: Int32.max / 2 + index)
      let text = section.text(section.byteRange(ofTokens: start..<end))
      candidate.named = .init(id: pattern.type.idPrefix + "~" + slug(text), name: nameText(text))
      candidate.kind = pattern.kind
      candidate.isStrong = pattern.isStrong
      candidate.country = country(in: start..<end)
      if section.tokens[start..<end].contains(where: { $0.flags.contains(.suspicious) }) {
        candidate.rejection = .init(kind: .suspicious, detail: suspiciousDetail)
      }
      found.append(candidate)
      start = end
    }
    tried[Int(index)] = Int32(max(start, last + 1))
  }

  /// The country of the first country or place mention inside.
  private func country(in range: Range<Int>) -> String? {
    for token in range {
      var next = Int(firstAt[token])
      while next >= 0, next < known.count, known[next].start == token {
        if known[next].end <= range.upperBound, let country = known[next].country { return country }
        next += 1
      }
    }
    return nil
  }

  private func longestMatch(_ pattern: NamePattern, from start: Int, in sentence: TokenStream.Sentence) -> Int? {
    var ends = run(pattern.core, from: start, in: sentence)
    guard ends != 0 else { return nil }
    if let left = pattern.left, !left.acceptsNothing, runBack(left, before: start, in: sentence) == false { return nil }
    if let notLeft = pattern.notLeft, runBack(notLeft, before: start, in: sentence) { return nil }
    if let not = pattern.not { ends &= ~run(not, from: start, in: sentence) }
    while ends != 0 {
      let length = 63 - ends.leadingZeroBitCount
      ends &= ~(1 << UInt64(length))
      let end = start + length
      if let right = pattern.right, !right.acceptsNothing, run(right, from: end, in: sentence) == 0 { continue }
      if let notRight = pattern.notRight, run(notRight, from: end, in: sentence) != 0 { continue }
      return end
    }
    return nil
  }

  /// Bit n: n tokens match.
  private func run(_ automaton: PatternAutomaton, from start: Int, in sentence: TokenStream.Sentence) -> UInt64 {
    guard start < sentence.end else { return 0 }
    if !couldBegin(automaton, at: start, sentence) { return 0 }
    var ends: UInt64 = 0
    let limit = min(Self.reach, sentence.end - start)
    return withUnsafeTemporaryAllocation(of: UInt128.self, capacity: Self.reach + 1) { active in
      for index in 0...Self.reach { active[index] = 0 }
      active[0] = automaton.first
      var farthest = 0
      var offset = 0
      while offset <= farthest, offset < limit {
        var bits = active[offset]
        if bits == 0 {
          offset += 1
          continue
        }
        let token = start + offset
        if isSteppedOver(token), offset > 0 {
          active[offset + 1] |= bits
          farthest = max(farthest, offset + 1)
        }
        while bits != 0 {
          let position = bits.trailingZeroBitCount
          bits &= bits - 1
          let length = width(set.words.tests[Int(automaton.tests[position])], at: token, sentence)
          if length < 0 { continue }
          let next = offset + length
          guard next <= limit else { continue }
          if automaton.last & (1 << UInt128(position)) != 0, next > 0 { ends |= 1 << UInt64(next) }
          active[next] |= automaton.follow[position]
          farthest = max(farthest, next)
        }
        offset += 1
      }
      return ends
    }
  }

  /// Most starts fail at their first token: no table is set up for them.
  private func couldBegin(_ automaton: PatternAutomaton, at token: Int, _ sentence: TokenStream.Sentence) -> Bool {
    var bits = automaton.first
    while bits != 0 {
      let position = bits.trailingZeroBitCount
      bits &= bits - 1
      if width(set.words.tests[Int(automaton.tests[position])], at: token, sentence) >= 0 { return true }
    }
    return false
  }

  /// Whether the context matches backwards from the token before `start`.
  private func runBack(_ automaton: PatternAutomaton, before start: Int, in sentence: TokenStream.Sentence) -> Bool {
    var active = automaton.first
    var token = start - 1
    var steps = 0
    while active != 0, steps < Self.reach {
      steps += 1
      var next: UInt128 = 0
      var bits = active
      while bits != 0 {
        let position = bits.trailingZeroBitCount
        bits &= bits - 1
        let test = set.words.tests[Int(automaton.tests[position])]
        let fits: Bool
        if case .sentenceStart = test {
          fits = token < sentence.start
        } else {
          fits = token >= sentence.start && endsAt(token, test, sentence)
        }
        if fits {
          if automaton.last & (1 << UInt128(position)) != 0 { return true }
          next |= automaton.follow[position]
        }
      }
      if token >= sentence.start, isSteppedOver(token) { next |= active }
      active = next
      token -= 1
      if token < sentence.start - 1 { return false }
    }
    return false
  }

  /// A test of the one token, or of a mention that ends with it.
  private func endsAt(_ token: Int, _ test: TokenTest, _ sentence: TokenStream.Sentence) -> Bool {
    switch test {
    case .mention, .nationality:
      var start = token
      while start >= sentence.start, token - start < 6 {
        if width(test, at: start, sentence) == token + 1 - start { return true }
        start -= 1
      }
      return false
    default: return width(test, at: token, sentence) == 1
    }
  }

  private func isSteppedOver(_ token: Int) -> Bool {
    section.tokens[token].flags.contains(.skipped) && section.tokens[token].kind != .possessive
  }

  /// How many tokens a test takes at a token; -1 when it fails.
  private func width(_ test: TokenTest, at index: Int, _ sentence: TokenStream.Sentence) -> Int {
    let token = section.tokens[index]
    switch test {
    case .words(let words, let capitalised):
      let word = wordAt[index]
      guard word > 0, set.words.contains(set: words, word: word, startsWithCapital: token.startsWithCapital) else {
        return -1
      }
      return capitalised && !token.startsWithCapital ? -1 : 1
    case .cap: return capitals.isName(index, in: sentence, casings[Int(sentenceAt[index])]) ? 1 : -1
    case .upper: return token.casing == .upper && !token.flags.contains(.hasDigit) ? 1 : -1
    case .initial: return isInitial(token) ? 1 : -1
    case .number: return token.kind == .number ? 1 : -1
    case .lower: return token.kind == .word && token.casing == .lower ? 1 : -1
    case .word: return token.isWord ? 1 : -1
    case .content: return token.isWord && !commonWords.isFunctionWord(token.hash) ? 1 : -1
    case .everyday: return token.isWord && commonWords.contains(token.hash) ? 1 : -1
    case .sign(let hash): return token.hash == hash && token.kind == .punctuation ? 1 : -1
    case .possessive: return token.kind == .possessive ? 1 : -1
    case .sentenceStart: return index == sentence.start ? 0 : -1
    case .mention(let type): return mentionWidth(at: index) { $0.type == type }
    case .nationality:
      return mentionWidth(at: index) { candidate in
        guard candidate.type == .country, case .surface(let surface) = candidate.source else { return false }
        let note = dictionary.note(of: dictionary.surfaces[Int(surface)])
        return note == "nationality" || note == "adjective"
      }
    }
  }

  /// "J", "J.", "J.R."
  private func isInitial(_ token: Token) -> Bool {
    token.casing == .initial || (token.flags.contains(.dotted) && token.casing == .upper)
  }

  private func mentionWidth(at index: Int, where fits: (Candidate) -> Bool) -> Int {
    var width = -1
    var next = Int(firstAt[index])
    while next >= 0, next < known.count, known[next].start == index {
      if known[next].stands, fits(known[next]) { width = max(width, known[next].length) }
      next += 1
    }
    return width
  }

  /// Line ends and runs of space become one space.
  private func nameText(_ text: String) -> String {
    text.utf8.contains(10) ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : text
  }
}
