import TextScanning

/// A heading of a page that may be the title of its article.
struct PageHeading {
  var node: PageTree.Node
  var text: String
  /// The words of the text (`TitleWords`).
  var words: Set<UInt64>
  /// 1 to 3, for `h1` to `h3`.
  var rank: Int
  /// What speaks for the heading besides its words.
  var weight = 0.0
  /// Whether the heading consists of several texts, such as a kicker and a headline, without a mark between them.
  var hasParts = false
  /// Whether the heading needs no declared title that agrees.
  var standsAlone = false
}

/// The headings of a page in their order, and then the lines above its text. The names of the site are left out.
struct PageHeadings {
  private(set) var all: [PageHeading] = []

  /// The most headings that are read.
  private static let most = 60
  /// The bytes of a heading that are read from the markup, with white space and character references.
  private static let rawLength = 16 << 10
  /// The bytes of the longest heading that may be a title.
  private static let longest = 400
  /// A heading of fewer words is often the name of a section.
  private static let wordsOfHeadline = 3

  init(_ main: MainText, site: SiteName) {
    let tree = main.tree
    var found = 0
    for node in 0..<tree.count {
      guard found < Self.most else { break }
      guard let rank = Self.rank(of: node, tree, main.vocabulary) else { continue }
      let text = MetaTags.folded(tree.lines(of: node, atLeast: Self.rawLength))
      guard !text.isEmpty else { continue }
      defer { found += 1 }
      let words = TitleWords.of(text)
      guard text.utf8.count <= Self.longest, !words.isEmpty, !site.isTitleName(text) else { continue }
      let isAside = main.isAside(node, heading: nil)
      let isLinked = Self.isLinked(tree, node)
      let hasProse = main.hasProse(behind: node)
      // Of equal headings the first counts, because bars and dialogues repeat it.
      var weight = [0.5, 0.2, 0.1][rank - 1] - 0.005 * Double(found)
      if Self.isMarked(node, tree) { weight += 0.2 }
      if isAside { weight -= 0.4 }
      if isLinked { weight -= 0.1 }
      if hasProse { weight += 0.3 }
      all.append(
        PageHeading(
          node: node, text: text, words: words, rank: rank, weight: weight, hasParts: Self.hasParts(tree, node),
          standsAlone: rank == 1 && hasProse && words.count >= Self.wordsOfHeadline && !isAside && !isLinked))
    }
    addLines(main, site: site)
  }

  // MARK: Headings

  /// Returns 1 to 3 for a heading; nil for any other element.
  private static func rank(of node: PageTree.Node, _ tree: PageTree, _ vocabulary: PageVocabulary) -> Int? {
    switch tree.tag(node) {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .text, .meta, .head, .title: nil
    default:
      tree.nodes[node].attributeCount > 0 && (isMarked(node, tree) || isNamed(node, tree, vocabulary)) ? 3 : nil
    }
  }

  private static func isMarked(_ node: PageTree.Node, _ tree: PageTree) -> Bool {
    tree.attribute(node, .itemprop).map { tree.arena[$0].elementsEqual("headline".utf8) } ?? false
  }

  private static func isNamed(_ node: PageTree.Node, _ tree: PageTree, _ vocabulary: PageVocabulary) -> Bool {
    guard tree.end(node) - node < 12, let name = tree.attribute(node, .class), name.count < 120 else { return false }
    return vocabulary.metaNames.titleElements.firstMatch(in: tree.arena, name) != nil
  }

  /// Whether a heading is a link, as headings of teasers usually are.
  private static func isLinked(_ tree: PageTree, _ node: PageTree.Node) -> Bool {
    tree.tag(tree.parent(node)) == .a || tree.children(of: node).contains { tree.tag($0) == .a }
  }

  private static func hasParts(_ tree: PageTree, _ node: PageTree.Node) -> Bool {
    tree.descendants(of: node).count { tree.isText($0) && tree.arena[tree.textRange($0)].contains { $0 > 0x20 } } > 1
  }

  // MARK: Lines

  /// Adds the lines above the text, of which one is the title of a page without headings.
  private mutating func addLines(_ main: MainText, site: SiteName) {
    let blocks = main.page.blocks
    let first = blocks.indices.first { index in
      main.isProse[index] && main.isProse[min(index + 1, blocks.count)..<min(index + 4, blocks.count)].contains(true)
    }
    guard let first else { return }
    for block in blocks[max(0, first - Self.linesAboveText)..<first] {
      guard block.count <= Self.longestLine, block.linkBytes * 2 <= block.count,
        !main.tree.tag(block.holder).isHeading
      else { continue }
      let text = main.page.string(block)
      let words = TitleWords.of(text)
      guard words.count >= 2, !site.isTitleName(text) else { continue }
      all.append(PageHeading(node: block.holder, text: text, words: words, rank: 3))
    }
  }

  private static let linesAboveText = 12
  /// In bytes.
  private static let longestLine = 200
}

extension MainText {
  /// Whether prose stands among the next blocks behind an element.
  func hasProse(behind node: PageTree.Node) -> Bool {
    let first = page.range(of: node, in: tree).upperBound
    return prose(first..<min(first + Self.blocksToProse, page.blocks.count)) >= Self.leastProse
  }

  private static let blocksToProse = 10
  /// In bytes.
  private static let leastProse = 200
}

extension PageTree {
  /// The text under a node with a line break at the borders of block-level elements and at `<br>`, without scripts and
  /// the readings of ruby text. Of a long text, the first nodes with at least `length` bytes.
  func lines(of node: Node, atLeast enough: Int) -> String {
    var bytes: [UInt8] = []
    // The ends of the open block-level elements, the innermost last.
    var borders: [Node] = []
    var at = node
    while at < end(node), bytes.count < enough {
      while let border = borders.last, border <= at {
        borders.removeLast()
        bytes.append(0x0A)
      }
      switch tag(at) {
      case .script, .style, .rt, .rp:
        at = end(at)
        continue
      case .text: bytes.append(contentsOf: arena[textRange(at)])
      case .br: bytes.append(0x0A)
      case let tag where !tag.isInline && at > node:
        bytes.append(0x0A)
        borders.append(end(at))
      default: break
      }
      at += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
