import TextScanning

/// The words of titles, to compare them.
enum TitleWords {
  /// Returns hashes of the words in lower case, or of pairs of characters in scripts without spaces.
  static func of(_ text: String) -> Set<UInt64> {
    let bytes = Array(text.utf8)
    var words: Set<UInt64> = []
    var word = ByteHash()
    var last: UInt32?
    func end(_ words: inout Set<UInt64>) {
      if word != ByteHash() { words.insert(word.state) }
      word = ByteHash()
    }
    var at = 0
    while at < bytes.count {
      let scalar = Scalars.decode(bytes, at, bytes.count)
      at += scalar.length
      if Scalars.isUnspaced(scalar.value) {
        end(&words)
        let alone = UInt64(scalar.value)
        words.insert(last.map { UInt64($0) << 32 | alone } ?? alone)
        last = scalar.value
        continue
      }
      last = nil
      if scalar.value &- 0x30 < 10 || Scalars.letterCase(scalar.value) != .none {
        word.add(number: UInt64(Scalars.lowered(scalar.value)))
      } else {
        end(&words)
      }
    }
    end(&words)
    return words
  }
}
