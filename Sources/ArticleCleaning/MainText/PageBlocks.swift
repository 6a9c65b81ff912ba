import NewsModel

/// The visible text of a page cut at the borders of its block-level elements, in document order, white space folded.
struct PageBlocks {
  private(set) var blocks: [PageBlock] = []
  /// The blocks' text, end to end.
  private(set) var text: [UInt8] = []

  init(_ tree: PageTree) {
    text.reserveCapacity(tree.arena.count / 4)
    gather(tree)
  }

  private mutating func gather(_ tree: PageTree) {
    var holder = PageTree.root
    var open = PageBlock(holder: holder, start: 0)
    var linkEnd = 0
    var wantsSpace = false
    func isBorder(_ tag: Tag) -> Bool { tag != .text && !tag.isInline }

    var node = 1
    // Ends of the block-level elements that are open, innermost last.
    var ends: [(node: PageTree.Node, end: Int)] = []
    func close(_ blocks: inout PageBlocks) {
      open.end = blocks.text.count
      if open.end > open.start { blocks.blocks.append(open) }
      wantsSpace = false
    }
    while node < tree.count {
      while let last = ends.last, last.end <= node {
        ends.removeLast()
        close(&self)
        holder = ends.last?.node ?? PageTree.root
        open = PageBlock(holder: holder, start: text.count)
      }
      let tag = tree.tag(node)
      if tag == .text {
        let isLink = node < linkEnd
        for byte in tree.arena[tree.textRange(node)] {
          if byte <= 0x20 {
            wantsSpace = true
            continue
          }
          if wantsSpace {
            wantsSpace = false
            if text.count > open.start { text.append(0x20) }
          }
          text.append(byte)
          if isLink { open.linkBytes += 1 }
        }
        node += 1
        continue
      }
      if tag.isInvisible {
        node = tree.end(node)
        continue
      }
      if tag == .a { linkEnd = tree.end(node) }
      if tag == .br {
        close(&self)
        open = PageBlock(holder: holder, start: text.count)
      } else if !tag.isInline {
        close(&self)
        if tree.end(node) > node + 1 {
          ends.append((node, tree.end(node)))
          holder = node
        }
        open = PageBlock(holder: holder, start: text.count)
      }
      node += 1
    }
    close(&self)
  }

  func string(_ block: PageBlock) -> String { String(decoding: text[block.start..<block.end], as: UTF8.self) }

  func blocks(of tree: PageTree) -> [Block] {
    blocks.map { block in
      let isBody = tree.tag(block.holder) == .p && block.linkBytes * 2 < block.end - block.start
      return Block(
        zone: isBody ? .body : .navigation, text: string(block), reason: isBody ? "paragraph" : "other markup")
    }
  }
}

/// A run of text between two borders.
struct PageBlock {
  /// The innermost block-level element that the text stands in.
  var holder: PageTree.Node
  /// Byte range in the blocks' text.
  var start: Int
  var end = 0
  /// Bytes inside links, white space aside.
  var linkBytes = 0

  init(holder: PageTree.Node, start: Int) {
    self.holder = holder
    self.start = start
  }
}

extension Tag {
  /// An element that flows inside a line of text.
  var isInline: Bool {
    switch self {
    case .a, .abbr, .acronym, .b, .basefont, .bdi, .bdo, .big, .blink, .cite, .code, .data, .del, .dfn, .em, .font, .i,
      .ins,
      .kbd, .label, .mark, .nobr, .q, .rp, .rt, .ruby, .s, .samp, .small, .span, .strike, .strong, .sub, .sup, .time,
      .tt,
      .u, .`var`, .wbr, .img, .image, .text, .slot, .other:
      true
    default: false
    }
  }

  /// An element whose text no reader sees.
  var isInvisible: Bool {
    switch self {
    case .script, .style, .noscript, .template, .head, .iframe, .object, .svg, .math, .select, .textarea, .title,
      .audio,
      .video, .canvas, .map, .datalist, .noframes, .noembed:
      true
    default: false
    }
  }
}
