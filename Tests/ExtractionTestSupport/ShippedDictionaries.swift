package import NewsModel
package import Pipeline
import TestSupport

/// The shipped dictionaries, loaded once.
package enum Shipped {
  package static let extractor = Result { try Extractor(folders: [Repository.path + "/Dictionaries"], packs: []) }

  package static func analyse(_ text: String, title: String? = nil, dateline: String? = nil, published: Day? = nil)
    throws
    -> AnalysedDocument
  {
    var document = Document(source: "test", title: title, dateline: dateline)
    document.blocks = [Block(zone: .body, text: text, reason: "test")]
    document.published = published.map { PublicationDate(day: $0, method: .recordField) }
    return try extractor.get().analyse(document)
  }

  /// The codes of the accepted countries in alphabetical order.
  package static func countries(_ text: String, title: String? = nil, dateline: String? = nil, published: Day? = nil)
    throws
    -> [String]
  {
    try analyse(text, title: title, dateline: dateline, published: published).countries.filter(\.isAbout).map(\.code)
      .sorted()
  }

  /// The entities of the accepted mentions.
  package static func entities(_ text: String) throws -> [String] {
    try analyse(text).mentions.filter { $0.rejection == nil }.map(\.entity)
  }
}
