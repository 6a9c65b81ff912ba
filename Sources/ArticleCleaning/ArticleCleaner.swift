package import NewsModel

/// Turns raw documents into documents. Immutable: any thread may call it.
package struct ArticleCleaner: Sendable {
  /// The reason of the blocks of a record, which no cleaning step may change.
  package static let cleanAlready = "clean already"

  package struct Options: Sendable {
    /// The last day on which a document can have been published, unless its container says when it was fetched; nil if
    /// unknown.
    package var latestDay: Day?
    /// The user's descriptions of pages with many items.
    package var items: [ItemRule]

    package init(latestDay: Day? = nil, items: [ItemRule] = []) {
      self.latestDay = latestDay
      self.items = items
    }
  }

  private let vocabulary: PageVocabulary
  private let days: BelievableDays
  private let itemRules: [ItemRule]

  /// - Parameter pages: the folders of the page vocabulary, `Dictionaries/pages` first.
  ///
  /// Throws `DefinitionErrors` with everything that is wrong in their files.
  package init(pages: [String], options: Options = Options()) throws {
    self.init(try PageVocabulary(folders: pages), options: options)
  }

  package init(_ vocabulary: PageVocabulary, options: Options = Options()) {
    self.vocabulary = vocabulary
    days = BelievableDays(latest: options.latestDay)
    itemRules = options.items
  }

  /// Returns the documents of a raw document: one, or one for each item of a page with many items (`DocumentItems`).
  package func documents(of raw: RawDocument) -> [Document] { clean(raw, divides: true) }

  /// Returns a page as one document, whether it has items or not.
  package func clean(_ raw: RawDocument) -> Document { clean(raw, divides: false)[0] }

  private func clean(_ raw: RawDocument, divides: Bool) -> [Document] {
    var bounds = DocumentBounds(source: raw.source)
    var documents =
      switch raw.content {
      case .page(let page): clean(page, of: raw, divides: divides, &bounds)
      case .plainText(let bytes): clean(plainText: bytes, of: raw, divides: divides, &bounds)
      case .record(let record): [clean(record, of: raw)]
      }
    for index in documents.indices { bounds.hold(&documents[index]) }
    documents[0].problems += bounds.problems
    return documents
  }

  private func clean(
    _ page: RawDocument.Page, of raw: RawDocument, divides: Bool, _ bounds: inout DocumentBounds
  ) -> [Document] {
    let decoded = DecodedText.decode(page.bytes, header: page.charset)
    let (tree, faults) = PageTree.parse(decoded.utf8)
    var document = Document(source: raw.source, url: page.url, problems: raw.problems)
    if let doubt = decoded.doubt { document.problems.append(.init(source: raw.source, kind: .encoding, reason: doubt)) }
    document.problems += faults.map { Problem(source: raw.source, kind: .markup, reason: $0) }
    if tree.leftOut > 0 { bounds.leaveOut(tree.leftOut, of: "the page's end", keeping: "what stands before") }
    var main = MainText(tree, vocabulary)
    document.take(MetadataReader(days: days.until(page.fetched)).read(main, url: page.url))
    let rule = divides ? rule(for: raw.source) : nil
    if case .label(let label) = rule { main.itemLabel = label }
    let parts = main.parts(title: document.title)
    if divides {
      let items = DocumentItems(parts: parts, days: days.until(page.fetched), vocabulary: vocabulary)
      if let items = items.divide(document, rule: rule, anchor: { main.anchor($0, in: $1) }) { return items }
    }
    document.blocks = parts.map(\.block)
    document.readDateline(vocabulary)
    document.reportMissingText { EmptyPage.reason(main) }
    return [document]
  }

  private func clean(
    plainText bytes: [UInt8], of raw: RawDocument, divides: Bool, _ bounds: inout DocumentBounds
  ) -> [Document] {
    let decoded = DecodedText.decode(bytes)
    var document = TextFileCleaner(vocabulary, days: days)
      .clean(source: raw.source, text: bounds.portion(of: PreformattedLines.withoutFrames(decoded.utf8)))
    document.problems = raw.problems + document.problems
    if let doubt = decoded.doubt { document.problems.append(.init(source: raw.source, kind: .encoding, reason: doubt)) }
    let parts = DocumentParts(document.blocks, vocabulary).parts
    if divides {
      let items = DocumentItems(parts: parts, days: days, vocabulary: vocabulary)
      if let items = items.divide(document, rule: rule(for: raw.source)) { return items }
    }
    document.blocks = parts.map(\.block)
    document.reportMissingText { "the text has no words" }
    return [document]
  }

  private func rule(for source: String) -> ItemRule.Start? { itemRules.first { $0.applies(to: source) }?.start }

  /// The text of a record is not cleaned: its blocks, joined, are the text byte for byte. What the record does not say
  /// is read from its address and its text, as in a text file.
  private func clean(_ record: RawDocument.Record, of raw: RawDocument) -> Document {
    let blocks = record.text.isEmpty ? [] : [Block(zone: .body, text: record.text, reason: Self.cleanAlready)]
    var document = Document(
      source: raw.source, url: record.url, title: record.title, author: record.author, publisher: record.publisher,
      agency: record.agency, language: record.language, tags: record.tags, dateline: record.dateline, blocks: blocks,
      problems: raw.problems)
    document.readDateline(vocabulary)
    if document.language == nil {
      let head = Array(record.text.utf8.prefix(LanguageGuess.sample))
      document.language = LanguageGuess(head, 0..<head.count, vocabulary).code
    }
    if record.dates.isEmpty {
      document.readDay(vocabulary, days: days)
    } else {
      let choice = RecordDay(record.dates, days: days)
      document.take(dates: choice.ranked, refusal: choice.refusal)
    }
    document.reportMissingText {
      record.title == nil ? "the record has no words" : "the record has a title and no text"
    }
    return document
  }
}
