import TextScanning

/// What shows that a text is a page that was saved with its menus, buttons and notices, and not an article alone.
///
/// Without such signs every line of a text is the article's, however short its lines are.
struct DumpSigns {
  private var weight = 0
  private var seen: Set<Int> = []

  /// Two lines that only sites have, or four that articles may have too. All of 89 rendered news pages have as much, and none of 676
  /// articles of three corpora.
  var areOfADump: Bool { weight >= Self.enough }

  private static let enough = 4

  init(_ text: [UInt8], lines: [DumpLine], _ vocabulary: PageVocabulary) {
    let marks = DumpMarks(text)
    if marks.opensLinks { weight += Self.enough }
    for line in lines where !line.content.isEmpty && !areOfADump {
      let stripped = marks.strip(text, line.content)
      if stripped.controls > 0 { countControl(text, line) }
      for piece in Self.pieces(of: stripped.text) {
        for word in vocabulary.siteWords.words(in: stripped.text[piece]) { count(word.id, word.weight) }
      }
      let opening = vocabulary.dumpPhrases.meaning(of: Array(stripped.text.prefix(Self.opening)), words: 1)
      if opening == .copyright { count(Self.copyright, 1) }
      if vocabulary.siteWords.isCookieNotice(stripped.text[...]) { count(Self.cookies, 2) }
    }
  }

  private mutating func countControl(_ text: [UInt8], _ line: DumpLine) {
    if Self.rendererMarks.firstMatch(in: text, line.content) != nil { count(Self.field, Self.enough) }
    count(seen.contains(Self.picture) ? Self.secondPicture : Self.picture, 1)
  }

  /// A sign that recurs is one sign.
  private mutating func count(_ sign: Int, _ weight: Int) {
    if seen.insert(sign).inserted { self.weight += weight }
  }

  // Signs that are no words: below -1, the site words' least number.
  private static let copyright = -2
  private static let cookies = -3
  private static let field = -4
  private static let picture = -5
  private static let secondPicture = -6

  /// Bytes at a line's beginning in which it says that it is a copyright's.
  private static let opening = 60

  /// Buttons, frames and fields as lynx, w3m and inscriptis write them out; nobody types them.
  private static let rendererMarks = PhraseTable(
    ["(button)", "[button]", "iframe: http", "[ins:", "[del:", "[____", "[    "].map { ($0, true) })

  /// A line's parts between wide gaps and bars: how menus are set in one line.
  private static func pieces(of text: [UInt8]) -> [Range<Int>] {
    guard text.count <= SiteWords.longestLine else { return [] }
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
