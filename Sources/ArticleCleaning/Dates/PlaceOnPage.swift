import TextScanning

extension MainText {
  enum Place {
    /// Next to the title.
    case heading
    case article, elsewhere
    /// In a bar of the page.
    case chrome
    /// Among other articles.
    case teaser

    var isAside: Bool { self == .chrome || self == .teaser }
  }

  func place(of node: PageTree.Node, heading: PageTree.Node?) -> Place {
    var at = node
    var isArticle = false
    var isFooter = false
    while at != PageTree.root {
      defer { at = tree.parent(at) }
      if let heading, tree.isInside(heading, at) {
        // An element that contains the title is not a bar, and the footer of an article is part of the article.
        if roles[at].isArticle { (isArticle, isFooter) = (true, false) }
        continue
      }
      switch roles[at] {
      // An `aside` directly below the title belongs to the article.
      case .sidebar where heading.map { (1..<Self.underTitle).contains(node - $0) } ?? false: break
      case .related, .comments, .advert, .subscription: return .teaser
      case .sidebar, .navigation, .notice: return .chrome
      case .footer: isFooter = true
      case .article, .articleBody: isArticle = true
      default: break
      }
    }
    if isFooter { return .chrome }
    if let heading,
      abs(node - heading) < Self.besideTitle
        || Self.blocksBesideTitle.contains(page.before[node] - page.before[heading])
    {
      return .heading
    }
    return isArticle ? .article : .elsewhere
  }

  /// The number of nodes after a title that count as directly below it.
  private static let underTitle = 60
  /// The distances, in nodes in either direction and in blocks, up to which an element is next to the title.
  private static let besideTitle = 120
  private static let blocksBesideTitle: ClosedRange<Int32> = -2...14

  func isAside(_ node: PageTree.Node, heading: PageTree.Node?) -> Bool {
    place(of: node, heading: heading).isAside
  }

  /// Whether the block's element, its parent, or one of the first elements inside it has a name that means a date.
  func isNamedForDate(_ block: PageBlock) -> Bool {
    var node = block.holder
    for _ in 0..<2 where node != PageTree.root {
      if isNamedForDate(node) { return true }
      node = tree.parent(node)
    }
    for inner in tree.descendants(of: block.holder).prefix(Self.mostInnerElements) where isNamedForDate(inner) {
      return true
    }
    return false
  }

  private static let mostInnerElements = 24
  /// In bytes.
  private static let longestName = 200

  private func isNamedForDate(_ node: PageTree.Node) -> Bool {
    if tree.isText(node) { return false }
    for name in [AttributeName.class, .id, .itemprop] {
      guard let range = tree.attribute(node, name), range.count < Self.longestName else { continue }
      if vocabulary.metaNames.dateElements.firstMatch(in: tree.arena, range) != nil { return true }
    }
    return false
  }
}
