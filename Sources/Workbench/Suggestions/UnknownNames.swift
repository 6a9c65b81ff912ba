import Names
import NewsModel
import ScannedText
import TextScanning

/// Finds the names in a section that are in no dictionary.
struct UnknownNames {
  let section: ScannedDocument.Section
  /// The mentions in this section.
  let mentions: [Mention]
  let cues: SuggestionCues
  let commonWords: CommonWords
  /// The patterns' set of abbreviations that are not names of organisations: titles, units, time zones, diseases and so
  /// on.
  let abbreviations: Set<UInt64>
  /// The number of bytes shown on each side.
  private static let contextWidth = 60
  /// The most words of a name. A longer sequence is a headline, a list or a poem.
  private static let longestRun = 6
  /// Small words that may occur inside a name.
  private static let links = WordSet(
    "of de del della di da do dos du la le van von der den bin ibn al el".split(separator: " ").map {
      FoldedHash.of($0.utf8)
    })

  func sightings(kindOfPattern: (String) -> String) -> [NameSightings.Sighting] {
    var found: [NameSightings.Sighting] = []
    for mention in mentions where mention.rejection == nil && mention.entity.contains("~") {
      guard let range = tokens(of: mention), !isPlainWord(mention.name) else { continue }
      let pattern: String? = if case .pattern(let id) = mention.rule.source { id } else { nil }
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

  /// Whether a name is an ordinary word, as in "the Commission". A dictionary line for it would also match the word
  /// where it has a capital only because it begins a sentence.
  private func isPlainWord(_ name: String) -> Bool {
    let words = foldedWords(name)
    return words.count == 1 && words.allSatisfy(commonWords.contains)
  }

  /// Sequences of capitalised words in sentences where a capital is meaningful. They overlap no accepted mention and
  /// are no dictionary surface that was rejected.
  private func runs() -> [Range<Int>] {
    let tokens = section.tokens
    var taken = [Bool](repeating: false, count: tokens.count)
    var rejected: Set<Range<Int>> = []
    for mention in mentions {
      guard let range = self.tokens(of: mention) else { continue }
      if mention.rejection == nil {
        for index in range { taken[index] = true }
      } else if case .dictionary = mention.rule.source {
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

  /// Returns the end of the next word of a name, after a hyphen or up to two small words ("Banco de la Plata"); nil if
  /// the name ends.
  private func nextPart(after end: Int, before limit: Int, _ taken: [Bool]) -> Int? {
    var index = end
    while index < limit, index < end + 2,
      section.tokens[index].flags.contains(.skipped) || Self.links.contains(section.tokens[index].hash)
    {
      index += 1
    }
    return index < limit && isNamePart(index) && !taken[index] ? index + 1 : nil
  }

  /// Removes titles, and words that have a capital only because they begin a sentence. Returns nil if no name is left.
  private func trimmed(_ range: Range<Int>, sentenceStart: Int) -> Range<Int>? {
    var range = range
    let tokens = section.tokens
    if range.lowerBound == sentenceStart {
      // A single word at the beginning of a sentence may be any word.
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
    // Leaves out ordinary words with capitals ("Mother", "Foreign Policy"), and a title or company suffix on its own.
    if range.count == 1, cues.isTitle(tokens[range.lowerBound]) || !cues.cues(.last, tokens[range.lowerBound]).isEmpty {
      return nil
    }
    if range.count == 1, isNoNameAlone(tokens[range.lowerBound]) { return nil }
    if words.allSatisfy({ commonWords.contains($0.hash) || $0.casing == .initial }) { return nil }
    return section.byteRange(ofTokens: range).count <= 2 ? nil : range
  }

  private func isNoNameAlone(_ token: Token) -> Bool {
    cues.isNoNameAlone(token)
      // "SAM" is an abbreviation, but "Sam" is not.
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

  /// The part of its sentence around a name.
  private func context(_ range: Range<Int>) -> String {
    let place = section.byteRange(ofTokens: range)
    let space = UInt8(ascii: " ")
    let words = section.sentences[section.sentenceIndex(ofToken: range.lowerBound)]
    let sentence = section.byteRange(ofTokens: words.start..<max(words.end, range.upperBound))
    var start = max(sentence.lowerBound, place.lowerBound - Self.contextWidth)
    var end = min(sentence.upperBound, place.upperBound + Self.contextWidth)
    // Do not cut words.
    while start > sentence.lowerBound, start < place.lowerBound, section.bytes[start - 1] != space { start += 1 }
    while end < sentence.upperBound, end > place.upperBound, section.bytes[end] != space { end -= 1 }
    return section.text(start..<end).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
