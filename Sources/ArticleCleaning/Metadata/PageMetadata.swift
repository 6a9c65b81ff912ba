import NewsModel

/// What a page says of itself, and what its heading tells.
struct PageMetadata: Equatable {
  var title: String?
  /// The page's own address, as it declares it.
  var url: String?
  /// Best first.
  var dates: [PublicationDate] = []
  var author: String?
  var agency: String?
  var publisher: String?
  var language: String?
  var tags: [String] = []
}

extension Document {
  /// A date in the future is kept among the candidates and never chosen.
  mutating func take(_ page: PageMetadata) {
    title = page.title
    url = url ?? page.url
    dateCandidates = page.dates
    published = page.dates.first { $0.doubt != "future" }
    author = page.author
    agency = page.agency
    publisher = page.publisher
    language = page.language
    tags = page.tags
  }
}
