/// Splits a query into words, operators, brackets and line ends.
struct RuleLexer {
  /// A part of a query, with its UTF-8 range.
  struct Lexeme: Equatable {
    var kind: Kind
    var range: Range<Int>
  }

  enum Kind: Equatable {
    /// A bare word; may end in `*`.
    case word(String)
    /// `"as written"`
    case quoted(String)
    /// OR, AND, NOT
    case keyword(String)
    /// NEAR/5
    case numbered(String, Int)
    /// title:
    case scope(RuleScope)
    case terms(String)
    case entity(String)
    case topic(String)
    /// ^2.5
    case weight(Double)
    case open, close, comma, caseSign, familySign
    case newline
    case end
  }

  static let numberedOperators = ["NEAR", "ONEAR", "ATLEAST", "DISTINCT", "EACH", "TIMES", "OFTEN"]

  private let bytes: [UInt8]
  private var position = 0
  private(set) var lexemes: [Lexeme] = []
  private(set) var faults: [RuleFault] = []

  /// Splits a query. Errors are collected in `faults`.
  init(_ query: String) {
    bytes = Array(query.utf8)
    while position < bytes.count { next() }
    lexemes.append(Lexeme(kind: .end, range: position..<position))
  }

  private mutating func next() {
    let start = position
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "\n"): take(1, .newline)
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
    case UInt8(ascii: "("): take(1, .open)
    case UInt8(ascii: ")"): take(1, .close)
    case UInt8(ascii: ","): take(1, .comma)
    case UInt8(ascii: "="): take(1, .caseSign)
    case UInt8(ascii: "~"): take(1, .familySign)
    case UInt8(ascii: "\""): quoted()
    case UInt8(ascii: "^"): weight()
    case UInt8(ascii: "$"):
      position += 1
      name(start, expected: "the name of a list of terms after '$'") { .terms($0) }
    case UInt8(ascii: "@"):
      position += 1
      name(start, expected: "an entity after '@', as @org.nato or @country.ru") { .entity($0) }
    case UInt8(ascii: "#"):
      position += 1
      // "# " begins a comment.
      if position == bytes.count || bytes[position] == UInt8(ascii: " ") {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      } else {
        name(start, expected: "a topic's id after '#'") { .topic($0) }
      }
    default:
      if isWordByte(byte) {
        word()
      } else {
        position += 1
        while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
        faults.append(
          RuleFault(
            offset: start, reason: "'\(text(start..<position))' has no meaning here; put a phrase with signs in quotes")
        )
      }
    }
  }

  private mutating func take(_ count: Int, _ kind: Kind) {
    lexemes.append(Lexeme(kind: kind, range: position..<position + count))
    position += count
  }

  private mutating func quoted() {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\n") {
      position += 1
    }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      faults.append(RuleFault(offset: start, reason: "expected a closing '\"' on the same line"))
      return
    }
    position += 1
    lexemes.append(Lexeme(kind: .quoted(text(start + 1..<position - 1)), range: start..<position))
  }

  private mutating func weight() {
    let start = position
    position += 1
    while position < bytes.count, isWordByte(bytes[position]) { position += 1 }
    let number = text(start + 1..<position)
    guard let value = Double(number), value.isFinite, abs(value) <= 1000 else {
      faults.append(
        RuleFault(
          offset: start + 1, reason: "expected a weight after '^': a number from -1000 to 1000, not '\(number)'"))
      return
    }
    lexemes.append(Lexeme(kind: .weight(value), range: start..<position))
  }

  private mutating func name(_ start: Int, expected: String, _ kind: (String) -> Kind) {
    let from = position
    while position < bytes.count, isWordByte(bytes[position]) || bytes[position] == UInt8(ascii: ":") {
      position += 1
    }
    if position == from {
      faults.append(RuleFault(offset: start, reason: "expected \(expected)"))
    } else {
      lexemes.append(Lexeme(kind: kind(text(from..<position)), range: start..<position))
    }
  }

  private mutating func word() {
    let start = position
    while position < bytes.count, isWordByte(bytes[position]) { position += 1 }
    let word = text(start..<position)
    if position < bytes.count, bytes[position] == UInt8(ascii: ":") {
      position += 1
      if let scope = RuleScope(rawValue: word) {
        lexemes.append(Lexeme(kind: .scope(scope), range: start..<position))
      } else {
        let known = RuleScope.allCases.map { $0.rawValue + ":" }.joined(separator: " ")
        faults.append(RuleFault(offset: start, reason: "unknown field '\(word):'; known: \(known)"))
      }
      return
    }
    if ["OR", "AND", "NOT"].contains(word) {
      lexemes.append(Lexeme(kind: .keyword(word), range: start..<position))
      return
    }
    if ["or", "and", "not", "near"].contains(word) {
      faults.append(
        RuleFault(
          offset: start,
          reason:
            "'\(word)' is no operator: write \(word.uppercased())\(word == "near" ? "/n" : ""), or put the phrase in quotes"
        ))
      return
    }
    if let slash = word.firstIndex(of: "/") {
      let name = String(word[..<slash])
      let number = word[word.index(after: slash)...]
      if Self.numberedOperators.contains(name) {
        guard let value = Int(number), (1...1000).contains(value) else {
          faults.append(
            RuleFault(offset: start, reason: "expected a whole number from 1 to 1000 after '\(name)/', not '\(number)'")
          )
          return
        }
        lexemes.append(Lexeme(kind: .numbered(name, value), range: start..<position))
        return
      }
      if name.count > 1, name.allSatisfy({ $0.isUppercase }), number.allSatisfy({ $0.isNumber }) {
        faults.append(
          RuleFault(
            offset: start,
            reason: "unknown operator '\(word)'; known: OR, AND, NOT, "
              + Self.numberedOperators.map { $0 + "/n" }.joined(separator: ", ")))
        return
      }
    }
    if Self.numberedOperators.contains(word) {
      faults.append(RuleFault(offset: start, reason: "expected a number: \(word)/n"))
      return
    }
    lexemes.append(Lexeme(kind: .word(word), range: start..<position))
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Whether a byte is a letter, a digit, one of `- ' & . / * +` or part of a non-ASCII character.
  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 128...255:
      true
    case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
