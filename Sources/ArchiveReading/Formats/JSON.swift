/// The value of a record's field.
enum FieldValue: Equatable {
  case text(String)
  /// The number as it is written.
  case number(String)
  case list([String])

  var text: String? {
    switch self {
    case .text(let text): text
    case .number(let digits): digits
    case .list(let items): items.first
    }
  }

  var items: [String] {
    switch self {
    case .text(let text): [text]
    case .number(let digits): [digits]
    case .list(let items): items
    }
  }
}

struct JSONFault: Error, Equatable {
  var reason: String
  /// The offset in the bytes that were parsed.
  var position: Int
}

/// Returns the wanted fields of a JSON object, by `foldedFieldName`. Other fields are checked and skipped, so that
/// memory depends only on the wanted ones. The grammar is strict RFC 8259, except that a key may occur twice; the first
/// one counts.
///
/// null, booleans and empty strings count as absent. An object is reduced to its `name`, as in schema.org, and a list
/// to its strings, numbers and objects. A lone surrogate is read as U+FFFD.
func parseJSONObject(
  _ bytes: [UInt8], _ range: Range<Int>, wanted: Set<String>
) throws(JSONFault) -> [String: FieldValue] {
  var parser = JSONParser(bytes: bytes, position: range.lowerBound, end: range.upperBound)
  parser.skipBlanks()
  var fields: [String: FieldValue] = [:]
  try parser.readObject { parser, key throws(JSONFault) in
    let name = foldedFieldName(key)
    if wanted.contains(name), fields[name] == nil {
      fields[name] = try parser.readValue()
    } else {
      try parser.skipValue()
    }
  }
  parser.skipBlanks()
  if parser.position < parser.end { throw parser.fault("something follows the object") }
  return fields
}

/// Throws if the bytes are not a JSON array or if something follows it.
func checkJSONArray(_ bytes: [UInt8]) throws(JSONFault) {
  var parser = JSONParser(bytes: bytes, position: 0, end: bytes.count)
  parser.skipBlanks()
  try parser.readArray { parser throws(JSONFault) in try parser.skipValue() }
  parser.skipBlanks()
  if parser.position < parser.end { throw parser.fault("something follows the array") }
}

private struct JSONParser {
  let bytes: [UInt8]
  var position: Int
  let end: Int
  var depth = 0

  /// The deepest nesting accepted: deeper than in any record of news software, and shallow enough for any stack.
  static let maximumDepth = 200
  /// The most items kept of a list; no real list of tags or authors is longer.
  static let maximumItems = 1000

  func fault(_ reason: String) -> JSONFault { JSONFault(reason: reason, position: position) }

  var current: UInt8? { position < end ? bytes[position] : nil }

  mutating func skipBlanks() {
    while position < end,
      bytes[position] == 0x20 || bytes[position] == 0x0A || bytes[position] == 0x0D || bytes[position] == 0x09
    {
      position += 1
    }
  }

  mutating func expect(_ byte: UInt8, _ what: String) throws(JSONFault) {
    guard current == byte else { throw fault(position < end ? "\(what) is missing" : "it ends early") }
    position += 1
  }

  /// `body` reads or skips the value of each key.
  mutating func readObject(_ body: (inout JSONParser, String) throws(JSONFault) -> Void) throws(JSONFault) {
    try expect(UInt8(ascii: "{"), "{")
    try descend()
    skipBlanks()
    if current == UInt8(ascii: "}") {
      position += 1
      depth -= 1
      return
    }
    while true {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else { throw fault(position < end ? "a key is missing" : "it ends early") }
      let key = try readString()
      skipBlanks()
      try expect(UInt8(ascii: ":"), ":")
      skipBlanks()
      try body(&self, key)
      skipBlanks()
      if current == UInt8(ascii: ",") {
        position += 1
        continue
      }
      try expect(UInt8(ascii: "}"), "a comma or }")
      depth -= 1
      return
    }
  }

  mutating func readArray(_ body: (inout JSONParser) throws(JSONFault) -> Void) throws(JSONFault) {
    try expect(UInt8(ascii: "["), "[")
    try descend()
    skipBlanks()
    if current == UInt8(ascii: "]") {
      position += 1
      depth -= 1
      return
    }
    while true {
      skipBlanks()
      try body(&self)
      skipBlanks()
      if current == UInt8(ascii: ",") {
        position += 1
        continue
      }
      try expect(UInt8(ascii: "]"), "a comma or ]")
      depth -= 1
      return
    }
  }

  mutating func descend() throws(JSONFault) {
    depth += 1
    if depth > JSONParser.maximumDepth { throw fault("nested more than \(JSONParser.maximumDepth) deep") }
  }

  mutating func readValue() throws(JSONFault) -> FieldValue? {
    switch current {
    case UInt8(ascii: "\""):
      let text = try readString()
      return text.isEmpty ? nil : .text(text)
    case UInt8(ascii: "["):
      var items: [String] = []
      try readArray { parser throws(JSONFault) in
        if let item = try parser.readValue(), items.count < JSONParser.maximumItems { items += item.items.prefix(1) }
      }
      return items.isEmpty ? nil : .list(items)
    case UInt8(ascii: "{"):
      var name: FieldValue?
      try readObject { parser, key throws(JSONFault) in
        if key == "name", name == nil { name = try parser.readValue() } else { try parser.skipValue() }
      }
      return name
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte):
      let start = position
      try skipNumber()
      return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    default:
      try skipWord()
      return nil
    }
  }

  mutating func skipValue() throws(JSONFault) {
    switch current {
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "["): try readArray { parser throws(JSONFault) in try parser.skipValue() }
    case UInt8(ascii: "{"): try readObject { parser, _ throws(JSONFault) in try parser.skipValue() }
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): try skipNumber()
    default: try skipWord()
    }
  }

  mutating func skipWord() throws(JSONFault) {
    for word in ["true", "false", "null"] where bytes[position..<end].starts(with: word.utf8) {
      position += word.utf8.count
      return
    }
    throw fault(position < end ? "a value is missing" : "it ends early")
  }

  /// RFC 8259, 6. The digits are never converted to a number, so no number is too large.
  mutating func skipNumber() throws(JSONFault) {
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: "0") { position += 1 } else { try skipDigits() }
    if current == UInt8(ascii: ".") {
      position += 1
      try skipDigits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      try skipDigits()
    }
  }

  mutating func skipDigits() throws(JSONFault) {
    let start = position
    while let byte = current, isDigit(byte) { position += 1 }
    if position == start { throw fault("a digit is missing") }
  }

  /// Moves to the byte after the closing quote and returns whether the string contains escapes. Control characters
  /// inside a string violate the grammar but are common, so they are accepted as they are.
  @discardableResult
  mutating func skipString() throws(JSONFault) -> Bool {
    var hasEscapes = false
    position += 1
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return hasEscapes
      case UInt8(ascii: "\\"):
        hasEscapes = true
        position += 2
      default:
        position += 1
      }
    }
    position = end
    throw fault("a string is not closed")
  }

  mutating func readString() throws(JSONFault) -> String {
    let start = position + 1
    let hasEscapes = try skipString()
    let content = start..<position - 1
    return hasEscapes ? try unescaped(content) : String(decoding: bytes[content], as: UTF8.self)
  }

  private mutating func unescaped(_ content: Range<Int>) throws(JSONFault) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(content.count)
    var index = content.lowerBound
    while index < content.upperBound {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        index += 1
        continue
      }
      index += 2
      switch bytes[index - 1] {
      case UInt8(ascii: "\""): text.append(UInt8(ascii: "\""))
      case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "/"): text.append(UInt8(ascii: "/"))
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"):
        var unit = try hexadecimal(at: index, before: content.upperBound)
        index += 4
        if (0xD800..<0xDC00).contains(unit), index + 6 <= content.upperBound, bytes[index] == UInt8(ascii: "\\"),
          bytes[index + 1] == UInt8(ascii: "u")
        {
          let low = try hexadecimal(at: index + 2, before: content.upperBound)
          if (0xDC00..<0xE000).contains(low) {
            unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            index += 6
          }
        }
        text += UTF8.encode(Unicode.Scalar(unit) ?? "\u{FFFD}")!
      default:
        position = index - 1
        throw fault("an escape that JSON does not have")
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func hexadecimal(at index: Int, before limit: Int) throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for place in index..<index + 4 {
      guard place < limit, let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue else {
        position = min(place, limit)
        throw fault("\\u without four hexadecimal digits")
      }
      value = value << 4 + UInt32(digit)
    }
    return value
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
