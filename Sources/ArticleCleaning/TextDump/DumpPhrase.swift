import TextScanning

/// What the first words of a short block say about it, in the languages that news is saved in most.
///
/// Only a help: a dump in a language that is not listed is cut by shape and position alone.
enum DumpPhrase {
  /// The site's own tags follow.
  case tags
  /// Other articles follow.
  case related
  /// Readers' comments follow.
  case comments
  /// One link to another article, inside the text: "See also: ...".
  case relatedLink
  /// Buttons to share or follow.
  case share
  case advertisement
  /// A request to subscribe or sign in.
  case subscribe
  /// Who took the picture.
  case credit
  case copyright
  /// Where the rest, or the original, can be read; a button.
  case button

  /// Words of the longest block that is taken for one: a long one opens with such words by chance.
  var longestBlock: Int {
    switch self {
    case .tags: 40
    case .relatedLink, .subscribe, .credit: 30
    case .related: 9
    case .comments, .share: 8
    case .advertisement: 5
    case .copyright: DumpPhrases.longestBlock
    case .button: 6
    }
  }
}

/// Finds what opens a block of a text dump (`phrases.tsv`, column `dump`).
struct DumpPhrases {
  fileprivate static let longestBlock = 80

  private let table: PhraseTable<DumpPhrase>

  init(_ phrases: [SitePhrase]) {
    table = PhraseTable(
      phrases.longestFirst.compactMap { phrase in
        phrase.opensDumpBlock ? phrase.meaning.dump.map { (phrase.phrase, $0) } : nil
      })
  }

  /// - Parameter words: of the block.
  func meaning(of text: [UInt8], words: Int) -> DumpPhrase? {
    guard !text.isEmpty, words <= Self.longestBlock else { return nil }
    let lowered = Scalars.lowered(text, limit: 64)
    return table.match(lowered, at: 0) { phrase, end in
      guard words <= phrase.longestBlock else { return false }
      // The phrase ends where a word does.
      guard end < lowered.count, lowered[end - 1].isASCIILetter else { return true }
      let next = Scalars.decode(lowered, end, lowered.count).value
      return Scalars.letterCase(next) == .none || Scalars.isUnspaced(next)
    }
  }
}
