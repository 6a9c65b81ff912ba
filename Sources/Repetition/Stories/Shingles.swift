import TextScanning

/// The runs of five words in a text, each as a hash: what two copies of one text share (Broder, "On the resemblance
/// and containment of documents", 1997).
///
/// Broder took ten words for mirrored web pages. Editors of wire copy change single words, and each change breaks as
/// many runs as a run is long; five still are a matter of chance in unrelated news.
struct Shingles {
  static let length = 5

  /// In ascending order, each once.
  let hashes: [UInt64]
  /// The text's numbers, likewise.
  let numbers: [UInt64]

  init(_ text: String) {
    var numbers: [UInt64] = []
    let words = Self.words(of: text.utf8.span, &numbers)
    hashes = Self.distinct(Self.shingles(of: words))
    self.numbers = Self.distinct(numbers)
  }

  /// How many of two ascending lists are in both.
  static func shared(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var count = 0
    var here = 0
    var there = 0
    while here < a.count, there < b.count {
      if a[here] == b[there] {
        count += 1
        here += 1
        there += 1
      } else if a[here] < b[there] {
        here += 1
      } else {
        there += 1
      }
    }
    return count
  }

  private static func shingles(of words: [UInt64]) -> [UInt64] {
    guard words.count >= length else { return [] }
    var shingles: [UInt64] = []
    shingles.reserveCapacity(words.count)
    for start in 0...words.count - length {
      var hash: UInt64 = 0
      for word in words[start..<start + length] { hash = ByteHash.mixed(hash &+ word &+ ByteHash.goldenRatio) }
      shingles.append(hash)
    }
    return shingles
  }

  private static func distinct(_ values: [UInt64]) -> [UInt64] {
    var values = values.sorted()
    var kept = 0
    for index in values.indices where index == 0 || values[index] != values[kept - 1] {
      values[kept] = values[index]
      kept += 1
    }
    values.removeLast(values.count - kept)
    return values
  }

  /// Words in lower case (ASCII); a character of Chinese or Japanese writing is a word.
  private static func words(of text: Span<UInt8>, _ numbers: inout [UInt64]) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(text.count / 6)
    var at = 0
    while at < text.count {
      let step = WordBytes.step(text, at: at)
      guard step > 0 else {
        at -= step
        continue
      }
      if isIdeograph(text[at]) {
        var character: UInt64 = 0
        for place in at..<at + step { character = character << 8 | UInt64(text[place]) }
        words.append(ByteHash.mixed(character))
        at += step
        continue
      }
      var hash = ByteHash()
      let isNumber = text[at].isDigit
      while at < text.count, !isIdeograph(text[at]) {
        let step = WordBytes.step(text, at: at)
        if step < 0 { break }
        for place in at..<at + step { hash.add(text[place].lowered) }
        at += step
      }
      words.append(hash.state)
      if isNumber { numbers.append(hash.state) }
    }
    return words
  }

  /// Kana and Chinese characters (U+3000 to U+9FFF), by their first byte.
  private static func isIdeograph(_ byte: UInt8) -> Bool { byte >= 0xE3 && byte <= 0xE9 }
}
