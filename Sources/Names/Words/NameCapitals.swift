import ScannedText
import TextScanning

/// Distinguishes capitals that mark names from those of the first word of a sentence and of headlines.
struct NameCapitals {
  private let tokens: [Token]
  private let bytes: [UInt8]
  private static let colon = Sign.hash(of: UInt8(ascii: ":"))
  private static let beforeDays = WordSet(
    ["on", "in", "last", "next", "since", "until", "late", "early", "this"].map { FoldedHash.of($0.utf8) })

  init(section: ScannedDocument.Section) {
    tokens = section.tokens
    bytes = section.bytes
  }

  /// Whether the capital of a token marks a name. It does not for function words, for an everyday word at the beginning
  /// of a sentence unless another capital follows, and for any everyday word in a headline.
  ///
  /// - Parameter word: The classes of the token's word.
  func isName(
    _ index: Int, _ word: CommonWords.Classes, in sentence: TokenStream.Sentence, _ casing: SentenceCasing
  ) -> Bool {
    let token = tokens[index]
    // "GLENN MEYER R1": what has a digit is a code.
    guard token.startsWithCapital, token.kind == .word, !token.hasDigit else { return false }
    if isPronoun(token) || isLabel(index, in: sentence) { return false }
    if word.contains(.day), isDate(index, in: sentence) { return false }
    if casing != .sentence { return word.isDisjoint(with: [.everyday, .headlineGrammar]) }
    var before = index - 1
    while before >= sentence.start, tokens[before].kind == .punctuation { before -= 1 }
    if before >= sentence.start { return !word.contains(.function) }
    guard word.contains(.everyday) else { return true }
    if word.contains(.function) { return false }
    let next = index + 1
    return next < sentence.end && tokens[next].startsWithCapital
  }

  /// Whether a day or month is part of a date and not of a name: "The Ministry of Energy on Monday said", "the April 28
  /// meeting".
  private func isDate(_ index: Int, in sentence: TokenStream.Sentence) -> Bool {
    index > sentence.start && Self.beforeDays.contains(tokens[index - 1].hash)
      || index + 1 < sentence.end && tokens[index + 1].kind == .number
  }

  /// Whether a token is a label of a form between words in capitals: "Region" in "Facility: WESTMARK MINES Region: 4".
  private func isLabel(_ index: Int, in sentence: TokenStream.Sentence) -> Bool {
    index > sentence.start && index + 1 < sentence.end && tokens[index].casing == .capitalised
      && tokens[index + 1].hash == Self.colon && tokens[index - 1].casing == .upper
  }

  /// Whether a token is a contraction of "I": "I'm", "I’ll".
  private func isPronoun(_ token: Token) -> Bool {
    let start = Int(token.start)
    guard token.end - token.start <= 6, token.end - token.start > 2, bytes[start] == UInt8(ascii: "I") else {
      return false
    }
    return bytes[start + 1] == UInt8(ascii: "'")
      // The first byte of "’" in UTF-8.
      || bytes[start + 1] == 0xE2
  }
}
