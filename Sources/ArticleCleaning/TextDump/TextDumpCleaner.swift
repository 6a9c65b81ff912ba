package import NewsModel

/// A page that was saved as text (by lynx, w3m, inscriptis, a browser's "save as text") or clean article text, to a document.
///
/// 1. Lines are rejoined into blocks, and the renderer's marks left out.
/// 2. Each block is counted: words, capitals, full stops, how often it recurs.
/// 3. The article is the run of blocks with the highest sum of scores.
/// 4. The title is the line above it that shares the most words with it; byline and date stand near the title.
/// 5. Every other block gets its zone from its place and neighbours.
package struct TextDumpCleaner: Sendable {
  private let latestDay: Day?

  /// - Parameter latestDay: no document was published later; nil when not known.
  package init(latestDay: Day? = nil) { self.latestDay = latestDay }

  /// - Parameter text: valid UTF-8.
  package func clean(source: String, text: [UInt8]) -> Document {
    var document = Document(source: source)
    let page = DumpPage(text, dates: DateScanner(order: .monthFirst))
    if page.isCleanText {
      fill(&document, cleanText: page.blocks)
    } else {
      fill(&document, dump: page.blocks)
    }
    document.readDateline()
    let body = Array(document.text.utf8)
    document.language = LanguageGuess(body, 0..<body.count).code
    return document
  }

  private func fill(_ document: inout Document, cleanText blocks: [DumpBlock]) {
    var blocks = blocks[...]
    if blocks.count > 1, let first = blocks.first, DumpScore.of(first) < 0, first.bullet == .none,
      (2...35).contains(first.traits.words), first.date == nil
    {
      document.title = String(decoding: first.text, as: UTF8.self)
      blocks.removeFirst()
    }
    let lead = blocks.firstIndex { DumpScore.of($0) > 0 }
    for i in blocks.indices where !blocks[i].text.isEmpty {
      document.blocks.append(
        Block(
          zone: i == lead ? .lead : .body, text: String(decoding: blocks[i].text, as: UTF8.self), reason: "clean text"))
    }
  }

  private func fill(_ document: inout Document, dump blocks: [DumpBlock]) {
    let span = DumpArticleSpan(blocks)
    let heading = DumpHeading(blocks, span.blocks)
    let zones = DumpZones(blocks, span, heading)
    document.title = heading.title.map { String(decoding: blocks[$0].text, as: UTF8.self) }
    for i in blocks.indices where i != heading.title && !blocks[i].text.isEmpty {
      let (zone, reason) = zones.zone(of: i)
      document.blocks.append(Block(zone: zone, text: String(decoding: blocks[i].text, as: UTF8.self), reason: reason))
    }
    let imprint = DumpImprint(blocks, heading, zones)
    document.dateCandidates = imprint.dates(latest: latestDay)
    document.published = document.dateCandidates.first { $0.doubt != "future" }
    document.author = imprint.author
    document.agency = imprint.agency
    document.publisher = imprint.publisher
    document.tags = imprint.tags
  }
}
