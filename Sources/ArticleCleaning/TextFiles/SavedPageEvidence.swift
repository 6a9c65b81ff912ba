import TextScanning

/// The evidence that a text file is a page that was saved with its menus, buttons and notices, and not an article
/// alone.
///
/// Without such evidence every line of the text belongs to the article, even if all lines are short.
struct SavedPageEvidence {
  private var weight = 0
  private var seen: Set<Int> = []

  /// Two lines that only sites have are enough, or four that articles have too. All of 89 rendered news pages have
  /// them, and none of 676 articles of three corpora.
  var isSufficient: Bool { weight >= Self.enough }

  private static let enough = 4

  init(_ text: [UInt8], lines: [TextLine], _ vocabulary: PageVocabulary) {
    let marks = RendererMarks(text)
    if marks.opensLinks { weight += Self.enough }
    for line in lines where !line.content.isEmpty && !isSufficient {
      let stripped = marks.strip(text, line.content)
      if stripped.controls > 0 { countControl(text, line) }
      for piece in Self.pieces(of: stripped.text) {
        for word in vocabulary.phrases.siteNames(in: stripped.text[piece]) { count(word.id, word.weight) }
      }
      let opening = vocabulary.phrases.meaning(ofTextBlock: Array(stripped.text.prefix(Self.opening)), words: 1)
      if opening == .rights { count(Self.copyright, 1) }
      if vocabulary.phrases.isCookieNotice(stripped.text[...]) { count(Self.cookies, 2) }
    }
  }

  private mutating func countControl(_ text: [UInt8], _ line: TextLine) {
    if Self.rendererMarks.firstMatch(in: text, line.content) != nil { count(Self.field, Self.enough) }
    count(seen.contains(Self.picture) ? Self.secondPicture : Self.picture, 1)
  }

  /// Repeated evidence counts once.
  private mutating func count(_ id: Int, _ weight: Int) {
    if seen.insert(id).inserted { self.weight += weight }
  }

  // Evidence other than site lines. The numbers are less than those of site lines, of which -1 is the least.
  private static let copyright = -2
  private static let cookies = -3
  private static let field = -4
  private static let picture = -5
  private static let secondPicture = -6

  /// The bytes at the beginning of a line that are searched for a notice of copyright.
  private static let opening = 60

  /// Buttons, frames and fields as lynx, w3m and inscriptis write them. Nobody types them.
  private static let rendererMarks = PhraseTrie([
    "(button)", "[button]", "iframe: http", "[ins:", "[del:", "[____", "[    ",
  ])

  /// Returns the parts of a line between wide gaps and bars, which separate the items of a menu in one line.
  private static func pieces(of text: [UInt8]) -> [Range<Int>] {
    guard text.count <= SitePhrases.longestSiteLine else { return [] }
    var pieces: [Range<Int>] = []
    var start = 0
    var at = 0
    while at < text.count {
      var stop = at
      var blanks = 0
      while stop < text.count {
        let isBar = text[stop] == UInt8(ascii: "|") || text[stop] == 0x09
        let space = isBar ? 1 : Scalars.spaceLength(text, stop, text.count)
        if space == 0 { break }
        blanks += isBar ? 2 : 1
        stop += space
      }
      if blanks >= 2 {
        if start < at { pieces.append(start..<at) }
        start = stop
      }
      at = max(stop, at + 1)
    }
    if start < text.count { pieces.append(start..<text.count) }
    return pieces
  }
}
