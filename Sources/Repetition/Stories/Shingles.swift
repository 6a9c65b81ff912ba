import TextScanning

/// The runs of five words in a text, each as a hash: what two copies of one text share (Broder, "On the resemblance
/// and containment of documents", 1997).
///
/// Broder used runs of ten words for mirrored web pages. Editors of wire copy change single words, and a change breaks all
/// runs that contain the word, so shorter runs are better here. Unrelated news shares runs of five words only by chance.
struct Shingles {
  static let length = 5

  /// The hashes of the runs in ascending order, without duplicates.
  let hashes: [UInt64]
  /// The hashes of the numbers in the text, in ascending order and without duplicates.
  let numbers: [UInt64]

  init(_ text: String) {
    var numbers: [UInt64] = []
    let words = Self.words(of: text.utf8.span, &numbers)
    hashes = Self.distinct(Self.shingles(of: words))
    self.numbers = Self.distinct(numbers)
  }

  /// Returns the hashes of the runs in the order of the text.
  static func inOrder(_ text: String) -> [UInt64] {
    var numbers: [UInt64] = []
    return shingles(of: words(of: text.utf8.span, &numbers))
  }

  /// Returns how many values two ascending lists have in common.
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

  static func distinct(_ values: [UInt64]) -> [UInt64] {
    var values = values.sorted()
    var kept = 0
    for index in values.indices where index == 0 || values[index] != values[kept - 1] {
      values[kept] = values[index]
      kept += 1
    }
    values.removeLast(values.count - kept)
    return values
  }

  /// Returns the hashes of the words. ASCII letters are compared without case; each Chinese or Japanese character is a word.
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

  /// Whether a first byte begins a kana or Chinese character (U+3000 to U+9FFF).
  private static func isIdeograph(_ byte: UInt8) -> Bool { byte >= 0xE3 && byte <= 0xE9 }
}
