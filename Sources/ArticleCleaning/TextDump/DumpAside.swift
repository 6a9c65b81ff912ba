import TextScanning

/// Sentences that stand among an article's and are not its own: who took the picture, what the site wants of the reader.
enum DumpAside: String {
  case picture = "picture caption"
  case appeal = "appeal to the reader"

  /// Longer paragraphs are text about these things.
  static let mostWords = (picture: 70, appeal: 60)
}

/// Finds such sentences (`phrases.tsv`, column `aside`).
struct DumpAsides {
  private let table: PhraseTable<DumpAside>

  init(_ phrases: [SitePhrase]) {
    table = PhraseTable(
      phrases.longestFirst.compactMap { phrase in
        switch phrase.aside {
        case .picture: (phrase.phrase, .picture)
        case .appeal: (phrase.phrase, .appeal)
        case .notice, nil: nil
        }
      })
  }

  func meaning(of text: [UInt8], words: Int) -> DumpAside? {
    guard words <= DumpAside.mostWords.picture, let found = table.firstMatch(in: Scalars.lowered(text)),
      found == .picture || words <= DumpAside.mostWords.appeal
    else { return nil }
    return found
  }
}
