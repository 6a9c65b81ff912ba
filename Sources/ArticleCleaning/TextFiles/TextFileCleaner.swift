package import NewsModel

/// Turns a text file into a document. The file is a page that was saved as text (by lynx, w3m, inscriptis or the "save
/// as text" of a browser), or an article alone.
///
/// Menus, buttons and notices show that it is a saved page (`SavedPageEvidence`). Nothing of an article is left out
/// (`PlainArticle`). The steps for a saved page are these:
///
/// 1. Lines are joined into blocks without the marks of the renderer.
/// 2. In each block words, capitals and full stops are counted, and how often the block is repeated.
/// 3. The article is the run of blocks with the highest sum of scores.
/// 4. The title is the line above the article that shares the most words with it. Byline and date are near the title.
/// 5. The zones of all other blocks follow from their places and neighbours.
package struct TextFileCleaner: Sendable {
  private let vocabulary: PageVocabulary
  private let days: BelievableDays

  package init(_ vocabulary: PageVocabulary, days: BelievableDays = BelievableDays()) {
    self.vocabulary = vocabulary
    self.days = days
  }

  /// - Parameter text: valid UTF-8.
  package func clean(source: String, text: [UInt8]) -> Document {
    var document = Document(source: source)
    let lines = TextLine.lines(of: text)
    let found =
      SavedPageEvidence(text, lines: lines, vocabulary).isSufficient
      ? fill(&document, savedPage: TextBlocks(savedPage: text, lines: lines, dates: DateScanner(vocabulary)).blocks)
      : fill(&document, article: text, lines)
    document.readDateline(vocabulary)
    date(&document, found)
    let body = Array(document.text.utf8)
    document.language = LanguageGuess(body, 0..<body.count, vocabulary).code
    return document
  }

  private func fill(_ document: inout Document, article text: [UInt8], _ lines: [TextLine]) -> DateCandidates {
    let language = LanguageGuess(text, 0..<text.count, vocabulary).code ?? "en"
    let scanner = DateScanner(vocabulary, order: language == "en" ? .monthFirst : .dayFirst)
    let joined = SplitWords.joined(text, vocabulary)
    let pages = PageBreaks(joined, lines: joined.count == text.count ? lines : TextLine.lines(of: joined))
    let blocks = TextBlocks(article: joined, lines: pages.lines, dates: scanner).blocks
    let article = PlainArticle(blocks, pageHead: pages.head, scanner: scanner)
    let imprint = article.imprint
    document.title = imprint.title
    document.blocks = article.zoned
    document.url = imprint.address
    document.author = imprint.author
    document.agency = imprint.agency
    document.publisher = imprint.publisher ?? imprint.address.flatMap(SiteName.host)
    document.tags = imprint.tags
    return imprint.dates
  }

  private func fill(_ document: inout Document, savedPage blocks: [TextBlock]) -> DateCandidates {
    let span = ArticleSpan(blocks)
    let heading = ArticleHeading(blocks, span.blocks)
    let zones = SavedPageZones(blocks, span, heading)
    document.title = heading.title.map { String(decoding: blocks[$0].text, as: UTF8.self) }
    for i in blocks.indices where i != heading.title && !blocks[i].text.isEmpty {
      let (zone, reason) = zones.zone(of: i)
      document.blocks.append(Block(zone: zone, text: String(decoding: blocks[i].text, as: UTF8.self), reason: reason))
    }
    let imprint = DumpImprint(blocks, heading, zones, vocabulary)
    document.author = imprint.author
    document.agency = imprint.agency
    document.publisher = imprint.publisher
    document.tags = imprint.tags
    if let first = blocks.first(where: { $0.traits.words > 0 }), first.isAddress {
      document.url = String(decoding: first.text, as: UTF8.self)
    }
    return imprint.dates
  }

  /// Chooses among the days of the lines around the text, which are given, and those of the other sources.
  private func date(_ document: inout Document, _ found: DateCandidates) {
    var dates = found
    dates.readSources(of: document)
    let choice = PublicationDateChoice(dates.all, days: days)
    document.take(dates: choice.ranked, refusal: choice.refusal)
  }
}
