import NewsModel

/// Reads the days of the lines above and below a text without markup. The first of them has the highest trust.
extension DateCandidates {
  /// Reads a line of an article that was saved without its page.
  mutating func read(_ line: PublicationLine) {
    for (found, label) in line.days {
      switch label {
      case .published: add(line: found, .textPublished, .publishedBesideTitle)
      case .changed: add(line: found, .textUpdated, .changedLine, isChange: true)
      case nil: add(line: found, .byline, .byline)
      }
    }
  }

  /// Reads a line of a page that was saved as text, near its title.
  mutating func read(lineOfDump found: DateScanner.Found, _ label: DateLabel?) {
    let isChange = label == .changed
    add(line: found, .byline, isChange ? .changedLine : .lineOfDump, isChange: isChange)
  }

  /// Reads the first date of a field "Date: ..." that also contains other words.
  mutating func read(field found: DateScanner.Found) { add(found, .textPublished, .field) }

  private mutating func add(
    line found: DateScanner.Found, _ method: DateMethod, _ trust: DateTrust, isChange: Bool = false
  ) {
    // Each day that was found before lowers the trust by one point: the first lines name the day of publication.
    add(found, method, trust.lowered(by: all.count), isChange: isChange)
  }
}
