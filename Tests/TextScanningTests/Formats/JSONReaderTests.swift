import Testing
import TextScanning

@Suite struct JSONReaderTests {
  /// Reads a whole value strictly and writes it down: the keys, strings and literals in order.
  private func strict(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var reader = JSONReader(bytes, 0..<bytes.count, .strict)
    do throws(JSONFault) {
      reader.skipBlanks()
      let value = try written(&reader)
      try reader.expectEnd(after: "value")
      return value
    } catch {
      return "\(error.reason) at \(error.position)"
    }
  }

  private func written(_ reader: inout JSONReader) throws(JSONFault) -> String {
    var parts: [String] = []
    switch reader.current {
    case UInt8(ascii: "{"):
      try reader.readObject { reader, key throws(JSONFault) in parts.append("\(key): \(try written(&reader))") }
      return "{\(parts.joined(separator: "; "))}"
    case UInt8(ascii: "["):
      try reader.readArray { reader throws(JSONFault) in parts.append(try written(&reader)) }
      return "[\(parts.joined(separator: "; "))]"
    case UInt8(ascii: "\""): return "<\(try reader.readString())>"
    default:
      switch try reader.readLiteral() {
      case .bool(let value): return "\(value)"
      case .null: return "null"
      case .number(let digits): return digits
      }
    }
  }

  @Test(arguments: [
    (#" {"a": [1, -2.5e+3, true, null], "b": {}} "#, "{a: [1; -2.5e+3; true; null]; b: {}}"),
    (#""\u00e9\ud83d\ude00\ud800\n\/""#, "<é😀\u{FFFD}\n/>"),
    ("[]", "[]"),
    ("[1,]", "a value is missing at 3"),
    ("[1 2]", "a comma or ] is missing at 3"),
    (#"{"a" 1}"#, ": is missing at 5"),
    (#"{a: 1}"#, "a key is missing at 1"),
    (#"{"a": 1"#, "it ends early at 7"),
    ("[01]", "a comma or ] is missing at 2"),
    ("[1.]", "a digit is missing at 3"),
    ("1 2", "something follows the value at 2"),
    (#""a"#, "a string is not closed at 2"),
    (#""\x""#, "an escape that JSON does not have at 2"),
    (#""\u12g4""#, "\\u without four hexadecimal digits at 5"),
    ("/* */ 1", "a value is missing at 0"),
  ])
  func theStrictGrammarNamesEachFault(text: String, expected: String) {
    #expect(strict(text) == expected)
  }

  @Test func nestingIsBounded() {
    #expect(strict(String(repeating: "[", count: 100_000)) == "nested more than 200 deep at 201")
    #expect(strict(String(repeating: "[", count: 200) + String(repeating: "]", count: 200)).count == 400)
  }

  private func lenient(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return JSONValue.read(bytes, 0..<bytes.count).map(written) ?? "none"
  }

  private func written(_ value: JSONValue) -> String {
    switch value {
    case .object(let members): "{\(members.map { "\($0.key): \(written($0.value))" }.joined(separator: "; "))}"
    case .array(let elements): "[\(elements.map(written).joined(separator: "; "))]"
    case .string(let text): "<\(text)>"
    case .number(let digits): digits
    case .bool(let value): "\(value)"
    case .null: "null"
    }
  }

  @Test(arguments: [
    (#"<!-- {"a": [1,,2,],} -->"#, "{a: [1; 2]}"),
    ("[/* a note */ \"line\\none\", undefined, \u{1}true]", "[<line one>; null; true]"),
    (#"{"a": "it ends", "b": {"c": [1, "half"#, "{a: <it ends>; b: {c: [1]}}"),
    (#"{"a": 1 "b": 2, c: 3, "d": 4}"#, "{a: 1; b: 2}"),
    (#"["\u00zz", "\q", "raw line\#nend"]"#, "[<\u{FFFD}00zz>; <q>; <raw line\nend>]"),
    ("no value", "none"),
  ])
  func theLenientGrammarKeepsWhatItCouldRead(text: String, expected: String) {
    #expect(lenient(text) == expected)
  }

  @Test func deepNestingOfAPageEnds() {
    #expect(lenient(String(repeating: "[", count: 100_000)).hasPrefix("[[[["))
  }

  @Test func stringsOfAScriptHaveTheNamesBeforeThem() {
    let script = Array(#"window.x = {"title": "A\tB", "tags": ["one", "two"], "body": "1\r\n2\u00e9"}; f("cut"#.utf8)
    var found: [String] = []
    JSONStrings.each(in: script.span) { key, value in
      found.append("\(String(decoding: key, as: UTF8.self))=\(String(decoding: value, as: UTF8.self))")
    }
    #expect(found == ["title=A B", "tags=one", "tags=two", "body=1\n\n2é", "body=cut"])
  }
}
