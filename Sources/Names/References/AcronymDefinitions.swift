import NewsModel
import ScannedText
import TextScanning

/// Finds acronyms that a text defines: "International Atomic Energy Agency (IAEA)", "IAEA (International Atomic
/// Energy Agency)" and "safe shutdown earthquake [SSE]".
struct AcronymDefinitions {
  let section: ScannedDocument.Section

  /// An acronym and its full name.
  struct Definition {
    /// The token of the acronym.
    var short: Int
    /// The tokens of the full name.
    var long: Range<Int>
    /// The index of the candidate with the full name; nil if there is none.
    var candidate: Int?
    /// Whether the words are a phrase in lower case and not a name.
    var isPhrase = false
  }

  private static let opening = WordSet([UInt8(ascii: "("), UInt8(ascii: "[")].map(Sign.hash))
  private static let closing = WordSet([UInt8(ascii: ")"), UInt8(ascii: "]")].map(Sign.hash))

  func find(_ candidates: [Candidate]) -> [Definition] {
    var definitions: [Definition] = []
    let tokens = section.tokens
    guard tokens.contains(where: { Self.opening.contains($0.hash) }) else { return [] }
    let candidates = Names(candidates)
    for index in tokens.indices where Self.opening.contains(tokens[index].hash) && tokens[index].kind == .punctuation {
      if index + 2 < tokens.count, isAcronym(tokens[index + 1]), closesAcronym(tokens[index + 2]), index > 0 {
        if let definition = define(short: index + 1, before: index, candidates) { definitions.append(definition) }
      } else if index > 0, isAcronym(tokens[index - 1]) {
        if let definition = define(short: index - 1, after: index + 1, candidates) { definitions.append(definition) }
      }
    }
    return definitions
  }

  /// The most tokens of a phrase in brackets after its acronym.
  private static let longestPhrase = 12

  /// The accepted candidates, by the tokens at which they begin and end.
  private struct Names {
    private(set) var all: [Candidate]
    private var byStart: [Int: [Int]] = [:]
    private var byEnd: [Int: [Int]] = [:]

    init(_ candidates: [Candidate]) {
      all = candidates
      for index in candidates.indices where candidates[index].isAccepted {
        byStart[candidates[index].start, default: []].append(index)
        byEnd[candidates[index].end, default: []].append(index)
      }
    }

    func from(_ token: Int) -> [Int] { byStart[token] ?? [] }
    func upTo(_ token: Int) -> [Int] { byEnd[token] ?? [] }

    /// Whether a candidate has several words and a type of which names have acronyms.
    func isLong(_ index: Int) -> Bool {
      all[index].length > 1 && (all[index].type == .organisation || all[index].type == .facility)
    }
  }

  /// Whether a token may follow an acronym in brackets: ")", or a comma or semicolon as in "(IAEA, Vienna)".
  private func closesAcronym(_ token: Token) -> Bool {
    Self.closing.contains(token.hash) || token.hash == Sign.hash(of: UInt8(ascii: ","))
      || token.hash == Sign.hash(of: UInt8(ascii: ";"))
  }

  private func isAcronym(_ token: Token) -> Bool {
    token.kind == .word && (token.casing == .upper || token.casing == .mixed)
      && (2...10).contains(token.end - token.start)
      && token.startsWithCapital
  }

  private func define(short: Int, before bracket: Int, _ candidates: Names) -> Definition? {
    let known = candidates.upTo(bracket).filter(candidates.isLong)
      .max { candidates.all[$0].length < candidates.all[$1].length }
    if let known {
      let range = candidates.all[known].range
      if match(short, range) != nil { return Definition(short: short, long: range, candidate: known) }
    }
    // Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003):
    // the full name has at most min(|A| + 5, 2 |A|) words.
    let letters = Int(section.tokens[short].end - section.tokens[short].start)
    let limit = min(letters + 5, letters * 2)
    let sentence = section.sentences[section.sentenceIndex(ofToken: bracket)]
    var start = bracket
    var words = 0
    while start > sentence.start, words < limit {
      let token = section.tokens[start - 1]
      if token.kind == .punctuation, !token.flags.contains(.skipped), token.hash != Sign.hash(of: UInt8(ascii: ",")) {
        break
      }
      start -= 1
      if token.isWord { words += 1 }
    }
    guard let first = match(short, start..<bracket) else { return nil }
    if let phrase = phrase(short, start..<bracket) { return phrase }
    guard section.tokens[first].startsWithCapital else { return nil }
    // The words before the brackets are a name only if most of them have capitals. A phrase such as "body mass index"
    // is not a name.
    let inside = section.tokens[first..<bracket].filter { $0.kind == .word && $0.end - $0.start > 3 }
    guard inside.count(where: \.startsWithCapital) * 2 > inside.count else { return nil }
    // The name ends before a possessive: "The United Kingdom's (UK)".
    var end = bracket
    while section.tokens[end - 1].kind == .possessive { end -= 1 }
    let named = candidates.from(first).first { candidates.all[$0].end == end }
    if let named, candidates.all[named].type != .organisation, candidates.all[named].type != .facility { return nil }
    return Definition(short: short, long: first..<end, candidate: named)
  }

  private func define(short: Int, after start: Int, _ candidates: Names) -> Definition? {
    let known = candidates.from(start).first {
      candidates.isLong($0) && candidates.all[$0].end < section.tokens.count
        && Self.closing.contains(section.tokens[candidates.all[$0].end].hash)
    }
    guard let known else {
      let end = section.tokens[start...].prefix(Self.longestPhrase).firstIndex { Self.closing.contains($0.hash) }
      return end.flatMap { phrase(short, start..<$0) }
    }
    let range = candidates.all[known].range
    return match(short, range) == nil ? nil : Definition(short: short, long: range, candidate: known)
  }

  /// The definition of an acronym as words in lower case whose initials it has: "safe shutdown earthquake (SSE)".
  private func phrase(_ short: Int, _ range: Range<Int>) -> Definition? {
    let letters = letters(of: short)
    guard letters.count > 2, let first = matchInitials(letters, range) else { return nil }
    let words = section.tokens[first..<range.upperBound].filter(\.isWord)
    guard words.count == letters.count, words.allSatisfy({ $0.casing == .lower }) else { return nil }
    return Definition(short: short, long: first..<range.upperBound, candidate: nil, isPhrase: true)
  }

  /// Returns the first token of the full name for an acronym, or nil if the words do not contain its letters.
  private func match(_ short: Int, _ range: Range<Int>) -> Int? {
    let letters = letters(of: short).filter { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    guard letters.count >= 2 else { return nil }
    return matchInitials(letters, range) ?? matchInside(letters, range)
  }

  /// Matches each letter with the beginning of a word, from right to left. Words in lower case ("of", "and") may be
  /// skipped.
  private func matchInitials(_ letters: [UInt8], _ range: Range<Int>) -> Int? {
    var letter = letters.count - 1
    for token in range.reversed() where section.tokens[token].isWord {
      guard self.letters(of: token).first == letters[letter] else {
        if section.tokens[token].casing == .lower { continue }
        return nil
      }
      if letter == 0 { return token }
      letter -= 1
    }
    return nil
  }

  /// Matches the letters from right to left anywhere in the words. The first letter, and at least half of all letters,
  /// must begin a word.
  private func matchInside(_ letters: [UInt8], _ range: Range<Int>) -> Int? {
    var letter = letters.count - 1
    var initials = 0
    for token in range.reversed() where section.tokens[token].isWord {
      let word = self.letters(of: token)
      for position in word.indices.reversed() where word[position] == letters[letter] && (letter > 0 || position == 0) {
        if position == 0 { initials += 1 }
        letter -= 1
        if letter < 0 { return initials * 2 >= letters.count ? token : nil }
      }
    }
    return nil
  }

  private func letters(of token: Int) -> [UInt8] { Array(section.tokens[token].folded(in: section.bytes).utf8) }
}
