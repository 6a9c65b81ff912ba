import NewsModel
import ScannedText
import TextScanning

/// Where a list's names say that a pattern cut the text wrongly: "Lynch and Zorblax Corp" begins inside Merrill Lynch, and
/// "Jaap Westmark's Democratic Party" is that party.
struct NameBounds {
  let section: ScannedDocument.Section
  let commonWords: CommonWords
  private static let the = FoldedHash.of(word: "the")

  /// Rejects organisations that patterns found so.
  ///
  /// - Parameter known: dictionary mentions that stand, in order of start.
  func check(_ found: inout [Candidate], known: [Candidate]) {
    for index in found.indices where found[index].isAccepted && found[index].type == .organisation {
      let listed =
        nameAround(found[index].start, known) ?? nameBeyond(found[index], known)
        ?? nameBehindFirstWord(found[index], known) ?? nameOfPossessor(found[index], known)
      if let name = listed {
        found[index].reject(.priority(section.span(name.range)), by: .checkBounds)
      } else if let own = behindPossessor(found[index], known) {
        section.cut(&found[index], to: own, known: known)
      }
    }
  }

  /// "NASA's Zorblax Laboratory": a listed acronym owns it, and both are names. "Moody's Zorblax Service" is one.
  private func behindPossessor(_ candidate: Candidate, _ known: [Candidate]) -> Range<Int>? {
    let start = candidate.start + 2
    guard start + 1 < candidate.end, section.tokens[start - 1].kind == .possessive,
      section.tokens[start - 2].casing == .upper,
      known[known.partitioningIndex { $0.start >= candidate.start }...].prefix(while: { $0.start == candidate.start })
        .contains(where: { $0.type == .organisation && $0.end == candidate.start + 1 })
    else { return nil }
    return start..<candidate.end
  }

  /// A listed organisation that begins before a token and goes on behind it. An article alone makes none: "the Australian
  /// League" is not The Australian's.
  private func nameAround(_ token: Int, _ known: [Candidate]) -> Candidate? {
    let next = known.partitioningIndex { $0.start >= token }
    return known[..<next].reversed().prefix { token - $0.start < PhraseAutomaton.longestPhrase }
      .first {
        $0.type == .organisation && $0.end > token
          && !($0.start + 1 == token && section.tokens[$0.start].hash == Self.the)
      }
  }

  /// A listed organisation of several words that begins inside a name and goes on behind it: "Committee of the National
  /// People" ends in the middle of the National People's Congress.
  private func nameBeyond(_ candidate: Candidate, _ known: [Candidate]) -> Candidate? {
    known[known.partitioningIndex { $0.start > candidate.start }...].prefix { $0.start < candidate.end }
      .first { $0.type == .organisation && $0.length > 1 && $0.end > candidate.end }
  }

  /// A listed organisation of several words that all of a name is but an everyday word that a sentence begins with:
  /// "Suspected Westmark People's Army".
  private func nameBehindFirstWord(_ candidate: Candidate, _ known: [Candidate]) -> Candidate? {
    let first = section.sentences[section.sentenceIndex(ofToken: candidate.start)].start
    guard candidate.start == first, commonWords.contains(section.tokens[first].hash) else { return nil }
    return known[known.partitioningIndex { $0.start > first }...].prefix { $0.start == first + 1 }
      .first { $0.type == .organisation && $0.length > 1 && $0.end == candidate.end }
  }

  /// A listed organisation of several words behind a possessive, up to the candidate's end, whose possessor is no country:
  /// the "National People's Congress" is not the Congress.
  private func nameOfPossessor(_ candidate: Candidate, _ known: [Candidate]) -> Candidate? {
    let names = known[known.partitioningIndex { $0.start >= candidate.start }...].prefix { $0.start < candidate.end }
    if names.contains(where: { $0.type == .country && $0.start == candidate.start }) { return nil }
    return names.first {
      $0.type == .organisation && $0.length > 1 && $0.end == candidate.end && $0.start > candidate.start
        && section.tokens[$0.start - 1].kind == .possessive
    }
  }
}

extension NameSteps {
  mutating func checkBounds() {
    let commonWords = rules.commonWords
    correctPatternNames { section, found, known in
      NameBounds(section: section, commonWords: commonWords).check(&found, known: known)
    }
  }
}
