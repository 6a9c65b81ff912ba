extension MainText {
  enum Place { case heading, article, elsewhere, chrome, teaser }

  /// Returns the place of a node: beside the title, in the article, in a bar of the page, among other articles, or
  /// elsewhere.
  func place(of node: PageTree.Node, heading: PageTree.Node?) -> Place {
    var at = node
    var isArticle = false
    var isFooter = false
    while at != PageTree.root {
      defer { at = tree.parent(at) }
      if let heading, tree.isInside(heading, at) {
        // An element that contains the title is not beside the article, and the footer of an article belongs to it.
        if roles[at].isArticle { (isArticle, isFooter) = (true, false) }
        continue
      }
      switch roles[at] {
      // An `aside` directly under the title is about the article.
      case .sidebar where heading.map { (1..<Self.underTitle).contains(node - $0) } ?? false: break
      case .related, .comments, .advert, .subscription: return .teaser
      case .sidebar, .navigation, .notice: return .chrome
      case .footer: isFooter = true
      case .article, .articleBody: isArticle = true
      default: break
      }
    }
    if isFooter { return .chrome }
    if let heading, abs(node - heading) < 120 || (-2...14).contains(page.before[node] - page.before[heading]) {
      return .heading
    }
    return isArticle ? .article : .elsewhere
  }

  /// The largest number of nodes between a title and an element directly under it.
  private static let underTitle = 60

  func isAside(_ node: PageTree.Node, heading: PageTree.Node?) -> Bool {
    let place = place(of: node, heading: heading)
    return place == .chrome || place == .teaser
  }

  /// Whether the block, or an element directly inside or around it, is named for a date.
  func isDateLine(_ block: PageBlock) -> Bool {
    var node = block.holder
    for _ in 0..<2 where node != PageTree.root {
      if isNamedForDate(node) { return true }
      node = tree.parent(node)
    }
    for inner in tree.descendants(of: block.holder).prefix(24) where isNamedForDate(inner) { return true }
    return false
  }

  private func isNamedForDate(_ node: PageTree.Node) -> Bool {
    if tree.isText(node) { return false }
    for name in [AttributeName.class, .id, .itemprop] {
      guard let range = tree.attribute(node, name), range.count < 200 else { continue }
      if vocabulary.metaNames.dateElements.firstMatch(in: tree.arena, range) != nil { return true }
    }
    return false
  }
}
