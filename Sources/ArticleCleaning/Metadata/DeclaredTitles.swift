import TextScanning

/// The titles that a page declares in Open Graph, Twitter cards, JSON-LD and `<title>`, without the names of the site.
struct DeclaredTitles {
  struct Title {
    var text: String
    /// See `TitleWords`.
    var words: Set<UInt64>
  }

  /// The titles in the order in which they are tried.
  private(set) var titles: [Title] = []

  /// The largest number of titles under one name.
  private static let most = 10
  /// The bytes of a title that are read from the markup, with white space and character references.
  private static let rawLength = 16 << 10

  init(_ written: [String], site: SiteName, headings: [PageHeading]) {
    let known = written + headings.map(\.text)
    for text in written {
      let title = Self.withoutNames(text, site: site, known: known)
      guard !title.isEmpty, !site.isTitleName(title) else { continue }
      titles.append(Title(text: title, words: TitleWords.of(title)))
    }
  }

  /// Returns the titles as the page has them, each once.
  static func written(
    _ tree: PageTree, _ meta: MetaTags, _ data: LinkedData, _ vocabulary: PageVocabulary
  ) -> [String] {
    var titles = vocabulary.metaNames.named(.title).flatMap { meta.values($0).prefix(most) }
    if let headline = data.article?.headline { titles.append(headline) }
    if let title = tree.first(.title) { titles.append(tree.text(of: title, atLeast: rawLength)) }
    var seen: Set<String> = [""]
    return titles.map { MetaTags.folded(PlainText.of(markup: $0.portion(rawLength))) }.filter {
      seen.insert($0).inserted
    }
  }

  /// Returns the text of the first element with a tag; an empty text if there is none.
  static func first(_ tag: Tag, of tree: PageTree) -> String {
    tree.first(tag).map { MetaTags.folded(tree.text(of: $0, atLeast: rawLength)) } ?? ""
  }

  // MARK: Titles without names of sites and sections

  /// Removes the names of the site, and then what another title or a heading does not have before or after a mark, or
  /// else what a hard mark such as a bar separates.
  private static func withoutNames(_ title: String, site: SiteName, known: [String]) -> String {
    let stripped = site.stripped(from: title, guessing: false)
    return known.filter { isExtended($0, in: stripped) }.max { $0.utf8.count < $1.utf8.count }
      ?? site.stripped(from: title)
  }

  /// Whether a title is another one with fewer words before or after a mark.
  private static func isExtended(_ short: String, in title: String) -> Bool {
    let (short, title) = (short.utf8, title.utf8)
    guard short.count < title.count, short.count * 2 >= title.count else { return false }
    if title.starts(with: short) {
      return Substring(title.dropFirst(short.count)).first { $0 != " " }.map(marks.contains) ?? false
    }
    let rest = title.dropLast(short.count)
    return title[rest.endIndex...].elementsEqual(short)
      && Substring(rest).last { $0 != " " }.map(marks.contains) ?? false
  }

  /// The marks that separate a title from the names of sections and sites.
  private static let marks = Set("|｜ㅣ-–—»«·•>_~")

  // MARK: The spelling of the chosen heading

  /// Returns the text of a heading without names of the site and without its own label. If the heading consists of a
  /// kicker and a headline without a mark between them, its text is that of a declared title with such a mark.
  func spelling(of heading: PageHeading, site: SiteName) -> String {
    let text = withoutKicker(site.stripped(from: heading.text, guessing: false))
    guard heading.hasParts else { return text }
    let plain = Self.withoutMarks(text)
    return titles.first { Self.withoutMarks($0.text) == plain }?.text ?? text
  }

  /// Returns the text without the marks that stand between a kicker and its headline.
  private static func withoutMarks(_ text: String) -> String { text.lowercased().filter { !" :-–—|/".contains($0) } }

  /// Returns a heading without its own label ("Local News | ...") if the rest is a title that the page declares.
  private func withoutKicker(_ heading: String) -> String {
    for title in titles.map(\.text)
    where title.utf8.count < heading.utf8.count && title.utf8.count * 2 >= heading.utf8.count
      && heading.hasSuffix(title)
    {
      let kicker = heading.dropLast(title.count)
      if let last = kicker.last, !last.isLetter, !last.isNumber { return title }
    }
    return heading
  }
}
