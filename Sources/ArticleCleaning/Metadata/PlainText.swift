/// Plain text of titles in attributes, which may have been escaped twice or contain tags.
enum PlainText {
  static func of(markup text: String) -> String {
    guard text.contains("&") || text.contains("<") else { return text }
    var plain = ""
    var rest = Substring(text)
    // If the text has no other ">", it is not searched again from each "<".
    var mayClose = true
    while let first = rest.first {
      if mayClose, first == "<", let next = rest.dropFirst().first, next.isLetter || next == "/" {
        if let close = rest.firstIndex(of: ">") {
          rest = rest[rest.index(after: close)...]
          continue
        }
        mayClose = false
      }
      if first == "&", let end = rest.prefix(10).firstIndex(of: ";"),
        let character = character(rest[rest.index(after: rest.startIndex)..<end])
      {
        plain.append(character)
        rest = rest[rest.index(after: end)...]
        continue
      }
      plain.append(first)
      rest.removeFirst()
    }
    return plain
  }

  private static func character(_ name: Substring) -> Character? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let value =
        digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init).map(Character.init)
    }
    return names[String(name)]
  }

  private static let names: [String: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—", "lsquo": "‘",
    "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "bdquo": "„", "hellip": "…", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü",
    "szlig": "ß", "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç", "euro": "€", "laquo": "«", "raquo": "»",
  ]
}
