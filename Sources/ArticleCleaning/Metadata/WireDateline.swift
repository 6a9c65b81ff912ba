import NewsModel
import TextScanning

/// The dateline with which a wire story opens: place, day and agency. `BRUSSELS, Feb 3 (Reuters) - NATO ...`,
/// `MOSKAU (dpa) - ...`, `LONDON (AP) — ...`, `Berlin, 3. Februar /dpa/ - ...`.
///
/// The dateline remains in the text. A dateline on a separate line is a `PublicationLine`.
struct WireDateline: Equatable {
  /// Place and day, without the agency: `BRUSSELS, Feb 3`.
  var text: String
  var agency: String?
  /// Nil if the dateline names no day, or a day without its year.
  var day: Day?

  /// The number of bytes within which a dateline must end.
  private static let reach = 120

  init?(_ paragraph: String, _ vocabulary: PageVocabulary) {
    let head = Substring(decoding: paragraph.utf8.prefix(Self.reach), as: UTF8.self)
    guard let dash = Self.dash(in: head) else { return nil }
    var opening = head[..<dash].trimmingSpaces()
    var agency: String?
    if let mark = opening.last, mark == ")" || mark == "/",
      let open = opening.dropLast().lastIndex(of: mark == ")" ? "(" : "/")
    {
      let name = opening[opening.index(after: open)...].dropLast()
      let found = name.split(separator: "/").lazy.compactMap({ vocabulary.agencies.named($0.trimmingSpaces()) }).first
      let rest = opening[..<open].trimmingSpaces()
      // The wires of press offices are not among the known agencies; a dateline with a day is believed without one.
      guard found != nil || Self.day(endingIn: rest, vocabulary) != nil else { return nil }
      agency = found
      opening = rest
    } else if let comma = opening.lastIndex(where: { $0 == "," || $0 == "." }),
      let found = vocabulary.agencies.named(opening[opening.index(after: comma)...].trimmingSpaces())
    {
      // MOSCOW, February 3, RIA Novosti -
      agency = found
      opening = opening[..<comma].trimmingSpaces()
    }
    let whole = Self.withoutInnerAgency(opening, &agency, vocabulary)
    opening = whole[...]
    day = Self.day(endingIn: opening, vocabulary)
    while let last = opening.last, last == "," || last == "." && agency == nil { opening.removeLast() }
    guard Self.isPlace(opening, certain: agency != nil || day != nil) else { return nil }
    text = String(opening)
    self.agency = agency
  }

  /// PARIS (AP), 12 March 2019
  private static func withoutInnerAgency(
    _ opening: Substring, _ agency: inout String?, _ vocabulary: PageVocabulary
  ) -> String {
    guard agency == nil, let open = opening.firstIndex(of: "("), let close = opening[open...].firstIndex(of: ")"),
      let found = vocabulary.agencies.named(opening[opening.index(after: open)..<close].trimmingSpaces())
    else { return String(opening) }
    agency = found
    return String(opening[..<open].trimmingSpaces()) + opening[opening.index(after: close)...]
  }

  /// Returns the day at the end, after a place and a comma. "On Tuesday, 12 March 2019 - a day before the vote - ..."
  /// is a sentence.
  private static func day(endingIn opening: Substring, _ vocabulary: PageVocabulary) -> Day? {
    guard let comma = opening.firstIndex(of: ","), let first = opening.split(separator: " ").first,
      !vocabulary.prepositions.contains(first.lowercased())
    else { return nil }
    let text = Array(opening[comma...].utf8)
    let found = DateScanner(vocabulary).dates(in: text, 0..<text.count)
    guard found.count == 1, let date = found.first, !date.isSpan, !date.isAmbiguous,
      text[date.range.upperBound...].allSatisfy({ !$0.isASCIILetter && !$0.isDigit })
    else { return nil }
    return date.day
  }

  /// Returns the first dash between spaces, or the first double dash.
  private static func dash(in head: Substring) -> Substring.Index? {
    let characters = head.unicodeScalars
    var previous: Unicode.Scalar = "x"
    for index in characters.indices {
      let character = characters[index]
      switch character {
      case "-", "–", "—":
        guard previous == " " || previous == ")" || previous == "/",
          let next = characters[index...].dropFirst().first
        else { break }
        if next == " " || next == "-" || character == "—" { return index }
      // These marks show that the text before the dash is a sentence.
      case "?", "!", "\"", "“", "„": return nil
      default: break
      }
      previous = character
    }
    return nil
  }

  /// Whether the text is a place. A place must be in capitals and without a number, but a capital at its beginning is enough if an agency or
  /// a day makes the dateline certain.
  private static func isPlace(_ text: Substring, certain: Bool) -> Bool {
    guard let first = text.first, first.isLetter, !first.isLowercase, text.utf8.count <= 80 else { return false }
    let place = text.prefix { $0 != "," && !$0.isNumber }
    let words = place.split(separator: " ")
    guard (1...5).contains(words.count) else { return false }
    if certain { return words.allSatisfy { $0.first.map { !$0.isLowercase } ?? false || $0.count <= 3 } }
    // "WEEKLY REPORT 1 - FEB 26" is a heading.
    let letters = place.filter { $0.isLetter }
    return (place.endIndex == text.endIndex || text[place.endIndex] == ",") && letters.count >= 3
      && letters.allSatisfy { $0.isUppercase }
  }
}

extension Document {
  /// Reads the dateline of the first paragraph. An agency that the byline names is kept.
  mutating func readDateline(_ vocabulary: PageVocabulary) {
    guard let first = blocks.first(where: { $0.zone == .lead || $0.zone == .body }),
      let found = WireDateline(first.text, vocabulary)
    else { return }
    dateline = dateline ?? found.text
    agency = agency ?? found.agency
  }
}

extension Substring {
  func trimmingSpaces() -> Substring {
    var text = self
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
