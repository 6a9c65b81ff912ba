/// The reason why a text is not JSON.
package struct JSONFault: Error, Equatable {
  package var reason: String
  /// The offset in the bytes that were read.
  package var position: Int

  package init(reason: String, position: Int) {
    self.reason = reason
    self.position = position
  }
}

/// Reads JSON step by step, without building a tree. Every method starts at `position`, where a value must begin, and
/// moves it past what it read.
package struct JSONReader {
  package enum Grammar: Sendable {
    /// RFC 8259, except that strings may contain control characters, because this is common. Nesting is bounded.
    case strict
    /// JSON as scripts of web pages contain it: trailing and doubled commas, comments, unknown escapes and words are
    /// accepted too. A fault ends only the object or array that it is in, if the caller catches it there.
    case lenient

    /// The deepest nesting that is read: deeper than in any record of news software or description of a page, and
    /// shallow enough for any stack.
    fileprivate var deepest: Int { self == .strict ? 200 : 64 }
  }

  let bytes: [UInt8]
  package private(set) var position: Int
  let end: Int
  let grammar: Grammar
  private var depth = 0

  package init(_ bytes: [UInt8], _ range: Range<Int>, _ grammar: Grammar) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    self.grammar = grammar
  }

  package func fault(_ reason: String) -> JSONFault {
    JSONFault(reason: position < end ? reason : "it ends early", position: position)
  }

  /// The next byte; nil at the end.
  package var current: UInt8? { position < end ? bytes[position] : nil }

  /// Moves to the next object or array, and skips everything before it.
  package mutating func skipToContainer() {
    while let byte = current, byte != UInt8(ascii: "{"), byte != UInt8(ascii: "[") { position += 1 }
  }

  package mutating func skipBlanks() {
    guard grammar == .lenient else {
      while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
      return
    }
    while let byte = current {
      if byte <= 0x20 {
        position += 1
      } else if byte == UInt8(ascii: "/"), position + 1 < end, bytes[position + 1] == UInt8(ascii: "*") {
        position += 2
        while position < end, !(bytes[position] == UInt8(ascii: "/") && bytes[position - 1] == UInt8(ascii: "*")) {
          position += 1
        }
        position = min(end, position + 1)
      } else {
        return
      }
    }
  }

  /// Throws if something other than blanks follows.
  package mutating func expectEnd(after what: String) throws(JSONFault) {
    skipBlanks()
    if position < end { throw fault("something follows the \(what)") }
  }

  // MARK: Objects and arrays

  /// Reads an object. `readMember` reads or skips the value of each key.
  package mutating func readObject(
    _ readMember: (inout JSONReader, _ key: String) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try readContainer("{", "}") { reader throws(JSONFault) in
      guard reader.current == UInt8(ascii: "\"") else { throw reader.fault("a key is missing") }
      let key = try reader.readString()
      reader.skipBlanks()
      try reader.expect(":", ":")
      reader.skipBlanks()
      try readMember(&reader, key)
    }
  }

  /// Reads an array. `readElement` reads or skips each element.
  package mutating func readArray(
    _ readElement: (inout JSONReader) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try readContainer("[", "]", readElement)
  }

  @inline(__always)
  private mutating func readContainer(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ readItem: (inout JSONReader) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try expect(opening, "\(opening)")
    depth += 1
    defer { depth -= 1 }
    if depth > grammar.deepest {
      throw JSONFault(reason: "nested more than \(grammar.deepest) deep", position: position)
    }
    skipSeparators()
    if take(closing) { return }
    while true {
      skipBlanks()
      try readItem(&self)
      skipBlanks()
      let isSeparated = take(",")
      if grammar == .lenient {
        skipSeparators()
        if take(closing) { return }
      } else if !isSeparated {
        return try expect(closing, "a comma or \(closing)")
      }
    }
  }

  private mutating func skipSeparators() {
    skipBlanks()
    while grammar == .lenient, take(",") { skipBlanks() }
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: Unicode.Scalar, _ what: String) throws(JSONFault) {
    if !take(byte) { throw fault("\(what) is missing") }
  }

  // MARK: Values

  package mutating func skipValue() throws(JSONFault) {
    switch current {
    case UInt8(ascii: "\""): _ = try scanString()
    case UInt8(ascii: "["): try readArray { reader throws(JSONFault) in try reader.skipValue() }
    case UInt8(ascii: "{"): try readObject { reader, _ throws(JSONFault) in try reader.skipValue() }
    default: _ = try readLiteral()
    }
  }

  /// A value that contains no other values.
  package enum Literal: Equatable {
    case bool(Bool)
    case null
    /// The number as it is written; no number is too large.
    case number(String)
  }

  package mutating func readLiteral() throws(JSONFault) -> Literal {
    let start = position
    if grammar == .strict, let byte = current, byte == UInt8(ascii: "-") || byte.isDigit {
      try skipNumber()
    } else {
      // In the lenient grammar, a word of JavaScript that is not a literal is read as a number; no caller uses its
      // value.
      while let byte = current, byte.isASCIILetter || grammar == .lenient && Self.isNumeric(byte) { position += 1 }
    }
    let text = String(utf8: bytes.span.extracting(start..<position))
    if let literal = literal(text) { return literal }
    position = start
    throw fault("a value is missing")
  }

  private static func isNumeric(_ byte: UInt8) -> Bool { byte.isDigit || "-+.".utf8.contains(byte) }

  private func literal(_ text: String) -> Literal? {
    switch text {
    case "": nil
    case "true": .bool(true)
    case "false": .bool(false)
    case "null": .null
    case "undefined" where grammar == .lenient: .null
    default: grammar == .lenient || !text.utf8.first!.isASCIILetter ? .number(text) : nil
    }
  }

  /// RFC 8259, 6.
  private mutating func skipNumber() throws(JSONFault) {
    _ = take("-")
    if !take("0") { try skipDigits() }
    if take(".") { try skipDigits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(JSONFault) {
    let start = position
    while let byte = current, byte.isDigit { position += 1 }
    if position == start { throw JSONFault(reason: "a digit is missing", position: position) }
  }

  // MARK: Strings

  /// Reads a string.
  package mutating func readString(_ whiteSpace: JSONEscapes.WhiteSpace = .exact) throws(JSONFault) -> String {
    let (content, hasEscapes) = try scanString()
    if !hasEscapes { return String(utf8: bytes.span.extracting(content)) }
    let text = try JSONEscapes.resolved(in: bytes.span, content, grammar, whiteSpace)
    return String(decoding: text, as: UTF8.self)
  }

  /// Moves past the closing quote.
  private mutating func scanString() throws(JSONFault) -> (content: Range<Int>, hasEscapes: Bool) {
    let start = position + 1
    let (close, hasEscapes) = JSONEscapes.endOfString(in: bytes.span, start..<end)
    position = min(end, close + 1)
    guard close < end else { throw JSONFault(reason: "a string is not closed", position: end) }
    return (start..<close, hasEscapes)
  }
}
