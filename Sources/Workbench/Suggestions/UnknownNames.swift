import Names
import NewsModel
import ScannedText
import TextScanning

/// Finds the names in a section that no dictionary holds.
struct UnknownNames {
  let section: ScannedDocument.Section
  /// Of this section.
  let mentions: [Mention]
  let cues: SuggestionCues
  let commonWords: CommonWords
  /// Of titles, units, time zones, diseases ...: the patterns' set of what no organisation is called.
  let abbreviations: Set<UInt64>
  /// Bytes shown on either side.
  private static let contextWidth = 60
  /// A run of more words is a headline, a list or a poem.
  private static let longestRun = 6
  /// May stand inside a name.
  private static let links = WordSet(
    "of de del della di da do dos du la le van von der den bin ibn al el".split(separator: " ").map {
      FoldedHash.of($0.utf8)
    })

  func sightings(kindOfPattern: (String) -> String) -> [NameSightings.Sighting] {
    var found: [NameSightings.Sighting] = []
    for mention in mentions where mention.rejection == nil && mention.entity.contains("~") {
      guard let range = tokens(of: mention), !isPlainWord(mention.name) else { continue }
      let words = mention.rule.split(separator: " ")
      let pattern = words.first == "pattern" && words.count > 1 ? String(words[1]) : nil
      found.append(
        .init(
          slug: mention.entity.split(separator: "~").last.map(String.init) ?? "", name: mention.name, pattern: pattern,
          kind: pattern.map(kindOfPattern) ?? "", type: EntityType(idPrefix: mention.entity), country: mention.country,
          cues: evidence(range), context: context(range)))
    }
    for range in runs() {
      found.append(
        .init(
          slug: slug(section.tokens[range], in: section.bytes), name: name(range), pattern: nil, kind: "", type: nil,
          country: nil, cues: evidence(range), context: context(range)))
    }
    return found
  }

  /// "the Commission": a line for it would find the word wherever a capital is nothing but a beginning.
  private func isPlainWord(_ name: String) -> Bool {
    let words = foldedWords(name)
    return words.count == 1 && words.allSatisfy(commonWords.contains)
  }

  /// Capitalised words side by side, in sentences where a capital tells something, that overlap no mention that stands
  /// and are no dictionary surface that was rejected.
  private func runs() -> [Range<Int>] {
    let tokens = section.tokens
    var taken = [Bool](repeating: false, count: tokens.count)
    var rejected: Set<Range<Int>> = []
    for mention in mentions {
      guard let range = self.tokens(of: mention) else { continue }
      if mention.rejection == nil {
        for index in range { taken[index] = true }
      } else if mention.rule.hasPrefix("dictionary") {
        rejected.insert(range)
      }
    }
    var runs: [Range<Int>] = []
    for sentence in section.sentences {
      guard SentenceCasing(tokens[sentence.start..<sentence.end]) == .sentence else { continue }
      var index = sentence.start
      while index < sentence.end {
        guard isNamePart(index), !taken[index] else {
          index += 1
          continue
        }
        var end = index + 1
        while let next = nextPart(after: end, before: sentence.end, taken) { end = next }
        if let range = trimmed(index..<end, sentenceStart: sentence.start), !rejected.contains(range) {
          runs.append(range)
        }
        index = end
      }
    }
    return runs
  }

  private func isNamePart(_ index: Int) -> Bool {
    let token = section.tokens[index]
    return token.kind == .word && token.startsWithCapital && !token.flags.contains(.suspicious)
      && !commonWords.isFunctionWord(token.hash) && !cues.isNever(token)
  }

  /// Past the next word of a name, over a hyphen or up to two small words ("Banco de la Plata").
  private func nextPart(after end: Int, before limit: Int, _ taken: [Bool]) -> Int? {
    var index = end
    while index < limit, index < end + 2,
      section.tokens[index].flags.contains(.skipped) || Self.links.contains(section.tokens[index].hash)
    {
      index += 1
    }
    return index < limit && isNamePart(index) && !taken[index] ? index + 1 : nil
  }

  /// Without titles, and without what only a sentence's beginning gives a capital; nil when no name is left.
  private func trimmed(_ range: Range<Int>, sentenceStart: Int) -> Range<Int>? {
    var range = range
    let tokens = section.tokens
    if range.lowerBound == sentenceStart {
      // One word at the beginning may be any word.
      guard range.count > 1 else { return nil }
      if commonWords.contains(tokens[sentenceStart].hash), !cues.isTitle(tokens[sentenceStart]) {
        range = (range.lowerBound + 1)..<range.upperBound
      }
    }
    while range.count > 1, cues.isTitle(tokens[range.lowerBound]) || !tokens[range.lowerBound].isWord {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    guard range.count <= Self.longestRun, isNamePart(range.lowerBound) else { return nil }
    let words = tokens[range].filter(\.isWord)
    // "Mother", "Foreign Policy": words of the language with a capital.
    // A title or a company's form that stands alone.
    if range.count == 1, cues.isTitle(tokens[range.lowerBound]) || !cues.cues(.last, tokens[range.lowerBound]).isEmpty {
      return nil
    }
    if range.count == 1, isNoNameAlone(tokens[range.lowerBound]) { return nil }
    if words.allSatisfy({ commonWords.contains($0.hash) || $0.casing == .initial }) { return nil }
    return section.byteRange(ofTokens: range).count <= 2 ? nil : range
  }

  private func isNoNameAlone(_ token: Token) -> Bool {
    cues.isNoNameAlone(token)
      // "SAM" is one, "Sam" is none.
      || (token.casing == .upper || token.casing == .mixed) && abbreviations.contains(token.hash)
  }

  private func evidence(_ range: Range<Int>) -> [SuggestionCues.Cue] {
    let tokens = section.tokens
    var found: [SuggestionCues.Cue] = []
    if range.count > 1 {
      found += cues.cues(.first, tokens[range.lowerBound])
      if let last = tokens[range].last(where: \.isWord) { found += cues.cues(.last, last) }
    }
    let sentence = section.sentences[section.sentenceIndex(ofToken: range.lowerBound)]
    if let before = tokens[sentence.start..<range.lowerBound].last(where: { !$0.flags.contains(.skipped) }) {
      found += cues.cues(.before, before)
    }
    if let after = tokens[range.upperBound..<max(range.upperBound, sentence.end)].first(where: {
      !$0.flags.contains(.skipped)
    }) {
      found += cues.cues(.after, after)
    }
    return found
  }

  private func tokens(of mention: Mention) -> Range<Int>? {
    let start = section.tokens.partitioningIndex { $0.start >= mention.start }
    let end = section.tokens.partitioningIndex { $0.start >= mention.end }
    return start < end ? start..<end : nil
  }

  private func name(_ range: Range<Int>) -> String {
    section.text(section.byteRange(ofTokens: range)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The piece of its sentence around it.
  private func context(_ range: Range<Int>) -> String {
    let place = section.byteRange(ofTokens: range)
    let space = UInt8(ascii: " ")
    let words = section.sentences[section.sentenceIndex(ofToken: range.lowerBound)]
    let sentence = section.byteRange(ofTokens: words.start..<max(words.end, range.upperBound))
    var start = max(sentence.lowerBound, place.lowerBound - Self.contextWidth)
    var end = min(sentence.upperBound, place.upperBound + Self.contextWidth)
    // Whole words.
    while start > sentence.lowerBound, start < place.lowerBound, section.bytes[start - 1] != space { start += 1 }
    while end < sentence.upperBound, end > place.upperBound, section.bytes[end] != space { end -= 1 }
    return section.text(start..<end).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
