import TextScanning

/// Writes JSON directly to bytes, without building a tree. The caller writes the structure; the writer only ensures
/// that strings, numbers and null are valid.
package struct JSONWriter {
  package var bytes: [UInt8]

  package init(reserving capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Appends structure, and keys that require no escape: `{"source":`.
  package mutating func raw(_ text: StaticString) {
    bytes.append(text)
  }

  package mutating func null() { raw("null") }

  package mutating func integer(_ value: Int) {
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Appends the shortest text that reads back as the same number; null if the number is not finite.
  package mutating func real(_ value: Double) {
    guard value.isFinite else { return null() }
    bytes.append(contentsOf: String(value).utf8)
  }

  package mutating func string(_ text: String?) {
    guard let text else { return null() }
    string(text)
  }

  package mutating func string(_ text: String) {
    bytes.append(quote)
    escape(text.utf8.span)
    bytes.append(quote)
  }

  /// Appends an array whose elements `write` writes.
  package mutating func array<Element>(_ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void)
  {
    raw("[")
    var isFirst = true
    for element in elements {
      if !isFirst { raw(",") }
      isFirst = false
      write(&self, element)
    }
    raw("]")
  }

  /// Escapes the characters that JSON requires to be escaped, and also those that break a line or change a terminal's
  /// state when printed: DEL, C1 controls, line separators, bidirectional controls, and the byte order mark. All of
  /// them read back exactly.
  private mutating func escape(_ text: Span<UInt8>) {
    var start = 0
    var i = 0
    while i < text.count {
      let byte = text[i]
      if isPlain[Int(byte)] {
        i += 1
        continue
      }
      var scalar = UInt32(byte)
      var length = 1
      if byte == 0xC2 {
        guard i + 1 < text.count, text[i + 1] < 0xA0 else {
          i += 1
          continue
        }
        scalar = UInt32(text[i + 1])
        length = 2
      } else if byte == 0xE2 || byte == 0xEF {
        guard i + 2 < text.count else {
          i += 1
          continue
        }
        scalar = UInt32(byte & 0x0F) << 12 | UInt32(text[i + 1] & 0x3F) << 6 | UInt32(text[i + 2] & 0x3F)
        length = 3
        guard isInvisibleControl(scalar) else {
          i += 3
          continue
        }
      }
      bytes.append(text.extracting(start..<i))
      appendEscape(scalar)
      i += length
      start = i
    }
    bytes.append(text.extracting(start..<text.count))
  }

  private mutating func appendEscape(_ scalar: UInt32) {
    switch scalar {
    case 0x22: raw("\\\"")
    case 0x5C: raw("\\\\")
    case 0x08: raw("\\b")
    case 0x09: raw("\\t")
    case 0x0A: raw("\\n")
    case 0x0C: raw("\\f")
    case 0x0D: raw("\\r")
    default:
      raw("\\u")
      for shift in [12, 8, 4, 0] as [UInt32] { bytes.append(hexadecimalDigits[Int(scalar >> shift & 15)]) }
    }
  }
}

private let quote = UInt8(ascii: "\"")
private let hexadecimalDigits = Array("0123456789abcdef".utf8)

/// True for a byte that a JSON string may contain unescaped and that does not begin a character to be escaped.
private let isPlain: [Bool] = (0..<256).map { byte in
  byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xC2 && byte != 0xE2 && byte != 0xEF
}

/// The line and paragraph separators, the bidirectional controls, and the byte order mark, which some readers drop.
func isInvisibleControl(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
  default: false
  }
}
