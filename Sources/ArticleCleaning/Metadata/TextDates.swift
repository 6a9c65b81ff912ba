import NewsModel

/// Where texts without markup have their dates, besides the lines above and below them.
extension DateCandidates {
  /// The day of a dateline, or one that the text opens with: "NAIROBI, March 12, 2019 (Reuters) - ...", "12 March 2019 - ...".
  mutating func read(opening document: Document) {
    guard let first = document.blocks.first(where: { $0.zone == .lead || $0.zone == .body }) else { return }
    if let dateline = Dateline(first.text, scanner.vocabulary) {
      if let day = dateline.day {
        add(day, "dateline", trust: 70)
      } else if all.isEmpty, PathDate.day(in: document.source, scanner.vocabulary) == nil,
        let year = PathDate.year(in: document.source)
      {
        // The wire's own "BRUSSELS, Feb 3": the folder has the year.
        let text = Array((dateline.text + ", \(year)").utf8)
        if let found = scanner.dates(in: text, 0..<text.count).last { add(found.day, "dateline", trust: 40) }
      }
      return
    }
    let text = Array(first.text.utf8.prefix(Self.opening))
    guard let found = scanner.dates(in: text, 0..<text.count).first, found.range.lowerBound == 0, !found.isSpan else {
      return
    }
    let behind = String(decoding: text[found.range.upperBound...], as: UTF8.self)
    guard [" - ", " – ", " — ", ": ", " -- "].contains(where: behind.hasPrefix) else { return }
    add(found.day, "dateline", trust: 60, isAmbiguous: found.isAmbiguous)
  }

  private static let opening = 60

  /// Below all that the text says of itself.
  mutating func read(path: String) {
    if let day = PathDate.day(in: path, scanner.vocabulary) { add(day, "path", trust: 22) }
  }
}
