import TextScanning

/// Tells a capital that marks a name from that of a sentence's first word or of a headline.
struct NameCapitals {
  let section: ScannedDocument.Section
  let casings: [SentenceCasing]
  let commonWords: CommonWords
  private static let colon = Sign.hash(of: UInt8(ascii: ":"))
  private static let beforeDays = WordSet(
    ["on", "in", "last", "next", "since", "until", "late", "early", "this"].map { FoldedHash.of($0.utf8) })

  /// Not so for a sentence's first word when it is an everyday one and no capital follows, for function words, and in
  /// a headline for every everyday word.
  func isName(_ index: Int, in sentence: TokenStream.Sentence, _ casing: SentenceCasing) -> Bool {
    let token = section.tokens[index]
    guard token.startsWithCapital, token.kind == .word else { return false }
    if isPronoun(token) || isLabel(index, in: sentence) { return false }
    if isDate(index, in: sentence) { return false }
    if casing != .sentence {
      return !commonWords.contains(token.hash) && !commonWords.isHeadlineGrammar(token.hash)
    }
    var before = index - 1
    while before >= sentence.start, section.tokens[before].kind == .punctuation { before -= 1 }
    if before >= sentence.start { return !commonWords.isFunctionWord(token.hash) }
    guard commonWords.contains(token.hash) else { return true }
    if commonWords.isFunctionWord(token.hash) { return false }
    let next = index + 1
    return next < sentence.end && section.tokens[next].startsWithCapital
  }

  /// "The Ministry of Energy on Monday said", "the April 28 meeting": a day is no part of a name.
  private func isDate(_ index: Int, in sentence: TokenStream.Sentence) -> Bool {
    guard Calendar.names.contains(section.tokens[index].hash) else { return false }
    return index > sentence.start && Self.beforeDays.contains(section.tokens[index - 1].hash)
      || index + 1 < sentence.end && section.tokens[index + 1].kind == .number
  }

  /// "Facility: WESTMARK MINES Region: 4": a form's label between capitals.
  private func isLabel(_ index: Int, in sentence: TokenStream.Sentence) -> Bool {
    index > sentence.start && index + 1 < sentence.end && section.tokens[index].casing == .capitalised
      && section.tokens[index + 1].hash == Self.colon && section.tokens[index - 1].casing == .upper
  }

  /// "I'm", "I’ll".
  private func isPronoun(_ token: Token) -> Bool {
    let start = Int(token.start)
    guard token.end - token.start <= 6, token.end - token.start > 2, section.bytes[start] == UInt8(ascii: "I") else {
      return false
    }
    return section.bytes[start + 1] == UInt8(ascii: "'")
      // The first byte of "’" in UTF-8.
      || section.bytes[start + 1] == 0xE2
  }
}
