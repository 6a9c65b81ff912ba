import NewsModel

/// What the lines round an article say of it. The first line that names something counts.
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

  mutating func take(_ line: DateLine) {
    for (found, label) in line.days {
      // As in `DateCandidates.readText`: near the title, by label.
      let (trust, method) =
        switch label {
        case .published?: (80, "text published")
        case .changed?: (45, "text updated")
        case nil: (76, "byline")
        }
      dates.add(
        found.day, method, trust: trust - dates.all.count, isChange: label == .changed, isAmbiguous: found.isAmbiguous)
    }
    author = author ?? line.author
    agency = agency ?? line.agency
  }

  /// - Parameter date: the first in the line, whatever stands beside it.
  mutating func take(_ field: HeadField, _ line: DateLine?, date: DateScanner.Found?) {
    switch field.kind {
    case .title: title = title ?? (field.value.isEmpty ? nil : field.value)
    case .author: take(field.byline(dates.scanner.vocabulary))
    case .publisher: takePublisher(field.value)
    case .address: if field.value.contains("://") { address = address ?? field.value }
    case .tags: tags += field.list
    case .date where line == nil:
      if let date { dates.add(date.day, "text published", trust: 60, isAmbiguous: date.isAmbiguous) }
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

  private static let longestPublisher = 80

  /// A text that is named for its day: "Daily Bulletin, 12 March 2019"; a day inside a headline is an event's, as a rule.
  mutating func readTitleDate() {
    guard let title else { return }
    let text = Array(title.utf8)
    let found = dates.scanner.dates(in: text, 0..<text.count)
    guard found.count == 1, let date = found.first, !date.isSpan else { return }
    let isNamed = DateLine(text, dates.scanner) != nil
    dates.add(date.day, "title", trust: isNamed ? 72 : 18, isAmbiguous: date.isAmbiguous)
  }
}
