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

  /// A text with its accepted mentions marked: "⟦org.nato:NATO⟧ hopes". Groups overlap other names and are left out.
  ///
  /// - Parameter zone: Which zones the text is that of.
  package static func mark(_ text: String, _ mentions: [Mention], _ zone: (Zone) -> Bool) -> String {
    var bytes = Array(text.utf8)
    for mention in mentions.filter({ $0.rejection == nil && $0.type != .group && zone($0.zone) }).sorted(by: {
      $0.start > $1.start
    }) {
      bytes.insert(contentsOf: "⟧".utf8, at: mention.end)
      bytes.insert(contentsOf: "⟦\(mention.entity):".utf8, at: mention.start)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text with the accepted mentions of its body marked.
  package static func mark(_ text: String) throws -> String { try mark(text, analyse(text).mentions, \.isMainText) }
}
