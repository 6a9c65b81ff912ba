import TextScanning

/// The authors and the agency that a line names: "By Jane Doe and John Roe | Reuters", "Von Erika Muster, dpa".
struct Byline: Equatable {
  /// The persons, separated by ", ".
  var author: String?
  var agency: String?

  var isEmpty: Bool { author == nil && agency == nil }

  /// - Parameters:
  ///   text: one line without its date.
  ///   needsLabel: whether only names directly behind a label count.
  init(_ text: String, needsLabel: Bool = false, _ vocabulary: PageVocabulary) {
    let words = vocabulary.bylines
    var persons: [String] = []
    var line = Substring(text)
    let isLabelled = Self.dropLabel(&line, words)
    // A single name must stand behind a label, or behind such a name and a conjunction.
    var isNamed = isLabelled
    for piece in Self.pieces(line, words) {
      var name = piece.text
      isNamed = Self.dropLabel(&name, words) || isNamed && piece.isJoined
      if let found = vocabulary.agencies.named(name) {
        agency = agency ?? found
      } else if let person = Self.person(name, labelled: isNamed, isLabelled, words),
        isNamed || !needsLabel, !persons.contains(person)
      {
        persons.append(person)
      }
    }
    author = persons.isEmpty ? nil : persons.joined(separator: ", ")
  }

  /// Whether a line begins with a label that a name follows.
  static func isLabelled(_ line: [UInt8], _ words: BylineWords) -> Bool {
    !line.isEmpty && words.openings.match(Scalars.lowered(line, limit: 16), at: 0) != nil
  }

  /// Whether a block of a text file begins like one that names the author.
  static func opensBlock(_ text: [UInt8], _ words: BylineWords) -> Bool {
    words.textOpenings.match(Scalars.lowered(text, limit: 64), at: 0) { _, end in end < text.count } != nil
  }

  /// Removes a label such as "By", "Von" or "Автор:" from the front, and returns whether there was one.
  static func dropLabel(_ line: inout Substring, _ words: BylineWords) -> Bool {
    line = trimmed(line)
    guard !line.isEmpty,
      let length = words.labels.match(Scalars.lowered(Array(line.utf8.prefix(labelBytes)), limit: labelBytes), at: 0)
    else { return false }
    line = trimmed(Substring(line.utf8.dropFirst(length)))
    return true
  }

  /// Returns the names in a line, which commas, bars, dashes between spaces, brackets and conjunctions separate, and
  /// whether each is the first one or stands behind a conjunction.
  private static func pieces(_ line: Substring, _ words: BylineWords) -> [(text: Substring, isJoined: Bool)] {
    var pieces: [(text: Substring, isJoined: Bool)] = []
    func add(_ text: Substring, isJoined: Bool) {
      let text = trimmed(text)
      if !text.isEmpty { pieces.append((text, isJoined || pieces.isEmpty)) }
    }
    var isListed = false
    for part in line.split(omittingEmptySubsequences: false, whereSeparator: { separators.contains($0) }) {
      var rest = part
      var isJoined = isListed
      // " - " separates names; a hyphen inside a name does not.
      while true {
        let dash = firstRange(of: [" - "], in: rest)
        guard let cut = dash ?? firstRange(of: words.conjunctions, in: rest) else { break }
        add(rest[..<cut.lowerBound], isJoined: isJoined)
        isJoined = dash == nil
        rest = rest[cut.upperBound...]
      }
      add(rest, isJoined: isJoined)
      // The ideographic comma stands between names only.
      isListed = part.endIndex < line.endIndex && line[part.endIndex] == "、"
    }
    return pieces
  }

  private static let separators = Set("|,;/()[]•·–—\n\t:、，；／（）：")

  /// Returns the range of the first of the words that occurs in the text.
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

  static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace || "-–—:|.,".contains(first) { text.removeFirst() }
    while let last = text.last, last.isWhitespace || "-–—:|,@".contains(last) { text.removeLast() }
    return text
  }

  /// Returns the person whom a text names, without a job ("Erika Muster Redakteurin") and a place behind the name ("Jane
  /// Doe in Oslo").
  private static func person(_ text: Substring, labelled: Bool, _ inLine: Bool, _ known: BylineWords) -> String? {
    var words = text.split(separator: " ")
    while let last = words.last, known.jobs.contains(last.lowercased()) { words.removeLast() }
    while let first = words.first, known.jobs.contains(first.lowercased()) { words.removeFirst() }
    if let place = words.dropFirst().firstIndex(where: { known.beforePlaces.contains(String($0)) }) {
      words.removeSubrange(place...)
    }
    if words.last?.last == ".", words.last.map({ $0.count > 3 }) ?? false { words[words.count - 1].removeLast() }
    let name = words.joined(separator: " ")
    return isPerson(Substring(name), labelled: labelled || inLine && words.count > 1, known) ? name : nil
  }

  /// Whether a text is a person's name: two to four words with capitals, or one to five after a label, without a digit
  /// and without a word of a newsroom or a firm.
  static func isPerson(_ name: Substring, labelled: Bool, _ known: BylineWords) -> Bool {
    guard !name.contains(where: { $0.isNumber || "@#&=?!/_".contains($0) }) else { return false }
    let words = name.split(separator: " ")
    guard words.count <= (labelled ? 5 : 4), words.count >= 2 || (labelled && words.count == 1) else { return false }
    var capitals = 0
    for word in words {
      for part in word.lowercased().split(separator: "-") {
        let part = part.filter { $0.isLetter }
        if known.impersonal.contains(part) || known.impersonalEndings.contains(where: part.hasSuffix) { return false }
      }
      guard let first = word.first(where: { $0.isLetter }) else { return false }
      if first.isUppercase || labelled && !first.isCased {
        capitals += 1
      } else if !known.particles.contains(word.lowercased()) {
        return false
      }
    }
    // A name in a script without capitals, or a single name, needs a label.
    return capitals >= 2 || labelled && capitals == words.count
  }

  /// The bytes of the longest label.
  private static let labelBytes = 32
}
