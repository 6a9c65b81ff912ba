/// Finds the ends of JSON strings, and resolves their escapes.
package enum JSONEscapes {
  /// The replacement for an escaped line end, tab, backspace or form feed.
  package enum WhiteSpace: Sendable {
    /// The character itself.
    case exact
    /// A line end is kept; the others become blanks.
    case lineEnds
    /// A blank.
    case blanks

    fileprivate func byte(_ escape: UInt8) -> UInt8? {
      switch escape {
      case UInt8(ascii: "n"): self == .blanks ? 0x20 : 0x0A
      case UInt8(ascii: "r"): self == .blanks ? 0x20 : self == .exact ? 0x0D : 0x0A
      case UInt8(ascii: "t"): self == .exact ? 0x09 : 0x20
      case UInt8(ascii: "b"): self == .exact ? 0x08 : 0x20
      case UInt8(ascii: "f"): self == .exact ? 0x0C : 0x20
      default: nil
      }
    }
  }

  /// Returns the position of the closing quote of a string whose content begins with the range, or the end of the range
  /// if it is never closed, and whether there are escapes before it.
  package static func endOfString(in bytes: Span<UInt8>, _ range: Range<Int>) -> (close: Int, hasEscapes: Bool) {
    var hasEscapes = false
    var position = range.lowerBound
    while position < range.upperBound {
      switch bytes[position] {
      case UInt8(ascii: "\""): return (position, hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        position += 2
      default: position += 1
      }
    }
    return (range.upperBound, hasEscapes)
  }

  /// Returns the content of a string with its escapes resolved. A lone surrogate becomes U+FFFD. In the lenient grammar an
  /// unknown escape stands for the escaped byte, and `\u` without four digits is U+FFFD; in the strict one they are faults.
  package static func resolved(
    in bytes: Span<UInt8>, _ content: Range<Int>, _ grammar: JSONReader.Grammar, _ whiteSpace: WhiteSpace
  ) throws(JSONFault) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(content.count)
    let end = content.upperBound
    var position = content.lowerBound
    while position < end {
      let byte = bytes[position]
      guard byte == UInt8(ascii: "\\"), position + 1 < end else {
        text.append(byte)
        position += 1
        continue
      }
      position += 2
      let escape = bytes[position - 1]
      if let byte = whiteSpace.byte(escape) {
        text.append(byte)
      } else if escape == UInt8(ascii: "u") {
        text += UTF8.encode(try scalar(in: bytes, at: &position, before: end, grammar))!
      } else if grammar == .lenient || "\"\\/".utf8.contains(escape) {
        text.append(escape)
      } else {
        throw JSONFault(reason: "an escape that JSON does not have", position: position - 1)
      }
    }
    return text
  }

  /// Reads the four digits after `\u`, and the second half of a surrogate pair if there is one.
  private static func scalar(
    in bytes: Span<UInt8>, at position: inout Int, before end: Int, _ grammar: JSONReader.Grammar
  ) throws(JSONFault) -> Unicode.Scalar {
    let first = digits(in: bytes, at: position, before: end)
    guard var unit = first.value else {
      if grammar == .lenient { return "\u{FFFD}" }
      throw JSONFault(reason: "\\u without four hexadecimal digits", position: first.end)
    }
    position = first.end
    if (0xD800..<0xDC00).contains(unit), position + 6 <= end, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    {
      let second = digits(in: bytes, at: position + 2, before: end)
      if grammar == .strict, second.value == nil {
        throw JSONFault(reason: "\\u without four hexadecimal digits", position: second.end)
      }
      if let low = second.value, (0xDC00..<0xE000).contains(low) {
        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        position = second.end
      }
    }
    return Unicode.Scalar(unit) ?? "\u{FFFD}"
  }

  /// Returns the value of four hexadecimal digits, or nil and the position of the first byte that is not such a digit.
  private static func digits(in bytes: Span<UInt8>, at start: Int, before end: Int) -> (value: UInt32?, end: Int) {
    var value: UInt32 = 0
    for place in start..<start + 4 {
      guard place < end, let digit = bytes[place].hexadecimalValue else { return (nil, min(place, end)) }
      value = value << 4 | digit
    }
    return (value, start + 4)
  }
}
