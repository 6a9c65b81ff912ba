import NewsModel
import ScannedText
import TextScanning

/// Lets an unlisted name that is a part of one longer name of the document mean the same: "Ethics Commission" in a text
/// about the Fairlawn Ethics Commission, "Unity Party" of the Unity Party of Westmark, "Maria Westmark" of Maria Westmark
/// Garcia or of Maria Zorblax Westmark, and "J Westmark" of Jaap Westmark. A word such as "Exchange" or "Times" alone means the only
/// longer name that ends with it.
struct PartsOfLongerNames {
  let commonWords: CommonWords
  let rules: ReferenceRules
  private var companyForms: WordSet { rules.companyForms }
  private static let the = FoldedHash.of(word: "the")
  private static let ofOrFor = WordSet(["of", "for"].map { FoldedHash.of($0.utf8) })
  /// One word of a longer name is too little: short forms and last names have rules of their own.
  private static let leastWords = 2

  /// The meanings of the longer names by the words of their parts; nil if several names share the part.
  private var meanings: [Part: Meaning?] = [:]

  private struct Part: Hashable {
    var type: EntityType
    var words: UInt64
    /// The first letter of the given name if `words` is the last name alone.
    var initial: UInt8 = 0
  }

  init(commonWords: CommonWords, rules: ReferenceRules) {
    self.commonWords = commonWords
    self.rules = rules
  }

  mutating func read(
    _ candidates: [Candidate], in section: ScannedDocument.Section, casings: [SentenceCasing]
  ) {
    for candidate in candidates where candidate.isAccepted && candidate.isStrong {
      guard candidate.type == .organisation || candidate.type == .person, candidate.isFullName else { continue }
      let words = Self.words(of: candidate.range, in: section)
      if candidate.type == .person, words.count >= Self.leastWords, !section.tokens[words[0]].isInitial {
        let last = section.identity(of: words[words.count - 1]..<words[words.count - 1] + 1)
        offer(Part(type: .person, words: last, initial: Self.letter(of: words[0], in: section)), candidate.meaning)
      }
      if candidate.type == .organisation, words.count >= Self.leastWords,
        rules.endingsAlone.contains(section.tokens[words[words.count - 1]].hash)
      {
        let last = words[words.count - 1]
        offer(Part(type: .organisation, words: section.identity(of: last..<last + 1)), candidate.meaning)
      }
      guard words.count > Self.leastWords else { continue }
      if candidate.type == .person, words.count == Self.leastWords + 1, !section.tokens[words[1]].isInitial {
        let ends = [words[0], words[2]].map { section.tokens[$0].hash }
        offer(Part(type: .person, words: ends.reduce(0, ByteHash.step)), candidate.meaning)
      }
      let sentence = section.sentenceIndex(ofToken: candidate.start)
      // In a headline, and at the beginning of a sentence, the first word may not belong to the name.
      let isSure =
        casings[sentence] == .sentence
        && (candidate.start > section.sentences[sentence].start || !commonWords.contains(section.tokens[words[0]].hash))
      for start in words[1...(words.count - Self.leastWords)] where isSure {
        guard section.tokens[start].startsWithCapital else { break }
        offer(Part(type: candidate.type, words: section.identity(of: start..<candidate.end)), candidate.meaning)
      }
      for end in words[Self.leastWords...]
      where candidate.type == .person || Self.ofOrFor.contains(section.tokens[end].hash) {
        offer(Part(type: candidate.type, words: section.identity(of: candidate.start..<end)), candidate.meaning)
      }
    }
  }

  private mutating func offer(_ part: Part, _ meaning: Meaning) {
    switch meanings[part] {
    case nil: meanings[part] = .some(meaning)
    case .some(.some(let other)) where !other.isSame(as: meaning): meanings[part] = .some(nil)
    default: break
    }
  }

  func join(_ candidates: inout [Candidate], in section: ScannedDocument.Section) {
    for index in candidates.indices {
      let candidate = candidates[index]
      guard candidate.isAccepted, candidate.entity == nil, candidate.type == .organisation || candidate.type == .person
      else { continue }
      if isAlone(candidate, section) {
        let part = Part(type: .organisation, words: section.identity(of: candidate.end - 1..<candidate.end))
        if let meaning = meanings[part] ?? nil { candidates[index].refer(to: meaning, .partOfName) }
        continue
      }
      guard candidate.isStrong else { continue }
      let words = Self.words(of: candidate.range, in: section)
      // A company with its legal form is a name of its own.
      guard words.count >= Self.leastWords, !companyForms.contains(section.tokens[words[words.count - 1]].hash) else {
        continue
      }
      var part = Part(type: candidate.type, words: section.identity(of: candidate.range))
      if candidate.type == .person, words.count == 2, section.tokens[words[0]].isInitial {
        part.words = section.identity(of: words[1]..<words[1] + 1)
        part.initial = Self.letter(of: words[0], in: section)
      }
      guard let meaning = meanings[part] ?? nil, !meaning.isSame(as: candidate.meaning) else { continue }
      candidates[index].refer(to: meaning, .partOfName)
    }
  }

  /// Whether a name is one word besides its article, and such a word alone means a longer name.
  private func isAlone(_ candidate: Candidate, _ section: ScannedDocument.Section) -> Bool {
    guard candidate.type == .organisation, rules.endingsAlone.contains(section.tokens[candidate.end - 1].hash) else {
      return false
    }
    return candidate.length == 1 || candidate.length == 2 && section.tokens[candidate.start].hash == Self.the
  }

  private static func words(of range: Range<Int>, in section: ScannedDocument.Section) -> [Int] {
    range.filter { section.tokens[$0].isWord }
  }

  private static func letter(of token: Int, in section: ScannedDocument.Section) -> UInt8 {
    section.bytes[Int(section.tokens[token].start)] | 0x20
  }
}

extension Candidate {
  /// Whether the span is the whole name and not a reference to it.
  fileprivate var isFullName: Bool {
    switch origin {
    case .surface, .pattern: true
    case .reference, .unit: false
    }
  }
}

extension NameSteps {
  mutating func joinParts() {
    var parts = PartsOfLongerNames(commonWords: rules.commonWords, rules: rules.references)
    for section in Self.titleAndMainText {
      parts.read(candidates[section], in: scanned.sections[section], casings: casings[section])
    }
    for section in Self.titleAndMainText { parts.join(&candidates[section], in: scanned.sections[section]) }
  }
}
