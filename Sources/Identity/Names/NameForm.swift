import NewsModel
import TextScanning

/// The form in which two spellings of one name are equal: folded, without article, legal form, links, the plural of the
/// last word and, in persons' names, a middle initial, and with several initials as one word; with codes instead of the names of
/// countries.
struct NameForm {
  let vocabulary: IdentityVocabulary
  private static let article = FoldedHash.of("the".utf8)
  /// The most words of a country's name.
  private static let mostCountryWords = 4
  /// A last word with fewer letters keeps its "s": "Gas", "News".
  private static let leastPluralBytes = 5

  /// - Parameter words: The folded words of a name.
  /// - Returns: Hashes of the words that remain; empty if nothing remains.
  func words(of words: [ArraySlice<UInt8>], type: EntityType) -> [UInt64] {
    var words = words[...]
    if words.count > 1, FoldedHash.of(words[words.startIndex]) == Self.article { words = words.dropFirst() }
    if type == .person { return person(words) }
    if type == .vessel, words.count > 1, vocabulary.shipPrefixes.contains(FoldedHash.of(words[words.startIndex])) {
      words = words.dropFirst()
    }
    while words.count > 1, let last = words.last, vocabulary.legalForms.contains(FoldedHash.of(last)) {
      words = words.dropLast()
    }
    var hashes = words.map { FoldedHash.of($0) }
    // "Darts" are not the Dart Group.
    if words.count > 1, let last = words.last, let single = Self.singular(last) {
      hashes[hashes.count - 1] = FoldedHash.of(single)
    }
    hashes = withCountryCodes(hashes, withNationalities: type == .group)
    let withoutLinks = hashes.filter { !vocabulary.links.contains($0) }
    return withoutLinks.count > 1 ? withoutLinks : hashes
  }

  /// A hash of `words`, different for each type.
  func key(of words: [ArraySlice<UInt8>], type: EntityType) -> UInt64 {
    WordsHash.of(CollectionOfOne(UInt64(type.index)) + self.words(of: words, type: type))
  }

  /// The words of a power plant's name without those for its kind; nil if its last word is not one of them or nothing
  /// else remains.
  func plantName(_ words: [ArraySlice<UInt8>]) -> [UInt64]? {
    var rest = words[...]
    while let last = rest.last, vocabulary.plantWords.contains(FoldedHash.of(last)) { rest = rest.dropLast() }
    if rest.isEmpty || rest.count == words.count { return nil }
    return self.words(of: Array(rest), type: .facility)
  }

  private func person(_ words: ArraySlice<ArraySlice<UInt8>>) -> [UInt64] {
    var words = words
    // "Donald J Trump"; two initials ("George H W Bush") distinguish persons of one name.
    if words.count == 3, words[words.startIndex].count > 1, words[words.startIndex + 1].count == 1 {
      words.remove(at: words.startIndex + 1)
    }
    // "George H. W. Bush" and "George H.W. Bush".
    var hashes: [UInt64] = []
    var initials: [UInt8] = []
    for word in words {
      if word.count == 1 {
        initials += word
        continue
      }
      if !initials.isEmpty { hashes.append(FoldedHash.of(initials)) }
      initials = []
      hashes.append(FoldedHash.of(word))
    }
    return initials.isEmpty ? hashes : hashes + [FoldedHash.of(initials)]
  }

  private static func singular(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard word.count >= leastPluralBytes, word.last == UInt8(ascii: "s") else { return nil }
    let before = word[word.endIndex - 2]
    return before == UInt8(ascii: "s") || before == UInt8(ascii: "u") || before == UInt8(ascii: "i")
      ? nil : word.dropLast()
  }

  private func withCountryCodes(_ hashes: [UInt64], withNationalities: Bool) -> [UInt64] {
    func code(_ words: ArraySlice<UInt64>) -> UInt64? {
      let hash = WordsHash.of(words)
      return vocabulary.countries[hash] ?? (withNationalities ? vocabulary.nationalities[hash] : nil)
    }
    var result: [UInt64] = []
    var start = 0
    while start < hashes.count {
      let longest = min(Self.mostCountryWords, hashes.count - start)
      let found = (1...longest).reversed().lazy.compactMap { length in
        code(hashes[start..<start + length]).map { (length, $0) }
      }.first
      if let (length, code) = found {
        result.append(code)
        start += length
      } else {
        result.append(hashes[start])
        start += 1
      }
    }
    return result
  }
}
