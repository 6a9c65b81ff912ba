import TextScanning

/// Joins the words of a text whose lines were joined without regard to hyphens at their ends: "Inter- national".
enum SplitWords {
  /// Fewer such words may be meant: "pre- or post-war".
  private static let fewest = 2

  /// Returns the text as it is if it has fewer such words.
  static func joined(_ text: [UInt8], _ vocabulary: PageVocabulary) -> [UInt8] {
    var places: [(hyphen: Int, isNumber: Bool)] = []
    var at = text.startIndex
    while let hyphen = text.span.firstIndex(of: UInt8(ascii: "-"), from: at) {
      at = hyphen + 1
      guard hyphen > 0, at + 1 < text.count, text[at] == 0x20, isLetter(text[hyphen - 1]) else { continue }
      let next = at + 1
      if text[next].isDigit {
        places.append((hyphen, true))
        continue
      }
      guard text[next] &- 0x61 < 26 || text[next] >= 0xC3 else { continue }
      let word = Array(text[next...].prefix { isLetter($0) })
      if !vocabulary.afterHyphens.contains(word) { places.append((hyphen, false)) }
    }
    guard places.count(where: { !$0.isNumber }) >= fewest else { return text }
    var joined: [UInt8] = []
    joined.reserveCapacity(text.count)
    var start = 0
    for place in places {
      joined += text[start..<place.hyphen + (place.isNumber ? 1 : 0)]
      start = place.hyphen + 2
    }
    return joined + text[start...]
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0x80 }
}
