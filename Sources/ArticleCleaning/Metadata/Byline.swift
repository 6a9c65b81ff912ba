/// Who wrote an article, read from the line that says so: "By Jane Doe and John Roe | Reuters", "Von Erika Muster, dpa".
struct Byline: Equatable {
  /// Persons, parted by ", ".
  var author: String?
  var agency: String?

  /// - Parameter text: one line, its date left out.
  init(_ text: String) {
    var persons: [String] = []
    var line = Substring(text)
    let isLabelled = Self.dropLabel(&line)
    for piece in Self.pieces(line) {
      var piece = piece
      let isNamed = Self.dropLabel(&piece)
      if let found = NewsAgencies.named(piece) {
        agency = agency ?? found
      } else if Self.isPerson(piece, labelled: isLabelled || isNamed), !persons.contains(String(piece)) {
        persons.append(String(piece))
      }
    }
    author = persons.isEmpty ? nil : persons.joined(separator: ", ")
  }

  /// The line says that a name follows.
  static func isLabelled(_ line: [UInt8]) -> Bool {
    !line.isEmpty && openings.match(Scalars.lowered(line, limit: 16), at: 0) != nil
  }

  private static let openings = PhraseTable(
    [
      "by ", "by:", "written by", "von ", "par ", "por ", "di ", "door ", "автор", "autor", "auteur", "text:", "текст:",
      "author",
    ].map { ($0, true) })

  /// Cuts "By", "Von", "Автор:" and their like from the front; true when one was there.
  private static func dropLabel(_ line: inout Substring) -> Bool {
    line = trimmed(line)
    guard !line.isEmpty,
      let length = labels.match(Scalars.lowered(Array(line.utf8.prefix(labelBytes)), limit: labelBytes), at: 0)
    else { return false }
    line = trimmed(Substring(line.utf8.dropFirst(length)))
    return true
  }

  /// The names of a line: parted by commas, bars, dashes between spaces, brackets and the word "and".
  private static func pieces(_ line: Substring) -> [Substring] {
    var pieces: [Substring] = []
    for part in line.split(whereSeparator: { "|,;/()[]•·–—\n\t:".contains($0) }) {
      var rest = part
      // " - " parts, a hyphen inside a name does not.
      while let cut = firstRange(of: [" - "], in: rest) ?? firstRange(of: conjunctions, in: rest) {
        pieces.append(trimmed(rest[..<cut.lowerBound]))
        rest = rest[cut.upperBound...]
      }
      pieces.append(trimmed(rest))
    }
    return pieces.filter { !$0.isEmpty }
  }

  /// Where the first of the words that stands in the text does.
  private static func firstRange(of words: [String], in text: Substring) -> Range<Substring.Index>? {
    let bytes = text.utf8
    guard bytes.contains(0x20) else { return nil }
    for word in words {
      var at = bytes.startIndex
      while let start = bytes[at...].firstIndex(of: 0x20) {
        if bytes[start...].starts(with: word.utf8) { return start..<bytes.index(start, offsetBy: word.utf8.count) }
        at = bytes.index(after: start)
      }
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace || "-–—:|.,".contains(first) { text.removeFirst() }
    while let last = text.last, last.isWhitespace || "-–—:|,@".contains(last) { text.removeLast() }
    return text
  }

  /// Two to four words with capitals, or, behind a label, one to five; no digit, no word of a newsroom or a firm.
  static func isPerson(_ name: Substring, labelled: Bool) -> Bool {
    guard !name.contains(where: { $0.isNumber || "@#&=?!/_".contains($0) }) else { return false }
    let words = name.split(separator: " ")
    guard words.count <= (labelled ? 5 : 4), words.count >= 2 || (labelled && words.count == 1) else { return false }
    var capitals = 0
    for word in words {
      for part in word.lowercased().split(separator: "-") {
        let part = part.filter { $0.isLetter }
        // Compounds: "Onlineredaktion", "Newsteam".
        if impersonal.contains(part) || part.hasSuffix("redaktion") || part.hasSuffix("team") { return false }
      }
      guard let first = word.first(where: { $0.isLetter }) else { return false }
      if first.isUppercase || !first.isCased {
        capitals += 1
      } else if !particles.contains(word.lowercased()) {
        return false
      }
    }
    // A script without capitals, or one name alone: only a label makes it a person.
    return capitals >= 2 || labelled && capitals == words.count
  }

  /// Bytes of the longest label.
  private static let labelBytes = 32
  /// With their lengths.
  private static let labels = PhraseTable<Int>(
    [
      "by ", "by: ", "by\n", "written by ", "written by: ", "posted by ", "story by ", "reported by ", "author: ",
      "author ", "authors: ", "von ", "par ", "por ", "di ", "a cura di ", "door ",
      "autor: ", "autor ", "autorka: ", "автор: ", "автор ", "авторы: ", "текст: ", "opracował: ", "opr. ", "text: ",
      "text ", "av ", "af ", "auteur : ", "auteur: ", "redactie: ",
      "文/", "作者：", "作者:", "记者", "記者",
    ].map { ($0, $0.utf8.count) })
  private static let conjunctions = [" and ", " und ", " et ", " y ", " e ", " en ", " i ", " и ", " & ", " with "]
  /// Small words inside names.
  private static let particles: Set<String> = [
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "la", "le", "van", "von", "der", "den", "zu",
    "zur", "el", "al", "bin", "ibn", "y", "e", "af", "av", "ter", "ten", "st", "st.", "d'",
  ]
  /// Words of newsrooms, offices, firms and pages: a line with one of them names no person.
  private static let impersonal: Set<String> = [
    "staff", "newsdesk", "collectif", "kollektiv", "collective", "verlag", "editor", "editors", "editorial",
    "editorials", "newsroom", "news", "team", "desk", "bureau", "admin",
    "administrator", "webmaster", "guest", "contributor", "contributors", "correspondent",
    "reporter", "reporters", "writer", "writers", "agency", "agencies", "press", "media", "newspaper", "magazine",
    "online", "times", "post", "daily", "tribune", "herald", "guardian", "journal", "redaktion", "redaktor", "redakcja",
    "redakcyjny",
    "redaction", "rédaction", "redacción", "redazione", "redação", "redactie", "редакция", "редактор", "moderator",
    "user", "author", "anonymous", "unknown", "inc", "ltd", "llc", "gmbh", "corp", "company", "group",
    "foundation", "institute", "university", "department", "ministry", "committee", "council", "association",
    "published", "updated", "posted", "modified", "date", "comments", "comment", "share", "read", "min", "minutes",
    "ago",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "subscribe",
    "photo", "video", "image", "source", "sources", "com", "www", "http", "https", "home", "blog", "the", "more",
    "print", "email",
    "aktualisiert", "veröffentlicht", "stand", "uhr", "publié", "publicado", "actualizado", "pubblicato",
    "опубликовано", "categories", "category", "tags", "am", "pm",
  ]
}
