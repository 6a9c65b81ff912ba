/// The first part of a text that is longer than a limit, cut where a reader would cut it.
package enum TextPortion {
  /// How many of valid UTF-8's bytes are kept: at most `limit`, up to the end of a line or a word.
  package static func length(of bytes: [UInt8], limit: Int) -> Int {
    if bytes.count <= limit { return bytes.count }
    var end = limit
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return wordEnd(of: bytes, before: end) ?? end
  }

  /// The same, and at most so many lines.
  package static func length(of bytes: [UInt8], limit: Int, lines: Int) -> Int {
    let length = length(of: bytes, limit: limit)
    var left = lines
    var at = 0
    while at < length, let feed = bytes[at..<length].firstIndex(where: isLineEnd) {
      left -= 1
      if left == 0 { return feed }
      at = feed + 1
    }
    return length
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0C || byte == 0x0D }

  /// The last white space, which no ordinary word is this far from.
  private static func wordEnd(of bytes: [UInt8], before end: Int) -> Int? {
    bytes[max(0, end - longestWord)..<end].lastIndex { $0 <= 0x20 }
  }

  private static let longestWord = 200
}

extension String {
  /// The first bytes of a text, up to the end of a word where one is near.
  package func portion(_ limit: Int) -> String {
    if utf8.count <= limit { return self }
    let bytes = Array(utf8.prefix(limit + 4))
    return String(decoding: bytes[..<TextPortion.length(of: bytes, limit: limit)], as: UTF8.self)
  }
}
