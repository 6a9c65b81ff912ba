import TextScanning

/// Who wrote an article, read from the line that says so: "By Jane Doe and John Roe | Reuters", "Von Erika Muster, dpa".
struct Byline: Equatable {
  /// Persons, parted by ", ".
  var author: String?
  var agency: String?

  var isEmpty: Bool { author == nil && agency == nil }

  /// - Parameter text: one line, its date left out.
  init(_ text: String, _ vocabulary: PageVocabulary) {
    let words = vocabulary.bylines
    var persons: [String] = []
    var line = Substring(text)
    let isLabelled = Self.dropLabel(&line, words)
    for piece in Self.pieces(line, words) {
      var piece = piece
      let isNamed = Self.dropLabel(&piece, words)
      if let found = vocabulary.agencies.named(piece) {
        agency = agency ?? found
      } else if Self.isPerson(piece, labelled: isLabelled || isNamed, words), !persons.contains(String(piece)) {
        persons.append(String(piece))
      }
    }
    author = persons.isEmpty ? nil : persons.joined(separator: ", ")
  }

  /// The line says that a name follows.
  static func isLabelled(_ line: [UInt8], _ words: BylineWords) -> Bool {
    !line.isEmpty && words.openings.match(Scalars.lowered(line, limit: 16), at: 0) != nil
  }

  /// Cuts "By", "Von", "Автор:" and their like from the front; true when one was there.
  private static func dropLabel(_ line: inout Substring, _ words: BylineWords) -> Bool {
    line = trimmed(line)
    guard !line.isEmpty,
      let length = words.labels.match(Scalars.lowered(Array(line.utf8.prefix(labelBytes)), limit: labelBytes), at: 0)
    else { return false }
    line = trimmed(Substring(line.utf8.dropFirst(length)))
    return true
  }

  /// The names of a line: parted by commas, bars, dashes between spaces, brackets and the word "and".
  private static func pieces(_ line: Substring, _ words: BylineWords) -> [Substring] {
    var pieces: [Substring] = []
    for part in line.split(whereSeparator: { "|,;/()[]•·–—\n\t:".contains($0) }) {
      var rest = part
      // " - " parts, a hyphen inside a name does not.
      while let cut = firstRange(of: [" - "], in: rest) ?? firstRange(of: words.conjunctions, in: rest) {
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
  static func isPerson(_ name: Substring, labelled: Bool, _ known: BylineWords) -> Bool {
    guard !name.contains(where: { $0.isNumber || "@#&=?!/_".contains($0) }) else { return false }
    let words = name.split(separator: " ")
    guard words.count <= (labelled ? 5 : 4), words.count >= 2 || (labelled && words.count == 1) else { return false }
    var capitals = 0
    for word in words {
      for part in word.lowercased().split(separator: "-") {
        let part = part.filter { $0.isLetter }
        // Compounds: "Onlineredaktion", "Newsteam".
        if known.impersonal.contains(part) || part.hasSuffix("redaktion") || part.hasSuffix("team") { return false }
      }
      guard let first = word.first(where: { $0.isLetter }) else { return false }
      if first.isUppercase || !first.isCased {
        capitals += 1
      } else if !known.particles.contains(word.lowercased()) {
        return false
      }
    }
    // A script without capitals, or one name alone: only a label makes it a person.
    return capitals >= 2 || labelled && capitals == words.count
  }

  /// Bytes of the longest label.
  private static let labelBytes = 32
}
