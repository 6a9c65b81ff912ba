import NewsModel
import ScannedText
import TextScanning

/// Rejects the people that patterns found if one of their words is not part of a person's name: "Mario Pump", "Inspector
/// QRST", "Mark II".
struct WordsOfPeople {
  let commonWords: CommonWords
  let rules: ReferenceRules
  /// The last words of people who speak somewhere in the document, by hash. An everyday word among them is a last name.
  private var lastNamesOfSpeakers: Set<UInt64> = []
  /// The longest acronym. Longer words in capitals are last names: "Jaap WESTMARK".
  private static let longestAcronym = 5
  /// The most words of a name that shows a last name. Longer ones may be other phrases.
  private static let mostShownWords = 2

  init(commonWords: CommonWords, rules: ReferenceRules) {
    self.commonWords = commonWords
    self.rules = rules
  }

  /// Remembers the last words of the people who speak in a section, or who have a title.
  mutating func readSpeakers(_ found: [Candidate], in section: ScannedDocument.Section) {
    for person in found where person.type == .person && person.length <= Self.mostShownWords {
      let speaks =
        person.end < section.tokens.count && rules.personVerbs.contains(section.tokens[person.end].hash)
      let hasTitle = person.start > 0 && rules.titles.contains(section.tokens[person.start - 1].hash)
      if speaks || hasTitle { lastNamesOfSpeakers.insert(section.tokens[person.end - 1].hash) }
    }
  }

  /// - Parameter known: The accepted mentions of the dictionary, in order of start.
  func check(_ found: inout [Candidate], known: [Candidate], in section: ScannedDocument.Section) {
    for index in found.indices where found[index].isAccepted && found[index].type == .person {
      if let end = endOfPerson(found[index].range, in: section) {
        section.cut(&found[index], to: found[index].start..<end, known: known)
      }
      var words = found[index].range.filter { section.tokens[$0].isWord }
      // "Jaap Westmark QRS": letters after a name are an honour or an office.
      if words.count > 2, isAcronym(section.tokens[words[words.count - 1]]) {
        words.removeLast()
        section.cut(&found[index], to: words[0]..<words[words.count - 1] + 1, known: known)
      }
      if words.contains(where: { isNoPartOfPerson(section.tokens[$0], isFirst: $0 == words[0]) })
        || isNumbered(words, in: section)
      {
        found[index].reject(.wrongCase(.commonWord), by: .checkPeople)
      }
    }
  }

  /// The end of a person's name before a dash ("Jaap Westmark - a miller"), a participle ("Jaap Westmark-backed") or a day
  /// ("Jaap Westmark Friday"); nil if the name has none of them.
  private func endOfPerson(_ range: Range<Int>, in section: ScannedDocument.Section) -> Int? {
    let tokens = section.tokens
    for token in range.dropFirst() {
      if commonWords.classes(of: tokens[token].hash).contains(.day), tokens[token].isWord, token > range.lowerBound + 1
      {
        return token
      }
      guard tokens[token].kind == .punctuation, token + 1 < range.upperBound else { continue }
      if tokens[token].hasSpaceBefore || rules.hyphenEndings.contains(tokens[token + 1].hash) { return token }
    }
    return nil
  }

  /// Whether a word with a capital is an everyday word or an acronym, and nothing shows that it is a name.
  private func isNoPartOfPerson(_ word: Token, isFirst: Bool) -> Bool {
    guard word.startsWithCapital, !word.isInitial, !rules.surnames.contains(word.hash),
      !rules.givenNames.contains(word.hash), !rules.suffixes.contains(word.hash)
    else { return false }
    // Two letters at the beginning are initials: "JP Westmark".
    if isAcronym(word) { return !isFirst || word.end - word.start > 2 }
    return commonWords.isPlainWord(word.hash) && !rules.everydaySurnames.contains(word.hash)
      && !lastNamesOfSpeakers.contains(word.hash)
  }

  private func isAcronym(_ word: Token) -> Bool {
    word.casing == .upper && (2...Self.longestAcronym).contains(Int(word.end - word.start))
      && !rules.suffixes.contains(word.hash) && !rules.romanNumerals.contains(word.hash)
      && !rules.surnames.contains(word.hash) && !rules.givenNames.contains(word.hash)
  }

  /// Whether the words are a given name and a number, and no title comes before: "Mark II", but "Queen Maria II".
  private func isNumbered(_ words: [Int], in section: ScannedDocument.Section) -> Bool {
    guard words.count == 2, rules.suffixes.contains(section.tokens[words[1]].hash) else { return false }
    return words[0] == 0 || !rules.titles.contains(section.tokens[words[0] - 1].hash)
  }
}

extension NameSteps {
  mutating func checkPeople() {
    var words = WordsOfPeople(commonWords: rules.commonWords, rules: rules.references)
    for section in scanned.sections { words.readSpeakers(patternNames[section.number], in: section) }
    correctPatternNames { section, found, known in words.check(&found, known: known, in: section) }
  }
}
