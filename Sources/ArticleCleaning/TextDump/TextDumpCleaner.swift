package import NewsModel

/// A text file to a document: a page that was saved as text (by lynx, w3m, inscriptis, a browser's "save as text"), or an article alone.
///
/// Which of the two it is, menus, buttons and notices tell (`DumpSigns`). Of an article nothing is left out (`PlainArticle`). Of a dump:
///
/// 1. Lines are rejoined into blocks, and the renderer's marks left out.
/// 2. Each block is counted: words, capitals, full stops, how often it recurs.
/// 3. The article is the run of blocks with the highest sum of scores.
/// 4. The title is the line above it that shares the most words with it; byline and date stand near the title.
/// 5. Every other block gets its zone from its place and neighbours.
package struct TextDumpCleaner: Sendable {
  private let vocabulary: PageVocabulary
  private let days: BelievableDays

  package init(_ vocabulary: PageVocabulary, days: BelievableDays = BelievableDays()) {
    self.vocabulary = vocabulary
    self.days = days
  }

  /// - Parameter text: valid UTF-8.
  package func clean(source: String, text: [UInt8]) -> Document {
    var document = Document(source: source)
    let lines = DumpLine.lines(of: text)
    let found =
      DumpSigns(text, lines: lines, vocabulary).areOfADump
      ? fill(&document, dump: DumpPage(dump: text, lines: lines, dates: DateScanner(vocabulary)).blocks)
      : fill(&document, article: text, lines)
    document.readDateline(vocabulary)
    date(&document, found)
    let body = Array(document.text.utf8)
    document.language = LanguageGuess(body, 0..<body.count, vocabulary).code
    return document
  }

  private func fill(_ document: inout Document, article text: [UInt8], _ lines: [DumpLine]) -> DateCandidates {
    let language = LanguageGuess(text, 0..<text.count, vocabulary).code ?? "en"
    let scanner = DateScanner(vocabulary, order: language == "en" ? .monthFirst : .dayFirst)
    let article = PlainArticle(DumpPage(article: text, lines: lines, dates: scanner).blocks, scanner: scanner)
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

  private func fill(_ document: inout Document, dump blocks: [DumpBlock]) -> DateCandidates {
    let span = DumpArticleSpan(blocks)
    let heading = DumpHeading(blocks, span.blocks)
    let zones = DumpZones(blocks, span, heading)
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
