import NewsModel

extension MainText {
  /// Drops the elements whose names say that they surround an article, unless their text says otherwise.
  mutating func dropNamedElements(title: String?) {
    dropped = Array(repeating: .none, count: tree.count)
    let all = prose(0..<page.blocks.count)
    let articles = tree.nodes.indices.filter { roles[$0].isArticle && prose(in: $0) > 0 }
    let landmarks = tree.nodes.indices.filter { tree.tag($0) == .h1 || tree.tag($0) == .main || roles[$0].isArticle }
    let titles = titles(title)
    let bodies = articles.filter { roles[$0] == .articleBody }
    var article = PageTree.root
    for node in tree.nodes.indices.dropFirst() {
      let inherited = dropped[tree.parent(node)]
      if roles[node].isArticle { article = node }
      if inherited != .none {
        dropped[node] = inherited
      } else if roles[node].isChrome {
        let enclosing = article != PageTree.root && tree.isInside(node, article) ? article : nil
        if isBelieved(node, of: all, in: enclosing, articles, landmarks, titles, bodies) { dropped[node] = roles[node] }
      }
    }
    // From here on, only prose that may belong to the article counts.
    let dropped = dropped
    proseBefore = weighed { dropped[$0.holder] == .none }
  }

  /// Returns the blocks that repeat the title of the page. A link with the title leads to the page.
  private func titles(_ title: String?) -> [Int] {
    let found = page.blocks.indices.lazy.filter {
      let block = page.blocks[$0]
      return (block.linkBytes * 2 < block.count || tree.tag(block.holder).isHeading) && isTitle(block, title)
    }
    return Array(found.prefix(Self.mostTitles))
  }

  /// More of them are no headings.
  private static let mostTitles = 20

  /// Drops only the elements that never contain an article.
  mutating func dropSureElements() {
    dropped = Array(repeating: .none, count: tree.count)
    for node in tree.nodes.indices.dropFirst() {
      dropped[node] = dropped[tree.parent(node)]
      switch roles[node] {
      case .navigation, .footer, .notice, .advert: if dropped[node] == .none { dropped[node] = roles[node] }
      case .comments where dropped[node] == .none && signsComments(page.range(of: node, in: tree)):
        dropped[node] = .comments
      default: break
      }
    }
    let dropped = dropped
    proseBefore = weighed { dropped[$0.holder] == .none }
  }

  /// Whether a block invites readers to subscribe, which the text that is for subscribers does not.
  private func isOffer(_ blocks: Range<Int>) -> Bool {
    blocks.contains {
      let block = page.blocks[$0]
      return block.count < Thresholds.phrase
        && vocabulary.phrases.meaning(ofPageBlock: page.text[block.start..<block.end]) == .invitation
    }
  }

  /// Returns the prose in an element; of a widget, also that in the widgets beside it, because some content systems build
  /// an article from a widget for each paragraph.
  private func proseOfParts(like node: PageTree.Node) -> Int {
    guard roles[node] == .sidebar else { return prose(in: node) }
    return tree.children(of: tree.parent(node)).prefix(Self.mostParts)
      .reduce(0) { $0 + (roles[$1] == .sidebar ? prose(in: $1) : 0) }
  }

  /// More siblings are not compared.
  static let mostParts = 200

  private func isBelieved(
    _ node: PageTree.Node, of all: Int, in article: PageTree.Node?, _ articles: [PageTree.Node],
    _ landmarks: [PageTree.Node], _ titles: [Int], _ bodies: [PageTree.Node]
  ) -> Bool {
    guard prose(in: node) > 0 else { return true }
    let amount = proseOfParts(like: node)
    let inside = page.range(of: node, in: tree)
    // An element with the title and prose below it holds the article, whatever its name.
    if titles.contains(where: { inside.contains($0) && prose($0..<inside.upperBound) > 0 }) { return false }
    if roles[node] == .comments, signsComments(inside) { return true }
    if roles[node] != .comments, !bodies.isEmpty, tree.isInside(bodies.first!, node), tree.isInside(bodies.last!, node)
    {
      return false
    }
    if let article {
      // A hidden part of an article may be folded text, but an inline element is a note that opens over a word.
      if roles[node] == .hidden { return tree.tag(node).isInline || tree.tag(tree.parent(node)) == .p }
      if roles[node] == .subscription, amount <= Thresholds.offer, isOffer(inside) { return true }
      if amount * 100 > prose(in: article) * Thresholds.shareOfArticle { return false }
    }
    if roles[node] == .related, tree.tag(tree.parent(node)) != .a {
      // An element that leads to other articles has links.
      let blocks = page.blocks[page.range(of: node, in: tree)]
      if !blocks.contains(where: { $0.links > 0 }) { return false }
    }
    if amount * 100 <= all * Thresholds.believedShare { return true }
    // The name may be that of a wrapper around the whole page (`layout-right-rail`), which holds the title or the
    // article.
    let holdsArticle = landmarks.contains { inner in
      inner != node && tree.isInside(inner, node) && (tree.tag(inner) == .h1 || prose(in: inner) * 2 >= amount)
    }
    if holdsArticle { return false }
    if amount * 100 <= all * Thresholds.surroundingShare { return true }
    // A long notice or footer may follow a short report.
    let isSure = roles[node] == .notice || roles[node] == .footer
    if isSure, all - amount >= Thresholds.article { return true }
    // The element holds most of the page: its name is trusted only if another element is named as the article and has
    // text.
    return articles.contains {
      !tree.isInside($0, node) && !tree.isInside(node, $0) && prose(in: $0) >= Thresholds.article
    }
  }
}

extension ElementRole {
  /// The zone of text in an element that does not belong to the article.
  var zone: Zone {
    switch self {
    case .related, .sidebar: .teaser
    case .comments: .comment
    case .tags: .tags
    case .footer, .byline, .credit: .footer
    default: .navigation
    }
  }
}
