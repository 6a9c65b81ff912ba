import TextScanning

/// The visible text of a page in document order, with white space folded, cut into blocks at the borders of block-level
/// elements.
struct PageBlocks {
  private(set) var blocks: [PageBlock] = []
  /// The text of all blocks, one directly after another.
  private(set) var text: [UInt8] = []
  /// The places in the text where a line of a block ends, in ascending order: at line breaks, and in preformatted text
  /// also at the borders of its columns. In the text a blank follows.
  private(set) var lineEnds: [Int32] = []
  /// The number of blocks that begin before each node, and before the end.
  private(set) var before: [Int32] = []

  /// Inline elements that do not belong to the article (a share count in a line) become blocks of their own.
  init(_ tree: PageTree, roles: [ElementRole]) {
    text.reserveCapacity(tree.arena.count / 4)
    before.reserveCapacity(tree.count + 1)
    gather(tree, roles)
  }

  func string(_ block: PageBlock) -> String { String(decoding: text[block.start..<block.end], as: UTF8.self) }

  /// Returns the blocks that begin inside a block-level element.
  func range(of node: PageTree.Node, in tree: PageTree) -> Range<Int> {
    Int(before[node])..<Int(before[tree.end(node)])
  }

  private mutating func gather(_ tree: PageTree, _ roles: [ElementRole]) {
    // The open block-level elements, the innermost last.
    var open: [PageTree.Node] = []
    var block = PageBlock(holder: PageTree.root, start: 0)
    var linkEnd = 0
    var strongEnd = 0
    var preformattedEnd = 0
    var owesSpace = false
    // The length of the text at the last line break: two breaks without text between them separate paragraphs.
    var lastBreak = -1
    before.append(0)

    func cut(_ page: inout PageBlocks) {
      block.end = page.text.count
      if block.end > block.start { page.blocks.append(block) }
      block = PageBlock(holder: open.last ?? PageTree.root, start: page.text.count)
      owesSpace = false
    }

    func breakLine(_ page: inout PageBlocks) {
      if lastBreak == page.text.count, page.text.count > block.start {
        cut(&page)
        block.afterBreak = true
      }
      lastBreak = page.text.count
      page.endLine(of: block)
      owesSpace = true
    }

    var node = 1
    while node < tree.count {
      while let last = open.last, tree.end(last) <= node {
        open.removeLast()
        cut(&self)
      }
      let tag = tree.tag(node)
      let isBorder = !tag.isInline || (tag == .span && (roles[node].isChrome || roles[node] == .caption))
      if isBorder, tag != .br { cut(&self) }
      before.append(Int32(blocks.count))
      if tag.isInvisible || tag == .rt && isReading(node, tree) {
        let end = tree.end(node)
        for _ in node + 1..<max(end, node + 1) { before.append(Int32(blocks.count)) }
        node = end
        continue
      }
      if tag == .text {
        let isLink = node < linkEnd
        let isStrong = node < strongEnd
        if node < preformattedEnd {
          for line in PreformattedLines(tree.arena, tree.textRange(node)) {
            if !line.isFirst { breakLine(&self) }
            for (number, cell) in line.cells.enumerated() {
              if number > 0 {
                endLine(of: block)
                owesSpace = true
              }
              append(cell, of: tree, to: &block, isLink: isLink, isStrong: isStrong, &owesSpace)
            }
          }
        } else {
          append(tree.textRange(node), of: tree, to: &block, isLink: isLink, isStrong: isStrong, &owesSpace)
        }
      } else if tag == .a {
        linkEnd = max(linkEnd, tree.end(node))
        block.links += 1
      } else if tag == .b || tag == .strong {
        strongEnd = max(strongEnd, tree.end(node))
      } else if tag == .br {
        breakLine(&self)
      } else if isBorder, tree.end(node) > node + 1 {
        if tag == .pre { preformattedEnd = max(preformattedEnd, tree.end(node)) }
        open.append(node)
        block.holder = node
      }
      node += 1
    }
    while open.popLast() != nil { cut(&self) }
    cut(&self)
    before.append(Int32(blocks.count))
  }

  /// Whether a reading above characters would part the words of the text, because no parenthesis closes behind it.
  private func isReading(_ node: PageTree.Node, _ tree: PageTree) -> Bool {
    let next = tree.end(node)
    return next >= tree.count || tree.tag(next) != .rp
  }

  /// Returns the ranges of the lines of a block, without the blanks between them.
  func lines(of block: PageBlock) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = block.start
    var index = lineEnds.partitioningIndex { Int($0) > block.start }
    while index < lineEnds.count, Int(lineEnds[index]) < block.end {
      lines.append(start..<Int(lineEnds[index]))
      start = Int(lineEnds[index]) + 1
      index += 1
    }
    lines.append(start..<block.end)
    return lines
  }

  private mutating func endLine(of block: PageBlock) {
    if text.count > block.start, lineEnds.last != Int32(text.count) { lineEnds.append(Int32(text.count)) }
  }

  private mutating func append(
    _ range: Range<Int>, of tree: PageTree, to block: inout PageBlock, isLink: Bool, isStrong: Bool,
    _ owesSpace: inout Bool
  ) {
    let arena = tree.arena.span
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = arena[at]
      // White space and C0 controls, and the no-break space (C2 A0) at the border of a block.
      if byte <= 0x20 || byte == 0x7F {
        owesSpace = true
        at += 1
        continue
      }
      if byte == 0xC2, at + 1 < range.upperBound, arena[at + 1] == 0xA0, text.count == block.start || owesSpace {
        // No-break spaces beside blanks separate the columns of a line.
        endLine(of: block)
        owesSpace = true
        at += 2
        continue
      }
      // Soft hyphens (C2 AD) and zero-width spaces (E2 80 8B) are hints for line breaks, not text.
      if byte == 0xC2, at + 1 < range.upperBound, arena[at + 1] == 0xAD {
        at += 2
        continue
      }
      if byte == 0xE2, at + 2 < range.upperBound, arena[at + 1] == 0x80, arena[at + 2] == 0x8B {
        at += 3
        continue
      }
      // Words with one blank between them are copied together.
      var end = at + 1
      var blanks = 0
      while end < range.upperBound, arena[end] != 0xC2, arena[end] != 0xE2, arena[end] != 0x7F {
        if arena[end] <= 0x20 {
          guard arena[end] == 0x20, end + 1 < range.upperBound, arena[end + 1] > 0x20, arena[end + 1] < 0x7F else {
            break
          }
          blanks += 1
          end += 1
        }
        end += 1
      }
      if owesSpace {
        owesSpace = false
        if text.count > block.start { text.append(0x20) }
      }
      text.append(arena.extracting(at..<end))
      if isLink { block.linkBytes += end - at - blanks }
      if isStrong { block.strongBytes += end - at - blanks }
      at = end
    }
  }
}

/// The text between two borders.
struct PageBlock {
  /// The innermost block-level element that contains the text.
  var holder: PageTree.Node
  /// The byte range in the text of all blocks.
  var start: Int
  var end = 0
  /// The number of bytes in links and in bold type, without white space.
  var linkBytes = 0
  var strongBytes = 0
  var links = 0
  /// Whether only a line break separates the block from the one before it.
  var afterBreak = false

  var count: Int { end - start }

  init(holder: PageTree.Node, start: Int) {
    self.holder = holder
    self.start = start
  }
}
