package import NewsModel

/// Raw documents to documents. Immutable: any thread may call it.
package struct ArticleCleaner: Sendable {
  /// The reason of a record's blocks: no cleaning step has changed them, and none may.
  package static let cleanAlready = "clean already"

  package struct Options: Sendable {
    /// No document was published later, where a document's own container does not say when it was fetched; nil when not known.
    package var latestDay: Day?

    package init(latestDay: Day? = nil) { self.latestDay = latestDay }
  }

  private let options: Options

  package init(options: Options = Options()) { self.options = options }

  package func clean(_ raw: RawDocument) -> Document {
    var bounds = DocumentBounds(source: raw.source)
    var document =
      switch raw.content {
      case .page(let page): clean(page, of: raw, &bounds)
      case .plainText(let bytes): clean(plainText: bytes, of: raw, &bounds)
      case .record(let record): clean(record, of: raw)
      }
    document.tellLostText()
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
    var main = MainText(tree)
    document.take(MetadataReader(latest: page.fetched ?? options.latestDay).read(main, url: page.url))
    document.blocks = main.blocks(title: document.title)
    document.readDateline()
    return document
  }

  private func clean(
    plainText bytes: [UInt8], of raw: RawDocument, _ bounds: inout DocumentBounds
  ) -> Document {
    let decoded = DecodedText.decode(bytes)
    var document = TextDumpCleaner(latestDay: options.latestDay)
      .clean(source: raw.source, text: bounds.portion(of: decoded.utf8))
    document.problems = raw.problems
    if let doubt = decoded.doubt { document.problems.append(.init(source: raw.source, kind: .encoding, reason: doubt)) }
    return document
  }

  /// The text of a record is clean already: its blocks, joined again, are the text to the byte.
  private func clean(_ record: RawDocument.Record, of raw: RawDocument) -> Document {
    let blocks = record.text.isEmpty ? [] : [Block(zone: .body, text: record.text, reason: Self.cleanAlready)]
    return Document(
      source: raw.source, url: record.url, title: record.title, published: record.published,
      dateCandidates: record.published.map { [$0] } ?? [], author: record.author, publisher: record.publisher,
      agency: record.agency, language: record.language, tags: record.tags, dateline: record.dateline, blocks: blocks,
      problems: raw.problems)
  }
}

extension Document {
  /// A text that ends up empty though the input has words is a problem, not a document without text.
  fileprivate mutating func tellLostText() {
    guard !blocks.contains(where: { $0.zone.isMainText && Self.hasWords($0.text) }) else { return }
    let words = blocks.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count { Self.hasWords($0) } }
    guard words > 0 else { return }
    problems.append(
      Problem(
        source: source, kind: .empty, reason: "no article was recognised in its \(words) words; the text is empty"))
  }

  private static func hasWords(_ text: some StringProtocol) -> Bool { text.contains(where: \.isLetter) }
}
