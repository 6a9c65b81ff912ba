import NewsModel

/// Reads the day of a dateline or of the opening of a text: "NAIROBI, March 12, 2019 (Reuters) - ...", "12 March 2019 -
/// ...".
extension DateCandidates {
  mutating func read(openingOf document: Document) {
    guard let first = document.blocks.first(where: { $0.zone == .lead || $0.zone == .body }) else { return }
    if let dateline = WireDateline(first.text, scanner.vocabulary) {
      read(dateline, of: document.source)
    } else {
      read(opening: Array(first.text.utf8.prefix(Self.longestOpening)))
    }
  }

  private mutating func read(_ dateline: WireDateline, of source: String) {
    if let day = dateline.day {
      add(day, .dateline, .dateline)
    } else if all.isEmpty, PathDate.day(in: source, scanner.vocabulary) == nil, let year = PathDate.year(in: source) {
      // A wire writes "BRUSSELS, Feb 3", so the year is taken from the folder.
      let text = Array((dateline.text + ", \(year)").utf8)
      if let found = scanner.dates(in: text, 0..<text.count).last {
        add(found.day, .dateline, .datelineWithYearOfFolder)
      }
    }
  }

  private mutating func read(opening text: [UInt8]) {
    guard let found = scanner.dates(in: text, 0..<text.count).first, found.range.lowerBound == 0, !found.isSpan else {
      return
    }
    let behind = String(decoding: text[found.range.upperBound...], as: UTF8.self)
    if Self.marksBehindDay.contains(where: behind.hasPrefix) { add(found, .dateline, .opening) }
  }

  /// The number of bytes in which a day at the start of the text must end.
  private static let longestOpening = 60
  private static let marksBehindDay = [" - ", " – ", " — ", ": ", " -- "]
}
