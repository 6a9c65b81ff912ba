import NewsModel
import ScannedText
import TextScanning

/// A line of `phrases.tsv`: what sites set round articles and into them, and where it is believed.
struct SitePhrase {
  enum Meaning: String, CaseIterable {
    /// The site's own tags follow.
    case tags
    /// One link to another article, inside the text: "See also: ...".
    case link
    /// Other articles follow.
    case related
    /// Readers' comments follow.
    case comments
    /// Buttons to share or follow.
    case share
    /// The name of a network to share on.
    case network
    /// Where the rest, or the original, can be read; a button.
    case button
    /// Menus, accounts and notices.
    case site
    case advert
    /// Asks the reader for something: "Subscribe to our newsletter".
    case invitation
    /// Names the maker of a picture or a text: "Photo: ...".
    case credit
    /// "All rights reserved".
    case rights
  }

  /// Where in a block of a page.
  enum Position: String, CaseIterable { case opening, anywhere, whole }

  /// In a block of a text dump.
  enum Opening: String, CaseIterable { case opening }

  /// Whether only sites have such a line, or articles too.
  enum Certainty: String, CaseIterable { case certain, possible }

  /// What a sentence with the phrase anywhere in it is.
  enum Aside: String, CaseIterable { case picture, appeal, notice }

  var phrase: String
  var meaning: Meaning
  var page: [Position] = []
  var opensDumpBlock = false
  var line: Certainty?
  var aside: Aside?

  /// In the file's order, which changes nothing: of the phrases that open a text the longest counts.
  static func read(_ folder: String, _ faults: inout [DefinitionErrors.Fault]) -> [SitePhrase] {
    var file = VocabularyFile(
      "phrases.tsv", in: folder, columns: ["phrase", "meaning", "language", "page", "dump", "line", "aside"])
    var known = (page: KnownLines(), dump: KnownLines(), line: KnownLines(), aside: KnownLines())
    var phrases: [SitePhrase] = []
    for row in file.rows {
      let text = file.phrase(row)
      guard let meaning = file.required(row, "meaning", of: Meaning.self), !text.isEmpty else { continue }
      var phrase = SitePhrase(phrase: text, meaning: meaning)
      for position in file.text(row, "page").split(separator: " ") {
        guard let found = Position(rawValue: String(position)) else {
          file.complain(row, "“\(position)” is no position in a page (opening, anywhere, whole)")
          continue
        }
        phrase.page.append(found)
        known.page.insert("\(text) (\(position))", row, &file)
      }
      phrase.opensDumpBlock = file.choice(row, "dump", of: Opening.self) != nil
      phrase.line = file.choice(row, "line", of: Certainty.self)
      phrase.aside = file.choice(row, "aside", of: Aside.self)
      if phrase.opensDumpBlock { known.dump.insert(text, row, &file) }
      if phrase.line != nil { known.line.insert(text, row, &file) }
      if phrase.aside != nil { known.aside.insert(text, row, &file) }
      phrase.complain(row, &file)
      phrases.append(phrase)
    }
    faults += file.faults
    return phrases
  }

  /// What could never match, or has no meaning where it would.
  private func complain(_ row: TableFile.Row, _ file: inout VocabularyFile) {
    if page.isEmpty, !opensDumpBlock, line == nil, aside == nil {
      file.complain(row, "“\(phrase)” is looked for nowhere: page, dump, line and aside are empty")
    }
    if phrase.utf8.contains(where: \.isASCIICapital) {
      file.complain(row, "“\(phrase)” has a capital: texts are compared in small letters")
    }
    let lowered = Scalars.lowered(Array(phrase.utf8))
    if opensDumpBlock || line != nil || aside != nil, !lowered.elementsEqual(phrase.utf8) {
      file.complain(row, "“\(phrase)” has a capital: only pages keep those that are not ASCII")
    }
    if !page.isEmpty, meaning.page == nil { file.complain(row, "\(meaning) says nothing in a page") }
    if page.contains(.whole), meaning != .advert { file.complain(row, "only an advert's label is a whole block") }
    if opensDumpBlock, meaning.dump == nil { file.complain(row, "\(meaning) says nothing in a dump") }
  }
}

extension SitePhrase.Meaning {
  /// In a block of a page.
  var page: StockPhrases.Meaning? {
    switch self {
    case .tags, .link, .related, .comments, .share, .network, .button: .pointer
    case .advert: .advert
    case .invitation: .invitation
    case .credit: .credit
    case .rights: .rights
    case .site: nil
    }
  }

  /// In a block of a text dump.
  var dump: DumpPhrase? {
    switch self {
    case .tags: .tags
    case .link: .relatedLink
    case .related: .related
    case .comments: .comments
    case .share, .network: .share
    case .button: .button
    case .advert: .advertisement
    case .invitation: .subscribe
    case .credit: .credit
    case .rights: .copyright
    case .site: nil
    }
  }
}

extension [SitePhrase] {
  /// In this order the first that stands at a place is the longest. Equals keep the file's order.
  var longestFirst: [SitePhrase] {
    enumerated().sorted { (-$0.element.phrase.utf8.count, $0.offset) < (-$1.element.phrase.utf8.count, $1.offset) }
      .map(\.element)
  }
}
