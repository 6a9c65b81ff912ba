import NewsModel

/// What a page says of itself, and what its heading tells.
struct PageMetadata: Equatable {
  var title: String?
  /// The page's own address, as it declares it.
  var url: String?
  /// Best first.
  var dates: [PublicationDate] = []
  /// Why none of the dates is the page's, where they have none that is believed.
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

  /// A date that is not believed is kept among the candidates and never chosen; that the document has no day because of
  /// it is a problem.
  mutating func take(dates: [PublicationDate], refusal: String?) {
    dateCandidates = dates
    published = dates.first(where: \.isBelieved)
    guard published == nil, let refusal else { return }
    problems.append(Problem(source: source, kind: .metadata, reason: refusal + "; the document has no day"))
  }
}
