import TextScanning

/// The bytes of a flat SGML element: no tag is nested in itself, and tags are upper-case, as in Reuters-21578.
struct SGMLElement {
  let bytes: [UInt8]
  /// Whether the bytes are read as ISO 8859-1, in which every byte is a character, because they are not valid UTF-8.
  let isLatin1: Bool

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isLatin1 = !UTF8Validity.isValid(bytes.span)
  }

  func find(_ mark: String, from: Int = 0) -> Int? {
    bytes.span.firstIndex(of: Array(mark.utf8), from: from)
  }

  /// The value of an attribute of the tag that starts at `from`.
  func attribute(_ name: String, from: Int) -> String? {
    guard let end = find(">", from: from), let start = find(" \(name)=\"", from: from), start < end else { return nil }
    let value = bytes[(start + name.utf8.count + 3)...].prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ">") }
    return value.isEmpty ? nil : string(Array(value))
  }

  /// The range between `<NAME>` or `<NAME ...>` and `</NAME>`.
  func content(_ name: String, from: Int) -> Range<Int>? {
    guard let tag = find("<\(name)", from: from), let start = find(">", from: tag),
      let end = find("</\(name)>", from: start)
    else { return nil }
    return start + 1..<end
  }

  /// The range from after `<NAME>` to the end of `range`, excluding the element's own end tag.
  func unclosedContent(_ name: String, in range: Range<Int>) -> Range<Int>? {
    guard let tag = find("<\(name)", from: range.lowerBound), let start = find(">", from: tag),
      start < range.upperBound
    else { return nil }
    let end = find("</REUTERS>", from: start) ?? range.upperBound
    return start + 1..<max(start + 1, min(end, range.upperBound))
  }

  /// Returns the texts of the first `limit` `<D>` elements in a list.
  func items(_ name: String, from: Int, limit: Int) -> [String] {
    guard let list = content(name, from: from) else { return [] }
    var items: [String] = []
    var position = list.lowerBound
    while items.count < limit, let item = content("D", from: position), item.upperBound <= list.upperBound {
      items.append(plain(item))
      position = item.upperBound
    }
    return items
  }

  /// The text of a range on one line, without blanks at the ends.
  func plain(_ range: Range<Int>) -> String {
    let text = decoded(range)
    // Recognising non-ASCII white space requires characters, which cost many times as much as bytes.
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var plain: [UInt8] = []
    for word in text.utf8.split(whereSeparator: { $0.isWhiteSpace }) {
      if !plain.isEmpty { plain.append(0x20) }
      plain += word
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The text of a range with entities resolved and without control characters, which are marks of the wire itself.
  func decoded(_ range: Range<Int>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&"), let (character, length) = reference(at: index, before: range.upperBound) {
        if let character, character >= 0x20, character != 0x7F { text.append(character) }
        index += length
      } else {
        if byte >= 0x20 && byte != 0x7F || byte == 0x0A || byte == 0x09 { text.append(byte) }
        index += 1
      }
    }
    return string(text)
  }

  /// Parses a character reference; `character` is nil if it is not an ASCII character.
  private func reference(at start: Int, before end: Int) -> (character: UInt8?, length: Int)? {
    let name = bytes[(start + 1)..<min(start + 8, end)].prefix { $0 != UInt8(ascii: ";") }
    guard start + 1 + name.count < end, bytes[start + 1 + name.count] == UInt8(ascii: ";") else { return nil }
    let length = name.count + 2
    switch String(decoding: name, as: UTF8.self) {
    case "lt": return (UInt8(ascii: "<"), length)
    case "gt": return (UInt8(ascii: ">"), length)
    case "amp": return (UInt8(ascii: "&"), length)
    case "quot": return (UInt8(ascii: "\""), length)
    case let digits where digits.first == "#":
      guard let number = Int(digits.dropFirst()) else { return nil }
      return ((0..<0x80).contains(number) ? UInt8(number) : nil, length)
    default: return nil
    }
  }

  private func string(_ text: [UInt8]) -> String {
    isLatin1
      ? String(String.UnicodeScalarView(text.map { Unicode.Scalar($0) }))
      : String(decoding: text, as: UTF8.self)
  }
}
