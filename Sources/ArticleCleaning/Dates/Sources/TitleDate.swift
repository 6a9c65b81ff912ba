import NewsModel

/// Reads the day in a title: "Daily Bulletin, 12 March 2019". A title with several dates gives no day.
extension DateCandidates {
  mutating func read(pageTitle title: String?) {
    guard let title, let found = onlyDate(in: Array(title.utf8)) else { return }
    add(found, .title, found.isSpan ? .oneOfSeveralDays : .title)
  }

  /// Reads the title of an article that was saved as plain text. Its first line may be a headline or the name of a
  /// publication.
  mutating func read(articleTitle title: String?) {
    guard let title else { return }
    let text = Array(title.utf8)
    guard let found = onlyDate(in: text), !found.isSpan else { return }
    add(found, .title, PublicationLine(text, scanner) != nil ? .title : .headline)
  }

  private func onlyDate(in text: [UInt8]) -> DateScanner.Found? {
    let found = scanner.dates(in: text, 0..<text.count)
    return found.count == 1 ? found[0] : nil
  }
}
