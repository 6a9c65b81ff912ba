import NewsModel

/// Tells which blocks of a page are the article's, and what the others are.
///
/// The steps, each with its reason in the blocks' zones:
///
/// 1. Read each element's role from its names (`RoleReader`).
/// 2. Cut the visible text into blocks (`PageBlocks`).
/// 3. Mark prose: blocks that are long, hold sentence punctuation and few links.
/// 4. Believe the names of what surrounds an article (`related`, `nav`), but not where it holds most of the prose.
/// 5. Choose the container of the article: its declared body, else the deepest element that holds most prose.
/// 6. Inside the container, part the article's blocks from lists of links, boxes and lines about the article.
struct MainText {
  let tree: PageTree
  let roles: [ElementRole]
  let page: PageBlocks
  /// Bytes of prose before each block.
  private var proseBefore: [Int] = [0]
  private var isProse: [Bool] = []
  /// The role that takes an element's text away; `none` where nothing does.
  private var dropped: [ElementRole] = []

  init(_ tree: PageTree) {
    var reader = RoleReader()
    self.tree = tree
    roles = (0..<tree.count).map { reader.role(of: $0, in: tree) }
    page = PageBlocks(tree, roles: roles)
    markProse()
    believeNames()
  }

  func blocks(title: String?) -> [Block] {
    let container = chooseContainer()
    let inside = page.range(of: container, in: tree)
    let titleBlock = titleIndex(before: inside)
    return page.blocks.indices.map { index in
      let block = page.blocks[index]
      let text = page.string(block)
      let role = dropped[block.holder]
      if role != .none { return Block(zone: role.zone, text: text, reason: "\(role)") }
      if index == titleBlock || text == title { return Block(zone: .navigation, text: text, reason: "title") }
      if !inside.contains(index) {
        if let titleBlock, index > titleBlock, index < inside.lowerBound, isLead(block) {
          return Block(zone: .lead, text: text, reason: "between title and article")
        }
        return Block(zone: .navigation, text: text, reason: "outside the article")
      }
      if block.linkBytes * 2 > block.count { return Block(zone: .teaser, text: text, reason: "links") }
      return Block(zone: .body, text: text, reason: "article")
    }
  }

  /// The article's own heading: the last `h1` before its first prose.
  private func titleIndex(before inside: Range<Int>) -> Int? {
    let firstProse = page.blocks.indices.first { inside.contains($0) && isProse[$0] && dropped[page.blocks[$0].holder] == .none }
    let limit = firstProse ?? inside.upperBound
    return (0..<limit).last { tree.tag(page.blocks[$0].holder) == .h1 || tree.tag(tree.parent(page.blocks[$0].holder)) == .h1 }
  }

  private func isLead(_ block: PageBlock) -> Bool {
    block.count >= 40 && block.linkBytes * 3 <= block.count
      && SentenceMarks.count(in: page.text, block.start..<block.end) > 0
  }

  private func prose(_ range: Range<Int>) -> Int { proseBefore[range.upperBound] - proseBefore[range.lowerBound] }

  private mutating func markProse() {
    for block in page.blocks {
      let marks = SentenceMarks.count(in: page.text, block.start..<block.end)
      let isProse = block.count >= 60 && block.linkBytes * 2 <= block.count && marks > 0 && !tree.tag(block.holder).isHeading
      self.isProse.append(isProse)
      proseBefore.append(proseBefore.last! + (isProse ? block.count : 0))
    }
  }

  private mutating func believeNames() {
    dropped = Array(repeating: .none, count: tree.count)
    let all = prose(0..<page.blocks.count)
    for node in 1..<max(1, tree.count) {
      let inherited = dropped[tree.parent(node)]
      if inherited != .none {
        dropped[node] = inherited
      } else if roles[node].isChrome, isBelieved(node, of: all) {
        dropped[node] = roles[node]
      }
    }
    // Prose counts from here on only where it may be the article's.
    for (index, block) in page.blocks.enumerated() {
      let counts = isProse[index] && dropped[block.holder] == .none
      proseBefore[index + 1] = proseBefore[index] + (counts ? block.count : 0)
    }
  }

  private func isBelieved(_ node: PageTree.Node, of all: Int) -> Bool {
    let range = page.range(of: node, in: tree)
    if prose(range) * 100 > all * 45 { return false }
    // What leads to other articles has links.
    if roles[node] == .related, prose(range) > 0 { return page.blocks[range].contains { $0.links > 0 } || tree.tag(tree.parent(node)) == .a }
    return true
  }

  private func chooseContainer() -> PageTree.Node {
    let all = prose(0..<page.blocks.count)
    var declared = PageTree.root
    var most = 0
    for node in 0..<tree.count where roles[node] == .articleBody && dropped[node] == .none {
      let amount = prose(page.range(of: node, in: tree))
      if amount * 100 > most * 105 || (amount * 100 >= most * 95 && tree.isInside(node, declared)) {
        declared = node
        most = max(most, amount)
      }
    }
    if most * 100 >= all * 30, most > 0 {
      // Pages that interrupt a body with boxes declare each part: the article is what holds them all.
      for node in 0..<tree.count where roles[node] == .articleBody && dropped[node] == .none && !tree.isInside(node, declared) {
        if prose(page.range(of: node, in: tree)) * 100 >= most * 10 {
          while !tree.isInside(node, declared) { declared = tree.parent(declared) }
        }
      }
      return declared
    }

    var node = PageTree.root
    while true {
      let amount = prose(page.range(of: node, in: tree))
      let next = tree.children(of: node).filter { !tree.tag($0).isInline }.max {
        prose(page.range(of: $0, in: tree)) < prose(page.range(of: $1, in: tree))
      }
      guard let next, tree.tag(next) != .p, prose(page.range(of: next, in: tree)) * 100 >= amount * 85 else { return node }
      node = next
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

/// Marks that end or part sentences, of Latin, Cyrillic, Greek, Arabic, Devanagari and East Asian writing.
enum SentenceMarks {
  static func count(in text: [UInt8], _ range: Range<Int>) -> Int {
    var marks = 0
    var at = range.lowerBound
    while at < range.upperBound {
      switch text[at] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"):
        if at + 1 == range.upperBound || text[at + 1] <= 0x20 || text[at + 1] >= 0x80 || text[at + 1] == UInt8(ascii: "\"") {
          marks += 1
        }
        at += 1
      // U+3001, U+3002 (、。) and U+FF01, FF0C, FF1B, FF1F (！，；？).
      case 0xE3 where at + 2 < range.upperBound && text[at + 1] == 0x80 && (text[at + 2] == 0x81 || text[at + 2] == 0x82):
        marks += 1
        at += 3
      case 0xEF where at + 2 < range.upperBound && text[at + 1] == 0xBC:
        switch text[at + 2] {
        case 0x81, 0x8C, 0x9B, 0x9F: marks += 1
        default: break
        }
        at += 3
      // U+060C, U+061B, U+061F (،؛؟) and U+0964 (।).
      case 0xD8 where at + 1 < range.upperBound && (text[at + 1] == 0x8C || text[at + 1] == 0x9B || text[at + 1] == 0x9F):
        marks += 1
        at += 2
      case 0xE0 where at + 2 < range.upperBound && text[at + 1] == 0xA5 && text[at + 2] == 0xA4:
        marks += 1
        at += 3
      default: at += 1
      }
    }
    return marks
  }
}
