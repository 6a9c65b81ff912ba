import TextScanning

extension MainText {
  /// Marks blocks that are long, punctuated and not mostly links.
  mutating func markProse() {
    isProse = page.blocks.map { block in
      block.count >= Thresholds.prose && block.linkBytes * 2 <= block.count
        && (!tree.tag(block.holder).isHeading || block.count >= Thresholds.loneProse)
        && sentenceMarks(block) > 0 && !isSignature(block) && !isRights(block)
    }
    proseBefore = weighed { _ in true }
  }

  /// Whether a block begins like a notice of copyright.
  private func isRights(_ block: PageBlock) -> Bool {
    let text = page.text[block.start..<block.end]
    return text.starts(with: "©".utf8) || text.starts(with: "Copyright".utf8) || text.starts(with: "(c)".utf8)
  }

  func sentenceMarks(_ block: PageBlock) -> Int { SentenceMarks.count(in: page.text, block.start..<block.end) }

  /// Returns the weight of the prose in an element.
  func prose(in node: PageTree.Node) -> Int { prose(page.range(of: node, in: tree)) }

  func prose(_ range: Range<Int>) -> Int { proseBefore[range.upperBound] - proseBefore[range.lowerBound] }

  /// Returns running sums of the prose in the blocks that count. Prose alone between headings and links is usually a
  /// teaser, so it has a third of its weight.
  func weighed(where counts: (PageBlock) -> Bool) -> [Int] {
    var prose = page.blocks.indices.map { isProse[$0] && counts(page.blocks[$0]) }
    for index in comments.joined() { prose[index] = false }
    var sums = [0]
    sums.reserveCapacity(page.blocks.count + 1)
    for (index, block) in page.blocks.enumerated() {
      var weight = 0
      if prose[index] {
        let near = max(0, index - 2)..<min(page.blocks.count, index + 3)
        let hasCompany = near.contains { $0 != index && prose[$0] }
        weight = hasCompany || block.count > Thresholds.loneProse ? block.count : block.count / 3
      }
      sums.append(sums[index] + weight)
    }
    return sums
  }
}
