/// A JSON text as pages contain it, read by the lenient grammar. The values before a fault are kept.
package enum JSONValue {
  case object([(key: String, value: JSONValue)])
  case array([JSONValue])
  case string(String)
  case number(String)
  case bool(Bool)
  case null

  /// Reads the first object or array in a range of valid UTF-8; nil if there is none. Escaped line ends and tabs in
  /// strings become blanks.
  package static func read(_ bytes: [UInt8], _ range: Range<Int>) -> JSONValue? {
    var reader = JSONReader(bytes, range, .lenient)
    reader.skipToContainer()
    return reader.current == nil ? nil : try? JSONValue(&reader)
  }

  /// Throws if there is no value, or if a string or literal is cut off. Objects and arrays keep the parts that were
  /// read.
  private init(_ reader: inout JSONReader) throws(JSONFault) {
    switch reader.current {
    case UInt8(ascii: "{"):
      var members: [(key: String, value: JSONValue)] = []
      do throws(JSONFault) {
        try reader.readObject { reader, key throws(JSONFault) in members.append((key, try JSONValue(&reader))) }
      } catch {}
      self = .object(members)
    case UInt8(ascii: "["):
      var elements: [JSONValue] = []
      do throws(JSONFault) {
        try reader.readArray { reader throws(JSONFault) in elements.append(try JSONValue(&reader)) }
      } catch {}
      self = .array(elements)
    case UInt8(ascii: "\""): self = .string(try reader.readString(.blanks))
    default:
      self =
        switch try reader.readLiteral() {
        case .bool(let value): .bool(value)
        case .null: .null
        case .number(let digits): .number(digits)
        }
    }
  }

  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string or a number.
  package var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// The elements of an array; for any other value, that value as the only element; none for null.
  package var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }
}
