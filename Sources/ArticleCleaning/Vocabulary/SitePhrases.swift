import TextScanning

/// The phrases of `phrases.tsv`, as pages and text files look for them.
struct SitePhrases {
  typealias Meaning = SitePhrase.Meaning

  /// A phrase as a line of its own that shows that a text file is a saved page.
  struct SiteLine {
    /// The phrase's index; the same for all networks, because an article may list them.
    var id: Int
    /// 2, or 1 for a line that articles have too.
    var weight: Int
  }

  let pageOpenings: PhraseTrie<Meaning>
  /// Anywhere in a block of a page.
  let pageContents: PhraseTrie<Meaning>
  let advertLabels: PhraseTrie<Meaning>
  let textOpenings: PhraseTrie<Meaning>
  let siteLines: PhraseTrie<SiteLine>
  /// Anywhere in a sentence of a text file.
  let asides: PhraseTrie<SitePhrase.Aside>
  let cookieNotices: PhraseTrie<Bool>

  init(_ phrases: [SitePhrase]) {
    func all(_ position: SitePhrase.Position) -> [(String, Meaning)] {
      phrases.filter { $0.positions.contains(position) }.map { ($0.text, $0.meaning) }
    }
    pageOpenings = PhraseTrie(all(.opening).filter { $0.1.isOfPages })
    pageContents = PhraseTrie(all(.anywhere))
    advertLabels = PhraseTrie(all(.whole))
    textOpenings = PhraseTrie(all(.opening) + all(.whole))
    siteLines = PhraseTrie(
      phrases.enumerated().compactMap { id, phrase in
        phrase.certainty.map {
          (phrase.text, SiteLine(id: phrase.meaning == .network ? -1 : id, weight: $0 == .certain ? 2 : 1))
        }
      })
    asides = PhraseTrie(
      phrases.filter { $0.aside != .notice }.compactMap { phrase in phrase.aside.map { (phrase.text, $0) } })
    cookieNotices = PhraseTrie(phrases.filter { $0.aside == .notice }.map(\.text))
  }

  /// Whether a phrase that ends in an ASCII letter ends where a word does.
  static func endsWord(_ text: [UInt8], at end: Int) -> Bool {
    guard end < text.count, text[end - 1].isASCIILetter else { return true }
    let next = Scalars.decode(text, end, text.count).value
    return Scalars.letterCase(next) == .none || Scalars.isUnspaced(next)
  }
}

extension SitePhrase.Meaning {
  /// Pages name their buttons in their markup, and paragraphs may begin with such words ("Watch", "Share").
  fileprivate var isOfPages: Bool {
    switch self {
    case .share, .network, .button, .site: false
    default: true
    }
  }
}
