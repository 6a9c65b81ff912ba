import TextScanning

/// A line "Name: value" above an article, as mail programs, press offices and people who save articles write them.
struct HeadField {
  /// The raw values are the meanings in `labels.tsv`.
  enum Kind: String {
    case title, date, author, publisher, address, tags
    /// A note of a press database about the article, such as its section or its number of words.
    case record
    /// A field of a message, a press office or a file that contains nothing about the article.
    case other
  }

  let kind: Kind
  let value: String

  init?(_ text: [UInt8], _ vocabulary: PageVocabulary) {
    guard text.count <= Self.longest, let colon = text.firstIndex(of: UInt8(ascii: ":")), colon <= Self.longestName,
      let kind = Self.kind(of: text[..<colon], vocabulary) ?? Self.length(text, colon)
    else { return nil }
    self.kind = kind
    // In the heads that site generators read, values are in quotes and lists are in brackets.
    value = String(decoding: text[(colon + 1)...], as: UTF8.self).trimmed.within("\"", "\"").within("'", "'")
      .within("[", "]")
  }

  // In bytes.
  private static let longest = 400
  private static let longestName = 32

  private static func kind(of name: ArraySlice<UInt8>, _ vocabulary: PageVocabulary) -> Kind? {
    let name = String(decoding: Scalars.lowered(Array(name)), as: UTF8.self).filter { $0 != "*" }.trimmed
    return name.hasPrefix("x-") ? .other : vocabulary.fieldNames[name]
  }

  /// "LENGTH: 560 words" is the length of the article. Any other length may be, for example, that of a dam.
  private static func length(_ text: [UInt8], _ colon: Int) -> Kind? {
    let line = String(decoding: text, as: UTF8.self).lowercased()
    return line.hasPrefix("length:") && line.hasSuffix("words") ? .record : nil
  }

  /// Returns the names of fields, in lower case.
  static func names(_ labels: [Label]) -> [String: Kind] {
    var names: [String: Kind] = [:]
    for label in labels where label.uses.contains(.field) { names[label.text] = Kind(rawValue: label.meaning.rawValue) }
    return names
  }
}

extension HeadField {
  /// The byline in the value of an author field, without the mail address: "Jane Doe <jane@example.org>".
  func byline(_ vocabulary: PageVocabulary) -> Byline { Byline("by " + value.prefix { $0 != "<" }, vocabulary) }

  /// The parts of the value between commas.
  var list: [String] {
    value.split(whereSeparator: { ",;|".contains($0) }).map { String($0).trimmed.within("\"", "\"") }
      .filter { !$0.isEmpty }
  }
}

extension String {
  fileprivate func within(_ open: Character, _ close: Character) -> String {
    utf8.count > 1 && first == open && last == close ? String(dropFirst().dropLast()) : self
  }

  var trimmed: String { String(Substring(self).trimmingSpaces()) }
}
