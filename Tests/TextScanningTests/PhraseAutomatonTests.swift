import Testing
import TextScanning

/// A small generator with a seed, so that the cases are the same in each run. Source: Marsaglia, "Xorshift RNGs".
struct Dice {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
  mutating func roll(_ sides: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, sides)))
  }
}

private func found(_ phrases: [String], in text: String) -> [String] {
  var builder = PhraseAutomaton.Builder()
  for (index, phrase) in phrases.enumerated() { builder.add(phrase, payload: Int32(index)) }
  let bytes = Array(text.utf8)
  let stream = TokenStream(text)
  var matches: [PhraseAutomaton.Match] = []
  builder.build().search(stream, in: bytes, into: &matches)
  return matches.map {
    let range = stream.tokens[$0.start].range.lowerBound..<stream.tokens[$0.end - 1].range.upperBound
    return "\($0.payload):" + String(decoding: bytes[range], as: UTF8.self)
  }
}

@Suite struct PhraseAutomatonTests {
  @Test(arguments: [
    (["nato"], "NATO's hopes", ["0:NATO"]),
    (["new york", "york", "new york city"], "New York City", ["0:New York", "2:New York City", "1:York"]),
    (["al-Qaeda in Iraq"], "al- Qaeda in\u{A0}Iraq", ["0:al- Qaeda in\u{A0}Iraq"]),
    (["St. Louis"], "in St. Louis and ST LOUIS", ["0:St. Louis", "0:ST LOUIS"]),
    (["Westinghouse Electric Co."], "Westinghouse Electric Co. said", ["0:Westinghouse Electric Co"]),
    (["CBS Inc"], "CBS, Inc. said", ["0:CBS, Inc"]),
    (["AT&T", "Procter and Gamble"], "AT&T, Procter & Gamble", ["0:AT&T", "1:Procter & Gamble"]),
    (["People's Republic"], "the People’s Republic", ["0:People’s Republic"]),
    (["Électricité de France"], "ELECTRICITE DE FRANCE", ["0:ELECTRICITE DE FRANCE"]),
    (["a b"], "a. B and a, b and a\n\nb", []),
    (["日本"], "在日本和", ["0:日本"]),
    (["sanction*"], "Sanctions, sanctioned; sanct", ["0:Sanctions", "0:sanctioned"]),
    (
      ["sanction*", "sanctions", "sanction* on iran"], "sanctions on Iran",
      ["0:sanctions", "1:sanctions", "2:sanctions on Iran"]
    ),
    (["électr*"], "Electricity", ["0:Electricity"]),
    // The prefixes are longer than all lengths that are recorded for a head separately.
    (
      ["pneumonoultramicroscopicsilicovolcano*", "pneumonoultramicroscopicsilicovolcanic*"],
      "Pneumonoultramicroscopicsilicovolcanoconiosis", ["0:Pneumonoultramicroscopicsilicovolcanoconiosis"]
    ),
    (["one", "one"], "one", ["0:one", "1:one"]),
  ])
  func finds(_ phrases: [String], _ text: String, _ expected: [String]) {
    #expect(found(phrases, in: text) == expected)
  }

  @Test func findsThePhrasesOfAnotherBesideItsOwn() {
    let text = "New York City: sanctions on Iran, sanctioned in York"
    let stream = TokenStream(text)
    func builder(_ phrases: [String], mark: Int32 = 0) -> PhraseAutomaton.Builder {
      var builder = PhraseAutomaton.Builder()
      for (index, phrase) in phrases.enumerated() { builder.add(phrase, payload: Int32(index) | mark) }
      return builder
    }
    func matches(_ builder: PhraseAutomaton.Builder) -> [PhraseAutomaton.Match] {
      var matches: [PhraseAutomaton.Match] = []
      builder.build().search(stream, in: Array(text.utf8), into: &matches)
      return matches
    }
    let own = builder(["new york", "york", "sanction*", "sanctions on"])
    let phrases = ["new york city", "new york", "sanction* on iran", "iran", "sanc*", "new yor*"]
    var both = own
    both.add(builder(phrases), mark: 64)
    let apart = matches(own) + matches(builder(phrases, mark: 64))
    #expect(apart.count == 13)
    #expect(matches(both) == apart.sorted())
  }

  @Test func refusesWhatIsNoPhrase() {
    var builder = PhraseAutomaton.Builder()
    #expect(builder.add("--", payload: 0) == .empty)
    #expect(builder.add("", payload: 0) == .empty)
    #expect(builder.add("a*", payload: 0) == .wildcardTooShort)
    #expect(builder.add(String(repeating: "a ", count: 33), payload: 0) == .tooLong)
    #expect(builder.add(String(repeating: "a ", count: 32), payload: 0) == .added)
  }

  /// Compares the matches with a naive search for every phrase at every place, with words compared by their folded
  /// letters.
  @Test func findsWhatANaiveSearchFinds() {
    var dice = Dice(seed: 7)
    let letters = ["a", "B", "b", "á", "a'b", "c", "d", "C"]
    let folded = ["a": "a", "B": "b", "b": "b", "á": "a", "a'b": "ab", "c": "c", "d": "d", "C": "c"]
    for _ in 0..<400 {
      let phrases = (0..<dice.roll(12) + 1).map { _ in
        (0..<dice.roll(4) + 1).map { _ in letters[dice.roll(letters.count)] }
      }
      let words = (0..<dice.roll(40)).map { _ in letters[dice.roll(letters.count)] }
      var builder = PhraseAutomaton.Builder()
      for (index, phrase) in phrases.enumerated() { builder.add(phrase.joined(separator: " "), payload: Int32(index)) }
      // Words are separated by spaces or by joining hyphens, which matching skips.
      let text = words.joined(separator: dice.roll(2) == 0 ? " " : "-")
      let stream = TokenStream(text)
      var matches: [PhraseAutomaton.Match] = []
      builder.build().search(stream, in: Array(text.utf8), into: &matches)

      let places = stream.tokens.indices.filter { stream.tokens[$0].isWord }
      var expected: [PhraseAutomaton.Match] = []
      for start in words.indices {
        for (index, phrase) in phrases.enumerated() where start + phrase.count <= words.count {
          if (0..<phrase.count).allSatisfy({ folded[words[start + $0]] == folded[phrase[$0]] }) {
            expected.append(
              .init(start: places[start], end: places[start + phrase.count - 1] + 1, payload: Int32(index)))
          }
        }
      }
      #expect(matches == expected.sorted())
    }
  }

  /// Words have an alphabet of two letters, and any word may be a wildcard.
  @Test func findsWildcardsThatANaiveSearchFinds() {
    var dice = Dice(seed: 11)
    func word() -> String { String((0..<dice.roll(3) + 3).map { _ in dice.roll(2) == 0 ? "a" : "b" }) }
    for _ in 0..<400 {
      let phrases = (0..<dice.roll(10) + 1).map { _ in
        (0..<dice.roll(3) + 1).map { _ in word() + (dice.roll(2) == 0 ? "*" : "") }
      }
      let words = (0..<dice.roll(30)).map { _ in word() }
      var builder = PhraseAutomaton.Builder()
      for (index, phrase) in phrases.enumerated() { builder.add(phrase.joined(separator: " "), payload: Int32(index)) }
      let text = words.joined(separator: " ")
      var matches: [PhraseAutomaton.Match] = []
      builder.build().search(TokenStream(text), in: Array(text.utf8), into: &matches)
      var expected: [PhraseAutomaton.Match] = []
      for start in words.indices {
        for (index, phrase) in phrases.enumerated() where start + phrase.count <= words.count {
          let fits = phrase.indices.allSatisfy {
            phrase[$0].hasSuffix("*")
              ? words[start + $0].hasPrefix(phrase[$0].dropLast()) : words[start + $0] == phrase[$0]
          }
          if fits { expected.append(.init(start: start, end: start + phrase.count, payload: Int32(index))) }
        }
      }
      #expect(matches == expected.sorted())
    }
  }

  @Test func aLineOfFiveMegabytesTakesNoLongerThanItsBytes() {
    var builder = PhraseAutomaton.Builder()
    builder.add("a a a a a a a b", payload: 0)
    let bytes = Array(String(repeating: "a ", count: 2_500_000).utf8)
    var stream = TokenStream()
    stream.scan(bytes)
    var matches: [PhraseAutomaton.Match] = []
    let time = ContinuousClock().measure { builder.build().search(stream, in: bytes, into: &matches) }
    #expect(matches.isEmpty)
    #expect(time < .seconds(2))
  }
}
