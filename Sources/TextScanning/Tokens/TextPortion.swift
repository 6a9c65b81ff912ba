/// Cuts a text that is longer than a limit at the end of a word or line.
package enum TextPortion {
  /// Returns how many bytes of valid UTF-8 to keep: at most `limit`, cut after a word or, if no word ends near, after a
  /// character.
  package static func length(of bytes: [UInt8], limit: Int) -> Int {
    if bytes.count <= limit { return bytes.count }
    var end = limit
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return wordEnd(of: bytes, before: end) ?? end
  }

  /// The same as `length(of:limit:)`, with at most `lines` lines.
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

  /// Returns the last white space before `end`; nil if it is farther away than any ordinary word is long.
  private static func wordEnd(of bytes: [UInt8], before end: Int) -> Int? {
    bytes[max(0, end - longestWord)..<end].lastIndex { $0 <= 0x20 }
  }

  private static let longestWord = 200
}

extension String {
  /// Returns the first bytes of a text, at most `limit`, cut at the end of a word if one is near.
  package func portion(_ limit: Int) -> String {
    if utf8.count <= limit { return self }
    let bytes = Array(utf8.prefix(limit + 4))
    return String(decoding: bytes[..<TextPortion.length(of: bytes, limit: limit)], as: UTF8.self)
  }
}
