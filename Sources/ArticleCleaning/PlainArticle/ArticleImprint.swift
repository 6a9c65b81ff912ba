import NewsModel

/// The facts that the lines around an article state about it. For each fact, such as the title or the author, the first
/// line that states it counts.
struct ArticleImprint {
  var title: String?
  var address: String?
  var author: String?
  var agency: String?
  var publisher: String?
  var tags: [String] = []
  private(set) var dates: DateCandidates

  init(scanner: DateScanner) { dates = DateCandidates(scanner: scanner) }

  mutating func take(_ byline: Byline) {
    author = author ?? byline.author
    agency = agency ?? byline.agency
  }

  mutating func take(_ line: PublicationLine) {
    dates.read(line)
    author = author ?? line.author
    agency = agency ?? line.agency
  }

  /// - Parameters:
  ///   - line: the field, if it is a line with a date and no other text.
  ///   - firstDate: the first date of the field, whatever else the field contains.
  mutating func take(_ field: HeadField, line: PublicationLine?, firstDate: DateScanner.Found?) {
    switch field.kind {
    case .title: title = title ?? (field.value.isEmpty ? nil : field.value)
    case .author: take(field.byline(dates.scanner.vocabulary))
    case .publisher: takePublisher(field.value)
    case .address: if field.value.contains("://") { address = address ?? field.value }
    case .tags: tags += field.list
    case .date where line == nil:
      if let firstDate { dates.read(field: firstDate) }
    case .date, .record, .other: break
    }
    if let line { take(line) }
  }

  private mutating func takePublisher(_ value: String) {
    if value.contains("://") {
      address = address ?? value
      return
    }
    let name = String(value.prefix { !",|;".contains($0) }).trimmed
    if let found = dates.scanner.vocabulary.agencies.named(name) {
      agency = agency ?? found
    } else if !name.isEmpty, name.utf8.count <= Self.longestPublisher {
      publisher = publisher ?? name
    }
  }

  /// In bytes.
  private static let longestPublisher = 80

  mutating func readTitleDate() { dates.read(articleTitle: title) }
}
