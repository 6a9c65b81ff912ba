import TextScanning

/// A line that states when an article was published, and perhaps where and by whom: "12 March 2019", "Published: March
/// 12, 2019", "By Jane Doe | March 12, 2019 | Reuters".
///
/// A line with any other lower-case word is text: "Parliament met on 12 March 2019". The opening of a wire story is a
/// `WireDateline`.
struct PublicationLine {
  /// One to three days.
  private(set) var days: [(found: DateScanner.Found, label: DateLabel?)] = []
  private(set) var author: String?
  private(set) var agency: String?
  /// Whether the line has no words except labels, weekdays and words of clock times.
  private(set) var isBare = true

  /// In bytes.
  static let longest = 200

  init?(_ text: [UInt8], _ scanner: DateScanner) {
    guard text.count <= Self.longest, text.contains(where: { $0.isDigit || $0 >= 0xD9 }) else { return nil }
    // Such a line is a person's account name under a message, or the second half of a sentence.
    guard !text.contains(UInt8(ascii: "@")), !Self.endsSentence(text) else { return nil }
    let found = scanner.dates(in: text, 0..<text.count)
    guard (1...3).contains(found.count), !found.contains(where: \.isSpan) else { return nil }
    var start = 0
    for date in found {
      days.append((date, DateLabel(text, start..<text.count, date: date.range, scanner.vocabulary)))
      start = date.range.upperBound
    }
    // "29 November 2018 | 20 January 2019" is a period.
    guard days.count == 1 || days.contains(where: { $0.label != nil }) else { return nil }
    var rest = text
    for date in found.reversed() { rest.replaceSubrange(date.range, with: [UInt8(ascii: "|")]) }
    guard readWords(of: rest, scanner.vocabulary) else { return nil }
    readNames(of: rest, scanner.vocabulary)
  }

  /// Returns false if a word shows that the line is text.
  private mutating func readWords(of rest: [UInt8], _ vocabulary: PageVocabulary) -> Bool {
    var names = 0
    for word in rest.split(whereSeparator: { !Self.isWordByte($0) }) {
      let letters = Array(word)
      let first = Scalars.decode(letters, 0, letters.count).value
      if Scalars.letterCase(first) == .none { continue }
      if vocabulary.besideDates.contains(Scalars.lowered(letters)) { continue }
      if Scalars.letterCase(first) == .lower { return false }
      names += 1
    }
    isBare = names == 0
    let ends = rest.last == UInt8(ascii: ".") || rest.last == UInt8(ascii: "?") || rest.last == UInt8(ascii: "!")
    return names <= Self.mostNames && !(ends && names > Self.mostNamesOfSentence)
  }

  /// Reads an author only if the line has a label such as "By" or names an agency: "New York, 12 March 2019" and
  /// "Middle East | 12 March 2019" name none.
  private mutating func readNames(of rest: [UInt8], _ vocabulary: PageVocabulary) {
    guard !isBare else { return }
    // "By Jane Doe on 12 March 2019"
    let line = String(decoding: rest, as: UTF8.self).replacing(" on |", with: " |").replacing(" at |", with: " |")
    let byline = Byline(line, vocabulary)
    agency = byline.agency
    let parts = line.split(whereSeparator: { ",|;•·".contains($0) }).map { Array($0.trimmingSpaces().utf8) }
    if agency != nil || parts.contains(where: { Byline.isLabelled($0, vocabulary.bylines) }) { author = byline.author }
  }

  /// Whether the line begins with a lower-case letter and ends with a full stop.
  private static func endsSentence(_ text: [UInt8]) -> Bool {
    text.last == UInt8(ascii: ".") && text.first.map { (0x61...0x7A).contains($0) } ?? false
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
  }

  /// The most words with a capital beside a date: the words of names, places and departments.
  private static let mostNames = 10
  /// A line that ends with a full stop and has more such words is a sentence.
  private static let mostNamesOfSentence = 3

  /// The words that such lines contain besides names: labels, weekdays, words of clock times, and words that join
  /// these.
  static func wordsBesideNames(_ words: [BylineWord], _ calendar: Calendar, _ labels: DateLabels) -> Set<[UInt8]> {
    let others = words.filter { $0.meaning == .besideDate }.map(\.word)
    return Set((others + calendar.weekdays).map { Array($0.utf8) } + labels.words)
  }
}
