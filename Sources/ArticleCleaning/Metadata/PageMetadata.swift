import NewsModel

/// The metadata that a page declares, or that was read from its heading.
struct PageMetadata: Equatable {
  var title: String?
  /// The address that the page declares as its own.
  var url: String?
  /// The best date first.
  var dates: [PublicationDate] = []
  /// The reason why no date was chosen, if there are dates but none is believed.
  var dateRefusal: String?
  var author: String?
  var agency: String?
  var publisher: String?
  var language: String?
  var tags: [String] = []
}

extension Document {
  mutating func take(_ page: PageMetadata) {
    title = page.title
    url = url ?? page.url
    take(dates: page.dates, refusal: page.dateRefusal)
    author = page.author
    agency = page.agency
    publisher = page.publisher
    language = page.language
    tags = page.tags
  }

  /// Keeps dates that are not believed as candidates, which are never chosen. If the document has no day because of
  /// this, that is a problem.
  mutating func take(dates: [PublicationDate], refusal: String?) {
    dateCandidates = dates
    published = dates.first(where: \.isBelieved)
    guard published == nil, let refusal else { return }
    problems.append(Problem(source: source, kind: .metadata, reason: refusal + "; the document has no day"))
  }
}
