/// A JSON text as pages hold it, which is not always JSON: raw line breaks in strings, trailing commas, comments and a cut end are
/// taken as they come. What was read before an error stands.
enum JSONValue {
  case object([(key: String, value: JSONValue)])
  case array([JSONValue])
  case string(String)
  case number(String)
  case bool(Bool)
  case null

  /// - Parameter range: of valid UTF-8; white space, comment marks and CDATA marks round the value are skipped.
  static func read(_ bytes: [UInt8], _ range: Range<Int>) -> JSONValue? {
    var reader = JSONReader(bytes: bytes, at: range.lowerBound, end: range.upperBound)
    while reader.at < reader.end, bytes[reader.at] != UInt8(ascii: "{"), bytes[reader.at] != UInt8(ascii: "[") {
      reader.at += 1
    }
    return reader.at < reader.end ? reader.value(depth: 0) : nil
  }

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// A string or a number as text.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// The elements of an array; any other value alone.
  var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  var at: Int
  let end: Int

  /// Deeper values are dropped: no page nests its metadata further.
  static let deepest = 64

  mutating func value(depth: Int) -> JSONValue? {
    skipBlanks()
    guard at < end, depth < Self.deepest else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""):
      let text = string()
      // Cut off inside a value: half a value is none.
      return bytes[at - 1] == UInt8(ascii: "\"") ? .string(text) : nil
    default: return literal()
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue {
    at += 1
    var members: [(key: String, value: JSONValue)] = []
    while true {
      skipBlanks()
      guard at < end else { break }
      if bytes[at] == UInt8(ascii: ",") {
        at += 1
        continue
      }
      guard bytes[at] == UInt8(ascii: "\"") else {
        if bytes[at] == UInt8(ascii: "}") { at += 1 }
        break
      }
      let key = string()
      skipBlanks()
      guard at < end, bytes[at] == UInt8(ascii: ":") else { break }
      at += 1
      guard let value = value(depth: depth + 1) else { break }
      members.append((key, value))
    }
    return .object(members)
  }

  private mutating func array(_ depth: Int) -> JSONValue {
    at += 1
    var elements: [JSONValue] = []
    while true {
      skipBlanks()
      guard at < end else { break }
      if bytes[at] == UInt8(ascii: ",") {
        at += 1
        continue
      }
      if bytes[at] == UInt8(ascii: "]") {
        at += 1
        break
      }
      guard let value = value(depth: depth + 1) else { break }
      elements.append(value)
    }
    return .array(elements)
  }

  private mutating func string() -> String {
    at += 1
    var text: [UInt8] = []
    while at < end, bytes[at] != UInt8(ascii: "\"") {
      guard bytes[at] == UInt8(ascii: "\\"), at + 1 < end else {
        text.append(bytes[at])
        at += 1
        continue
      }
      at += 2
      switch bytes[at - 1] {
      case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
        text.append(0x20)
      case UInt8(ascii: "u"): text.append(contentsOf: String(escapedScalar()).utf8)
      case let other: text.append(other)
      }
    }
    at = min(end, at + 1)
    return String(decoding: text, as: UTF8.self)
  }

  /// The four digits behind `\u`, and the second half of a pair.
  private mutating func escapedScalar() -> Unicode.Scalar {
    func digits(_ at: Int) -> UInt32? {
      guard at + 4 <= end else { return nil }
      return UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    }
    guard let first = digits(at) else { return "\u{FFFD}" }
    at += 4
    if (0xD800..<0xDC00).contains(first), at + 6 <= end, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u"),
      let second = digits(at + 2), (0xDC00..<0xE000).contains(second)
    {
      at += 6
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func literal() -> JSONValue? {
    let start = at
    while at < end {
      let byte = bytes[at]
      guard
        byte.isASCIILetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
          || byte == UInt8(ascii: ".")
      else { break }
      at += 1
    }
    switch String(decoding: bytes[start..<at], as: UTF8.self) {
    case "": return nil
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null", "undefined": return .null
    case let number: return .number(number)
    }
  }

  private mutating func skipBlanks() {
    while at < end {
      if bytes[at] <= 0x20 {
        at += 1
      } else if bytes[at] == UInt8(ascii: "/"), at + 1 < end, bytes[at + 1] == UInt8(ascii: "*") {
        at += 2
        while at < end, !(bytes[at] == UInt8(ascii: "/") && bytes[at - 1] == UInt8(ascii: "*")) { at += 1 }
        at = min(end, at + 1)
      } else {
        return
      }
    }
  }
}
