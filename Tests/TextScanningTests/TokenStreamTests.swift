import TestSupport
import Testing
import TextScanning

/// Tokens of a text with "|" between them, skipped tokens in brackets, and the end of a paragraph as "¶".
private func tokens(_ text: String) -> String {
  let bytes = Array(text.utf8)
  return TokenStream(text).tokens.map { token in
    if token.kind == .lineBreak { return "¶" }
    let text = String(decoding: bytes[token.range], as: UTF8.self)
    return token.flags.contains(.skipped) ? "(\(text))" : text
  }.joined(separator: "|")
}

private func sentences(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  let stream = TokenStream(text)
  return stream.sentences.map {
    String(
      decoding: bytes[stream.tokens[$0.start].range.lowerBound..<stream.tokens[$0.end - 1].range.upperBound],
      as: UTF8.self)
  }
}

@Suite struct TokenStreamTests {
  @Test(arguments: [
    ("Iraq's forces", "Iraq|('s)|forces"),
    ("Iraq’ s forces", "Iraq|(’ s)|forces"),
    ("O'Brien didn't go", "O'Brien|didn't|go"),
    ("the U.S.-led force", "the|U.S.|(-)|led|force"),
    ("al- Qaeda and Asia‑Pacific", "al|(-)|Qaeda|and|Asia|(‑)|Pacific"),
    ("Angra-3 and units 3–4", "Angra|(-)|3|and|units|3|(–)|4"),
    ("$1,234.5 in F16s", "$|1,234.5|in|F16s"),
    ("CBS, Inc., said", "CBS|(,)|Inc|(.)|,|said"),
    ("Westing-\nhouse", "Westing-\nhouse"),
    ("日本 NATO", "日|本|NATO"),
    ("３日に12３人", "３|日|に|12３|人"),
    ("one – two", "one|–|two"),
    ("", ""),
  ])
  func splitsText(_ text: String, _ expected: String) {
    #expect(tokens(text) == expected)
  }

  @Test(arguments: [
    ("He met Mr. Smith in St. Louis. They left.", ["He met Mr. Smith in St. Louis.", "They left."]),
    ("The U.S. said no. It went on.", ["The U.S. said no.", "It went on."]),
    ("He left the U.S. The talks failed.", ["He left the U.S.", "The talks failed."]),
    ("It fell on Jan. 3. J. P. Morgan rose.", ["It fell on Jan. 3.", "J. P. Morgan rose."]),
    ("Unit No. 4 of Acme Corp. was shut.", ["Unit No. 4 of Acme Corp. was shut."]),
    ("\"Is it?\" he asked. Yes!", ["\"Is it?\" he asked.", "Yes!"]),
    ("One line\nAnother line", ["One line", "Another line"]),
    ("東京。大阪", ["東京。", "大阪"]),
  ])
  func dividesSentences(_ text: String, _ expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test func aWrappedLineEndIsSpaceAndAShortLineEndsTheParagraph() {
    let text = """
      The agency said on Monday that the plant of the Westinghouse
      Electric Company would be inspected in the spring of next
      year.
      Other news
      Second paragraph.
      """
    #expect(sentences(text).count == 3)
    #expect(TokenStream(text).sentences.map(\.paragraph) == [0, 1, 2])
  }

  @Test(arguments: [
    ("NATO", "nato"), ("Électricité", "ELECTRICITE"), ("U.S.", "US"), ("Da’esh", "Daesh"), ("Ka\u{AD}linin", "Kalinin"),
    ("Ka\u{200B}linin", "kalinin"), ("\u{FEFF}Iran", "Iran"), ("Łódź", "Lodz"), ("cafe\u{301}", "café"),
    ("ＮＡＴＯ", "NATO"),
    ("Straße", "STRASSE"), ("1,000", "1000"), ("Москва", "МОСКВА"),
  ])
  func foldsVariantsOfOneWord(_ a: String, _ b: String) {
    #expect(TokenStream(a).tokens.map(\.hash) == TokenStream(b).tokens.map(\.hash))
  }

  @Test func aWordInTwoAlphabetsMatchesByItsLooksAndIsSuspicious() {
    let latin = TokenStream("NATO").tokens[0]
    let mixed = TokenStream("N\u{410}TO").tokens[0]
    #expect(mixed.hash == latin.hash)
    #expect(mixed.flags.contains(.suspicious) && !latin.flags.contains(.suspicious))
    #expect(!TokenStream("НАТО").tokens[0].flags.contains(.suspicious))
    #expect(TokenStream("the \u{202E}OTAN").tokens[1].flags.contains(.suspicious))
  }

  @Test(arguments: [
    ("iran", Token.Casing.lower), ("Iran", .capitalised), ("IRAN", .upper), ("McCoy", .mixed), ("J", .initial),
    ("12", .none),
  ])
  func tellsCasing(_ text: String, _ expected: Token.Casing) {
    #expect(TokenStream(text).tokens[0].casing == expected)
  }

  /// Runs of punctuation that do not end a sentence, because the next word is in lower case or no space follows.
  @Test(arguments: ["!", ".", "?\"", ".)"])
  func longRunsOfSignsAreReadOnce(_ signs: String) {
    for end in ["", " and so on", "the end", " " + String(repeating: "(", count: 20_000) + "so"] {
      func text(_ count: Int) -> String { "Stop" + String(repeating: signs, count: count) + end }
      #expect(TokenStream(text(20)).sentences.count == 1)
      let time = processorSeconds { _ = TokenStream(text(100_000)) }
      // If each sign scanned the run again, this would take minutes.
      #expect(time < 1, "\(signs)\(end.prefix(9)): \(time) s")
    }
  }

  /// Every character of the Basic Multilingual Plane, alone and between letters, is passed exactly once.
  @Test func everyCharacterIsSteppedOver() {
    var stream = TokenStream()
    for scalar in (0x80..<0xFFFF as Range<UInt32>).compactMap(Unicode.Scalar.init) {
      let bytes = Array("a\(scalar)1 \(scalar)b".utf8)
      stream.scan(bytes)
      #expect(stream.tokens.count <= 6 && stream.tokens.last.map { Int($0.end) } == bytes.count, "U+\(scalar.value)")
    }
  }

  @Test func bytesThatAreNoTextAreSurvived() {
    var stream = TokenStream()
    var generator = Dice(seed: 1)
    for _ in 0..<2000 {
      let bytes = (0..<generator.roll(60)).map { _ in
        [
          UInt8(ascii: "a"), 0xE2, 0x80, 0x99, 0xFF, 0xC3, 0xA9, 10, 32, UInt8(ascii: "."), UInt8(ascii: "-"),
          UInt8(ascii: "s"), UInt8(ascii: "U"), 0xF0,
        ][
          generator.roll(14)]
      }
      stream.scan(bytes)
      var last: Int32 = 0
      for token in stream.tokens {
        #expect(token.start >= last && token.end >= token.start && Int(token.end) <= bytes.count)
        last = token.end
      }
      let covered = stream.sentences.reduce(0) { $0 + $1.end - $1.start }
      #expect(covered + stream.tokens.count(where: { $0.kind == .lineBreak }) == stream.tokens.count)
    }
  }
}
