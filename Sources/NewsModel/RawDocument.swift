/// A document as it is in the archive, before cleaning.
package struct RawDocument: Sendable {
  /// As in `Document.source`.
  package var source: String
  package var content: Content
  /// Problems found while reading; the content that could be read is kept nevertheless.
  package var problems: [Problem]

  package init(source: String, content: Content, problems: [Problem] = []) {
    self.source = source
    self.content = content
    self.problems = problems
  }

  package enum Content: Sendable {
    /// HTML in the encoding it was saved in.
    case page(Page)
    /// Plain text in the encoding it was saved in: a browser's "save as text", lynx, or clean article text.
    case plainText([UInt8])
    /// Fields that the format already separates: a JSONL line, an SGML element.
    case record(Record)
  }

  package struct Page: Sendable {
    package var bytes: [UInt8]
    /// The address that the page was fetched from, if the container states it.
    package var url: String?
    /// The `charset` of the HTTP header, if the container states it.
    package var charset: String?
    /// The day on which the page was fetched, if the container states it; it was published no later than that.
    package var fetched: Day?

    package init(bytes: [UInt8], url: String? = nil, charset: String? = nil, fetched: Day? = nil) {
      self.bytes = bytes
      self.url = url
      self.charset = charset
      self.fetched = fetched
    }
  }

  package struct Record: Sendable {
    /// The text is already clean and is kept byte for byte.
    package var text: String
    package var title: String?
    package var url: String?
    /// Every publication day that the record names, best first.
    package var dates: [WrittenDate]
    package var author: String?
    package var publisher: String?
    package var agency: String?
    package var language: String?
    package var dateline: String?
    package var tags: [String]

    package init(
      text: String, title: String? = nil, url: String? = nil, dates: [WrittenDate] = [], author: String? = nil,
      publisher: String? = nil, agency: String? = nil, language: String? = nil, dateline: String? = nil,
      tags: [String] = []
    ) {
      self.text = text
      self.title = title
      self.url = url
      self.dates = dates
      self.author = author
      self.publisher = publisher
      self.agency = agency
      self.language = language
      self.dateline = dateline
      self.tags = tags
    }
  }
  /// A publication day as a record names it.
  package struct WrittenDate: Sendable, Equatable {
    package var day: Day
    package var method: DateMethod
    /// The name of the field and its value, for the reason of a problem.
    package var field: String
    package var value: String

    package init(day: Day, method: DateMethod, field: String, value: String) {
      self.day = day
      self.method = method
      self.field = field
      self.value = value
    }
  }
}
