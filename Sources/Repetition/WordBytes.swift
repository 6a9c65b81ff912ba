import TextScanning

/// Divides UTF-8 text into words, for comparing texts.
enum WordBytes {
  /// Returns the length of the word character at `at`, or the negative length of a separator: white space, ASCII
  /// punctuation, the signs of Latin-1 (C2 xx), general punctuation and symbols (E2 xx xx), and East Asian punctuation
  /// (E3 80 xx).
  static func step(_ text: Span<UInt8>, at: Int) -> Int {
    let byte = text[at]
    if byte < 0x80 { return byte.isDigit || byte.isASCIILetter ? 1 : -1 }
    switch byte {
    case 0xC2: return -min(2, text.count - at)
    case 0xE2: return -min(3, text.count - at)
    case 0xE3 where at + 2 < text.count && text[at + 1] == 0x80: return -3
    case 0x80..<0xC0: return 1
    default: return min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, text.count - at)
    }
  }
}
