import NewsModel

/// The parts of a page that the sources of dates use.
struct DatedPage {
  let main: MainText
  let meta: MetaTags
  let data: LinkedData
  let address: String?
  let title: String?
  /// The element of the title; nil if it is unknown.
  let heading: PageTree.Node?
  /// The index of the first block of the title; nil if it is unknown.
  let headingBlock: Int?

  /// Returns the days of all sources of a page, a file of `Sources` each.
  ///
  /// - Parameter order: how the page's language reads 3/2/2013.
  func candidates(order: DateScanner.Order) -> DateCandidates {
    var dates = DateCandidates(scanner: DateScanner(main.vocabulary, order: order))
    dates.read(meta, in: main.tree)
    dates.read(data)
    dates.read(address: address)
    dates.read(pageTitle: title)
    dates.readElements(of: self)
    dates.readBlocks(of: self)
    if !dates.all.contains(where: { $0.trust >= .enoughWithoutScripts }) { dates.readScripts(of: main.tree) }
    return dates
  }
}

extension Document {
  /// Chooses the day of a record without a day, from its address and the opening of its text.
  mutating func readDay(_ vocabulary: PageVocabulary, days: BelievableDays) {
    var dates = DateCandidates(scanner: DateScanner(vocabulary))
    dates.read(address: url)
    dates.read(openingOf: self)
    let choice = PublicationDateChoice(dates.all, days: days)
    take(dates: choice.ranked, refusal: choice.refusal)
  }
}

extension DateCandidates {
  /// Adds the days that a text without markup has besides those of its lines (`LineDates`) and its title.
  mutating func readSources(of document: Document) {
    read(address: document.url)
    read(openingOf: document)
    read(path: document.source)
  }
}
