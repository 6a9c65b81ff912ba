import NewsModel

extension MainText {
  /// Decides the zones of the title, of blocks in dropped elements, and of all blocks outside the container.
  func judgeSurroundings(of container: PageTree.Node, title: String?, _ verdicts: inout Verdicts) {
    let inside = page.range(of: container, in: tree)
    let titleIndex = titleIndex(before: inside, title)
    for (index, block) in page.blocks.enumerated() {
      let role = dropped[block.holder]
      if role != .none {
        verdicts.set(index, role.zone, role.name)
      } else if index == titleIndex || isTitle(block, title) {
        // The title is stored as a field of the document, not as a block of its text.
        verdicts.set(index, .navigation, "title")
      } else if inside.contains(index) {
        continue
      } else if let titleIndex, index > titleIndex, index < inside.lowerBound, isLead(block) {
        if isCaption(block, in: PageTree.root) {
          verdicts.set(index, .caption, "caption")
        } else if block.count >= Thresholds.lead {
          verdicts.set(index, .lead, "between title and article")
        } else {
          verdicts.set(index, .teaser, "subtitle")
        }
      } else {
        verdicts.set(index, .navigation, "outside the article")
      }
    }
  }

  /// Returns the heading of the article: the last one before its first prose that repeats the title of the page, or else
  /// the last `h1`.
  private func titleIndex(before inside: Range<Int>, _ title: String?) -> Int? {
    let firstProse = inside.first { isProse[$0] && dropped[page.blocks[$0].holder] == .none }
    let above = 0..<(firstProse ?? inside.upperBound)
    return above.last { isTitle(page.blocks[$0], title) && tree.tag(page.blocks[$0].holder).isHeading }
      ?? above.last { isTopHeading($0) }
  }

  /// Whether a block repeats the title of the page, or, as a heading, its first part, because the site's name often
  /// follows.
  func isTitle(_ block: PageBlock, _ title: String?) -> Bool {
    guard let title, block.count >= 10, title.utf8.count >= block.count else { return false }
    return (tree.tag(block.holder).isHeading || title.utf8.count == block.count)
      && title.utf8.starts(with: page.text[block.start..<block.end])
  }

  private func isLead(_ block: PageBlock) -> Bool {
    block.count >= 40 && block.linkBytes * 3 <= block.count
      && (block.count >= Thresholds.lead || sentenceMarks(block) > 0)
  }

  /// Whether a block is in a figure, in an element named as a caption, or alone beside a picture.
  func isCaption(_ block: PageBlock, in container: PageTree.Node) -> Bool {
    var node = block.holder
    // A caption is near its picture: no page of the evaluation sets has eight levels between them.
    for _ in 0..<8 where node != container && node != PageTree.root {
      if roles[node] == .caption || tree.tag(node) == .figure { return block.count < Thresholds.caption }
      if roles[node] == .picture, block.count < Thresholds.textBesidePicture {
        let range = page.range(of: node, in: tree)
        let bytes = page.blocks[range.upperBound - 1].end - page.blocks[range.lowerBound].start
        return bytes < Thresholds.textBesidePicture + 200 && holdsPicture(node)
      }
      node = tree.parent(node)
    }
    return false
  }

  private func holdsPicture(_ node: PageTree.Node) -> Bool {
    tree.descendants(of: node).contains { tree.tag($0) == .img || tree.tag($0) == .picture }
  }
}
