/// The hashes of all runs of five words in a text, most of which copies of the text share (Broder, "On the resemblance and
/// containment of documents", 1997).
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
    var text = text
    (hashes, numbers) = text.withUTF8 { text in
      var numbers: [UInt64] = []
      let words = Self.words(of: text, &numbers)
      return (Self.distinct(Self.shingles(of: words)), Self.distinct(numbers))
    }
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
      for word in words[start..<start + length] { hash = mixed(hash &+ word &+ 0x9E37_79B9_7F4A_7C15) }
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

  /// Returns the hashes of the words. ASCII letters are compared without case; each Chinese or Japanese character is a word.
  private static func words(of text: UnsafeBufferPointer<UInt8>, _ numbers: inout [UInt64]) -> [UInt64] {
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
        for byte in text[at..<at + step] { character = character << 8 | UInt64(byte) }
        words.append(mixed(character))
        at += step
        continue
      }
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      let isNumber = text[at] &- 0x30 < 10
      while at < text.count, !isIdeograph(text[at]) {
        let step = WordBytes.step(text, at: at)
        if step < 0 { break }
        for byte in text[at..<at + step] {
          hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01b3
        }
        at += step
      }
      words.append(hash)
      if isNumber { numbers.append(hash) }
    }
    return words
  }

  /// Whether a first byte begins a kana or Chinese character (U+3000 to U+9FFF).
  private static func isIdeograph(_ byte: UInt8) -> Bool { byte >= 0xE3 && byte <= 0xE9 }

  /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
