package import NewsModel

/// Turns raw documents into documents. Immutable: any thread may call it.
package struct ArticleCleaner: Sendable {
  /// The reason of the blocks of a record, which no cleaning step may change.
  package static let cleanAlready = "clean already"

  package struct Options: Sendable {
    /// The last day on which a document can have been published, unless its container says when it was fetched; nil if
    /// unknown.
    package var latestDay: Day?

    package init(latestDay: Day? = nil) { self.latestDay = latestDay }
  }

  private let vocabulary: PageVocabulary
  private let days: BelievableDays

  /// - Parameter pages: the folders of the page vocabulary, `Dictionaries/pages` first.
  ///
  /// Throws `DefinitionErrors` with everything that is wrong in their files.
  package init(pages: [String], options: Options = Options()) throws {
    self.init(try PageVocabulary(folders: pages), options: options)
  }

  package init(_ vocabulary: PageVocabulary, options: Options = Options()) {
    self.vocabulary = vocabulary
    days = BelievableDays(latest: options.latestDay)
  }

  package func clean(_ raw: RawDocument) -> Document {
    var bounds = DocumentBounds(source: raw.source)
    var document =
      switch raw.content {
      case .page(let page): clean(page, of: raw, &bounds)
      case .plainText(let bytes): clean(plainText: bytes, of: raw, &bounds)
      case .record(let record): clean(record, of: raw)
      }
    bounds.hold(&document)
    document.problems += bounds.problems
    return document
  }

  private func clean(_ page: RawDocument.Page, of raw: RawDocument, _ bounds: inout DocumentBounds) -> Document {
    let decoded = DecodedText.decode(page.bytes, header: page.charset)
    let (tree, faults) = PageTree.parse(decoded.utf8)
    var document = Document(source: raw.source, url: page.url, problems: raw.problems)
    if let doubt = decoded.doubt { document.problems.append(.init(source: raw.source, kind: .encoding, reason: doubt)) }
    document.problems += faults.map { Problem(source: raw.source, kind: .markup, reason: $0) }
    if tree.leftOut > 0 { bounds.leaveOut(tree.leftOut, of: "the page's end", keeping: "what stands before") }
    var main = MainText(tree, vocabulary)
    document.take(MetadataReader(days: days.until(page.fetched)).read(main, url: page.url))
    document.blocks = main.blocks(title: document.title)
    document.readDateline(vocabulary)
    document.reportMissingText { EmptyPage.reason(main) }
    return document
  }

  private func clean(
    plainText bytes: [UInt8], of raw: RawDocument, _ bounds: inout DocumentBounds
  ) -> Document {
    let decoded = DecodedText.decode(bytes)
    var document = TextFileCleaner(vocabulary, days: days)
      .clean(source: raw.source, text: bounds.portion(of: decoded.utf8))
    document.problems = raw.problems + document.problems
    if let doubt = decoded.doubt { document.problems.append(.init(source: raw.source, kind: .encoding, reason: doubt)) }
    document.reportMissingText { "the text has no words" }
    return document
  }

  /// The text of a record is not cleaned: its blocks, joined, are the text byte for byte.
  private func clean(_ record: RawDocument.Record, of raw: RawDocument) -> Document {
    let blocks = record.text.isEmpty ? [] : [Block(zone: .body, text: record.text, reason: Self.cleanAlready)]
    var document = Document(
      source: raw.source, url: record.url, title: record.title, author: record.author, publisher: record.publisher,
      agency: record.agency, language: record.language, tags: record.tags, dateline: record.dateline, blocks: blocks,
      problems: raw.problems)
    let choice = RecordDay(record.dates, days: days)
    document.take(dates: choice.ranked, refusal: choice.refusal)
    document.reportMissingText {
      record.title == nil ? "the record has no words" : "the record has a title and no text"
    }
    return document
  }
}
