extension MainText {
  /// Returns the element that holds the article's text.
  func chooseContainer() -> PageTree.Node { declaredContainer() ?? listContainer() ?? densestContainer() }

  /// For a page of results, lists or verse, which has no prose: returns the declared article with the most text outside
  /// links.
  private func listContainer() -> PageTree.Node? {
    guard prose(0..<page.blocks.count) < Thresholds.article else { return nil }
    var bytesBefore = [0]
    for block in page.blocks {
      bytesBefore.append(bytesBefore.last! + (dropped[block.holder] == .none ? block.count - block.linkBytes : 0))
    }
    var best: (node: PageTree.Node, bytes: Int)?
    for node in tree.nodes.indices where roles[node].isArticle && dropped[node] == .none {
      let range = page.range(of: node, in: tree)
      let bytes = bytesBefore[range.upperBound] - bytesBefore[range.lowerBound]
      // An inner article is preferred if it has nearly all of the text.
      if bytes * 100 > (best?.bytes ?? 0) * 105
        || (best.map { tree.isInside(node, $0.node) && bytes * 100 >= $0.bytes * 95 } ?? false)
      {
        best = (node, max(bytes, best?.bytes ?? 0))
      }
    }
    guard let best, best.bytes >= Thresholds.article else { return nil }
    return best.node
  }

  /// Returns the element that the page itself names as the body of the article.
  private func declaredContainer() -> PageTree.Node? {
    let bodies = tree.nodes.indices.filter { roles[$0] == .articleBody && dropped[$0] == .none }
    var declared = PageTree.root
    var most = 0
    for node in bodies {
      let amount = prose(in: node)
      // The element with the most prose is preferred, and of nested ones with equal prose the innermost.
      if amount * 100 > most * 105 || (amount * 100 >= most * 95 && tree.isInside(node, declared)) {
        declared = node
        most = max(most, amount)
      }
    }
    guard most > 0 else { return nil }
    let isLarge = most * 100 >= prose(0..<page.blocks.count) * Thresholds.declaredShare
    // A note of two sentences under its title may be shorter than the notices of the page.
    guard isLarge || (bodies.count == 1 && followsTitle(declared)) else { return nil }
    // Some pages interrupt the body with boxes and declare each part: the article is the element that holds all parts.
    for node in bodies where !tree.isInside(node, declared) && prose(in: node) * 10 >= most {
      while !tree.isInside(node, declared) { declared = tree.parent(declared) }
    }
    // The name may be that of a box between the paragraphs of the article, which are its siblings.
    let parent = tree.parent(declared)
    return paragraphs(in: parent) > most ? parent : declared
  }

  /// Returns the prose in the paragraphs that are children of an element.
  private func paragraphs(in node: PageTree.Node) -> Int {
    tree.children(of: node).reduce(0) { $0 + (tree.tag($1) == .p ? prose(in: $1) : 0) }
  }

  /// Returns the deepest element that holds nearly all prose, or, if the prose is spread over several elements, the one
  /// that is named as an article.
  private func densestContainer() -> PageTree.Node {
    var node = PageTree.root
    var isInArticle = false
    while true {
      let amount = prose(in: node)
      isInArticle = isInArticle || roles[node].isArticle
      var fullest: PageTree.Node?
      for child in tree.children(of: node) where !tree.tag(child).isInline {
        if prose(in: child) > fullest.map(prose(in:)) ?? 0 { fullest = child }
      }
      guard let fullest, tree.tag(fullest) != .p, prose(in: fullest) * 100 >= amount * Thresholds.descendShare,
        !(tree.tag(fullest).isList && roles[node].isArticle), !(isInArticle && isPart(fullest, of: node))
      else { break }
      node = fullest
    }
    let amount = prose(in: node)
    let start = page.range(of: node, in: tree).lowerBound
    var claimed: PageTree.Node?
    for inner in tree.descendants(of: node) where roles[inner] == .article && dropped[inner] == .none {
      // An element with much text before it is an inset.
      let before = prose(start..<page.range(of: inner, in: tree).lowerBound)
      if before * 5 <= prose(in: inner), prose(in: inner) * 100 >= amount * Thresholds.claimedShare,
        claimed.map({ tree.isInside(inner, $0) }) ?? true
      {
        claimed = inner
      }
    }
    return claimed ?? node
  }

  /// Whether a sibling of the same class has prose too: in a declared article, an advertisement may stand between them.
  private func isPart(_ node: PageTree.Node, of parent: PageTree.Node) -> Bool {
    guard let name = tree.attribute(node, .class) else { return false }
    return tree.children(of: parent).prefix(Self.mostParts).contains { sibling in
      sibling != node && tree.tag(sibling) == tree.tag(node) && prose(in: sibling) > 0
        && tree.attribute(sibling, .class).map { tree.arena[$0] == tree.arena[name] } ?? false
    }
  }

  private func followsTitle(_ node: PageTree.Node) -> Bool {
    (0..<page.range(of: node, in: tree).lowerBound).contains { isTopHeading($0) }
  }

  func isTopHeading(_ index: Int) -> Bool {
    let holder = page.blocks[index].holder
    return tree.tag(holder) == .h1 || tree.tag(tree.parent(holder)) == .h1
  }
}
