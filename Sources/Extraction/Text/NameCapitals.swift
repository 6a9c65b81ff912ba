import TextScanning

/// Tells a capital that marks a name from that of a sentence's first word or of a headline.
struct NameCapitals {
  let section: ScannedDocument.Section
  let casings: [SentenceCasing]
  let commonWords: CommonWords

  /// Not so for a sentence's first word when it is an everyday one and no capital follows, for function words, and in
  /// a headline for every everyday word.
  func isName(_ index: Int, in sentence: TokenStream.Sentence, _ casing: SentenceCasing) -> Bool {
    let token = section.tokens[index]
    guard token.startsWithCapital, token.kind == .word else { return false }
    if casing != .sentence { return !commonWords.contains(token.hash) }
    var before = index - 1
    while before >= sentence.start, section.tokens[before].kind == .punctuation { before -= 1 }
    if before >= sentence.start { return !commonWords.isFunctionWord(token.hash) }
    guard commonWords.contains(token.hash) else { return true }
    if commonWords.isFunctionWord(token.hash) { return false }
    let next = index + 1
    return next < sentence.end && section.tokens[next].startsWithCapital
  }
}
