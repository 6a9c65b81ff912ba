import NewsModel

extension MainText {
  /// Drops the elements whose names say that they surround an article, unless their text says otherwise.
  mutating func believeNames() {
    dropped = Array(repeating: .none, count: tree.count)
    let all = prose(0..<page.blocks.count)
    let articles = tree.nodes.indices.filter { roles[$0].isArticle && prose(in: $0) > 0 }
    let signs = tree.nodes.indices.filter { tree.tag($0) == .h1 || tree.tag($0) == .main || roles[$0].isArticle }
    var article = PageTree.root
    for node in tree.nodes.indices.dropFirst() {
      let inherited = dropped[tree.parent(node)]
      if roles[node].isArticle { article = node }
      if inherited != .none {
        dropped[node] = inherited
      } else if roles[node].isChrome {
        let enclosing = article != PageTree.root && tree.isInside(node, article) ? article : nil
        if isBelieved(node, of: all, in: enclosing, articles, signs) { dropped[node] = roles[node] }
      }
    }
    // Prose counts from here on only where it may be the article's.
    let dropped = dropped
    proseBefore = weighed { dropped[$0.holder] == .none }
  }

  /// Drops only what no article is ever inside of.
  mutating func believeOnlySureNames() {
    dropped = Array(repeating: .none, count: tree.count)
    for node in tree.nodes.indices.dropFirst() {
      dropped[node] = dropped[tree.parent(node)]
      switch roles[node] {
      case .navigation, .footer, .notice, .advert: if dropped[node] == .none { dropped[node] = roles[node] }
      default: break
      }
    }
    let dropped = dropped
    proseBefore = weighed { dropped[$0.holder] == .none }
  }

  private func isBelieved(
    _ node: PageTree.Node, of all: Int, in article: PageTree.Node?, _ articles: [PageTree.Node],
    _ signs: [PageTree.Node]
  ) -> Bool {
    let amount = prose(in: node)
    if amount == 0 { return true }
    if let article {
      // An article's folded part; a line that opens over a name in a sentence stays hidden.
      if roles[node] == .hidden { return tree.tag(node).isInline || tree.tag(tree.parent(node)) == .p }
      if amount * 100 > prose(in: article) * Thresholds.shareOfArticle { return false }
    }
    if roles[node] == .related, tree.tag(tree.parent(node)) != .a {
      // What leads to other articles has links.
      let blocks = page.blocks[page.range(of: node, in: tree)]
      if !blocks.contains(where: { $0.links > 0 }) { return false }
    }
    if amount * 100 <= all * Thresholds.believedShare { return true }
    // A name on a wrapper of the whole (`layout-right-rail`): title or article stand inside.
    let holdsArticle = signs.contains { inner in
      inner != node && tree.isInside(inner, node) && (tree.tag(inner) == .h1 || prose(in: inner) * 2 >= amount)
    }
    if holdsArticle { return false }
    if amount * 100 <= all * Thresholds.surroundingShare { return true }
    // A long notice or footer under a short report.
    let isSure = roles[node] == .notice || roles[node] == .footer
    if isSure, all - amount >= Thresholds.article { return true }
    // Most of the page: believed only where another element claims to be the article and has text.
    return articles.contains {
      !tree.isInside($0, node) && !tree.isInside(node, $0) && prose(in: $0) >= Thresholds.article
    }
  }
}

extension ElementRole {
  /// The zone of text that is none of the article's.
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
