import TextScanning

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

/// Returns the wanted fields of a JSON object, by `foldedFieldName`. Other fields are checked and skipped, so that
/// memory depends only on the wanted ones. The grammar is strict RFC 8259, except that a key may occur twice; the first
/// one counts.
///
/// null, booleans and empty strings count as absent. An object is reduced to its `name`, as in schema.org, and a list
/// to its strings, numbers and objects. A lone surrogate is read as U+FFFD.
func parseJSONObject(
  _ bytes: [UInt8], _ range: Range<Int>, wanted: Set<String>
) throws(JSONFault) -> [String: FieldValue] {
  var reader = JSONReader(bytes, range, .strict)
  reader.skipBlanks()
  var fields: [String: FieldValue] = [:]
  try reader.readObject { reader, key throws(JSONFault) in
    let name = foldedFieldName(key)
    if wanted.contains(name), fields[name] == nil {
      fields[name] = try reader.readField()
    } else {
      try reader.skipValue()
    }
  }
  try reader.expectEnd(after: "object")
  return fields
}

/// Throws if the bytes are not a JSON array or if something follows it.
func checkJSONArray(_ bytes: [UInt8]) throws(JSONFault) {
  var reader = JSONReader(bytes, 0..<bytes.count, .strict)
  reader.skipBlanks()
  try reader.readArray { reader throws(JSONFault) in try reader.skipValue() }
  try reader.expectEnd(after: "array")
}

extension JSONReader {
  /// The most items kept of a list; no real list of tags or authors is longer.
  private static let maximumItems = 1000

  fileprivate mutating func readField() throws(JSONFault) -> FieldValue? {
    switch current {
    case UInt8(ascii: "\""):
      let text = try readString()
      return text.isEmpty ? nil : .text(text)
    case UInt8(ascii: "["):
      var items: [String] = []
      try readArray { reader throws(JSONFault) in
        if let item = try reader.readField(), items.count < Self.maximumItems { items += item.items.prefix(1) }
      }
      return items.isEmpty ? nil : .list(items)
    case UInt8(ascii: "{"):
      var name: FieldValue?
      try readObject { reader, key throws(JSONFault) in
        if key == "name", name == nil { name = try reader.readField() } else { try reader.skipValue() }
      }
      return name
    default:
      if case .number(let digits) = try readLiteral() { return .number(digits) }
      return nil
    }
  }
}
