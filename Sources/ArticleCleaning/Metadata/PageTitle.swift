import NewsModel
import TextScanning

/// The title of a page's article, without the site's name.
///
/// Pages name the title in many places, which seldom agree exactly. Readers saw the heading above the text. The
/// declared titles (Open Graph, JSON-LD, Twitter, `<title>`) show which heading that is, and are used if there is none.
struct PageTitle {
  private(set) var text: String?
  /// The element of the heading; nil if the title was not read from a heading.
  private(set) var heading: PageTree.Node?

  init(_ main: MainText, _ meta: MetaTags, _ data: LinkedData, site: SiteName) {
    let declared = Self.declared(main.tree, meta, data, main.vocabulary).map { site.stripped(from: $0) }.filter {
      !$0.isEmpty && !site.isName($0)
    }
    let declaredWords = declared.map(Self.words)
    var best = 0.0
    for heading in Self.headings(main) {
      guard heading.text.utf8.count <= Self.longest else { continue }
      let words = Self.words(heading.text)
      guard !words.isEmpty, !site.isName(heading.text) else { continue }
      var agreement = 0.0
      for other in declaredWords where !other.isEmpty {
        let shared = Double(words.count { other.contains($0) })
        let own = shared / Double(words.count)
        let whole = shared / Double(other.count)
        if own >= 0.6, whole >= 0.25 { agreement = max(agreement, 2 * own + whole) }
      }
      // A heading that agrees with no declared title counts only if it is an `h1`.
      if agreement == 0, heading.rank > 1 || !declared.isEmpty { continue }
      let score = agreement + heading.weight
      if score > best {
        best = score
        text = Self.withoutKicker(site.stripped(from: heading.text, guessing: false), declared)
        self.heading = heading.node
      }
    }
    if text == nil { text = declared.first ?? Self.titleElement(main.tree) }
    if text?.isEmpty == true { text = nil }
  }

  /// Returns a heading without its own label ("Local News | ...") if the rest is a title that the page declares.
  private static func withoutKicker(_ heading: String, _ declared: [String]) -> String {
    for title in declared
    where title.utf8.count < heading.utf8.count && title.utf8.count * 2 >= heading.utf8.count
      && heading.hasSuffix(title)
    {
      let kicker = heading.dropLast(title.count)
      if let last = kicker.last, !last.isLetter, !last.isNumber { return title }
    }
    return heading
  }

  /// The largest number of titles under one name that are compared with the headings.
  private static let mostDeclared = 10
  /// The bytes of a title or heading that are read from the markup, with white space and character references.
  private static let rawLength = 16 << 10
  /// The bytes of the longest heading that may be a title.
  static let longest = 400

  private static func titleElement(_ tree: PageTree) -> String? {
    tree.first(.title).map { MetaTags.folded(tree.text(of: $0, atLeast: rawLength)) }
  }

  private static func declared(
    _ tree: PageTree, _ meta: MetaTags, _ data: LinkedData, _ vocabulary: PageVocabulary
  ) -> [String] {
    var titles = vocabulary.metaNames.named(.title).flatMap { meta.values($0).prefix(mostDeclared) }
    if let headline = data.article?.headline { titles.append(headline) }
    if let title = tree.first(.title) { titles.append(tree.text(of: title, atLeast: rawLength)) }
    return titles.map { MetaTags.folded(PlainText.of(markup: $0.portion(rawLength))) }.filter { !$0.isEmpty }
  }

  private struct Heading {
    var node: PageTree.Node
    var text: String
    /// 1 to 3, for `h1` to `h3`.
    var rank: Int
    var weight: Double
  }

  private static func headings(_ main: MainText) -> [Heading] {
    let tree = main.tree
    var headings: [Heading] = []
    var node = 0
    while node < tree.count, headings.count < 60 {
      defer { node += 1 }
      let tag = tree.tag(node)
      if tag == .text { continue }
      let item = tree.attribute(node, .itemprop).map { tree.string($0) }
      let rank: Int
      switch tag {
      case .h1: rank = 1
      case .h2: rank = 2
      case .h3: rank = 3
      case .meta, .head, .title: continue
      default:
        guard item == "headline" || isNamedTitle(tree, node, main.vocabulary) else { continue }
        rank = 3
      }
      let text = MetaTags.folded(tree.text(of: node, atLeast: rawLength))
      guard !text.isEmpty else { continue }
      var weight = [0.5, 0.2, 0.1][rank - 1]
      if item == "headline" { weight += 0.2 }
      if main.isAside(node, heading: nil) { weight -= 0.4 }
      if isLinked(tree, node) { weight -= 0.1 }
      // Of equal headings the first counts, because bars and dialogues repeat it.
      weight -= 0.005 * Double(headings.count)
      headings.append(Heading(node: node, text: text, rank: rank, weight: weight))
    }
    return headings
  }

  /// Whether a heading is a link, as headings of teasers usually are.
  private static func isLinked(_ tree: PageTree, _ node: PageTree.Node) -> Bool {
    tree.tag(tree.parent(node)) == .a || tree.children(of: node).contains { tree.tag($0) == .a }
  }

  private static func isNamedTitle(
    _ tree: PageTree, _ node: PageTree.Node, _ vocabulary: PageVocabulary
  ) -> Bool {
    guard tree.end(node) - node < 12, let name = tree.attribute(node, .class), name.count < 120 else { return false }
    return vocabulary.metaNames.titleElements.firstMatch(in: tree.arena, name) != nil
  }

  /// Returns hashes of the words in lower case, or of pairs of characters in scripts without spaces.
  private static func words(_ text: String) -> Set<UInt64> {
    let bytes = Array(text.utf8)
    var words: Set<UInt64> = []
    var word = ByteHash()
    var last: UInt32?
    func end(_ words: inout Set<UInt64>) {
      if word != ByteHash() { words.insert(word.state) }
      word = ByteHash()
    }
    var at = 0
    while at < bytes.count {
      let scalar = Scalars.decode(bytes, at, bytes.count)
      at += scalar.length
      if Scalars.isUnspaced(scalar.value) {
        end(&words)
        let alone = UInt64(scalar.value)
        words.insert(last.map { UInt64($0) << 32 | alone } ?? alone)
        last = scalar.value
        continue
      }
      last = nil
      if scalar.value &- 0x30 < 10 || Scalars.letterCase(scalar.value) != .none {
        word.add(number: UInt64(Scalars.lowered(scalar.value)))
      } else {
        end(&words)
      }
    }
    end(&words)
    return words
  }
}

/// Plain text of titles in attributes, which may have been escaped twice or contain tags.
enum PlainText {
  static func of(markup text: String) -> String {
    guard text.contains("&") || text.contains("<") else { return text }
    var plain = ""
    var rest = Substring(text)
    // If the text has no other ">", it is not searched again from each "<".
    var mayClose = true
    while let first = rest.first {
      if mayClose, first == "<", let next = rest.dropFirst().first, next.isLetter || next == "/" {
        if let close = rest.firstIndex(of: ">") {
          rest = rest[rest.index(after: close)...]
          continue
        }
        mayClose = false
      }
      if first == "&", let end = rest.prefix(10).firstIndex(of: ";"),
        let character = character(rest[rest.index(after: rest.startIndex)..<end])
      {
        plain.append(character)
        rest = rest[rest.index(after: end)...]
        continue
      }
      plain.append(first)
      rest.removeFirst()
    }
    return plain
  }

  private static func character(_ name: Substring) -> Character? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let value =
        digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init).map(Character.init)
    }
    return names[String(name)]
  }

  private static let names: [String: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—", "lsquo": "‘",
    "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "bdquo": "„", "hellip": "…", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü",
    "szlig": "ß", "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç", "euro": "€", "laquo": "«", "raquo": "»",
  ]
}
