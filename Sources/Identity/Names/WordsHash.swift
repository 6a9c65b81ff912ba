import ScannedText
import TextScanning

/// The hash of a sequence of folded words.
enum WordsHash {
  static func of(_ words: some Sequence<UInt64>) -> UInt64 {
    var hash = FoldedHash()
    for word in words { hash.add(number: word) }
    return hash.value
  }

  static func of(spelling: String) -> (hash: UInt64, count: Int) {
    let words = foldedWords(spelling)
    return (of(words), words.count)
  }
}
