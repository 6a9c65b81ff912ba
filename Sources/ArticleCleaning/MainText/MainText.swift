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
    var verdicts = Verdicts(page.blocks.count)
    surroundings(of: container, title, &verdicts)
    articleParts(of: container, &verdicts)
    return page.blocks.indices.map { index in
      Block(zone: verdicts.zone[index], text: page.string(page.blocks[index]), reason: verdicts.reason[index])
    }
  }

  /// The zone of each block and the reason for it.
  struct Verdicts {
    private(set) var zone: [Zone]
    private(set) var reason: [String]

    init(_ count: Int) {
      zone = Array(repeating: .body, count: count)
      reason = Array(repeating: "article", count: count)
    }

    func isMain(_ index: Int) -> Bool { zone[index].isMainText }

    mutating func set(_ index: Int, _ zone: Zone, _ reason: String) {
      self.zone[index] = zone
      self.reason[index] = reason
    }
  }

  /// What is not inside the container, and what its names take away.
  private func surroundings(of container: PageTree.Node, _ title: String?, _ verdicts: inout Verdicts) {
    let inside = page.range(of: container, in: tree)
    let titleBlock = titleIndex(before: inside)
    for index in page.blocks.indices {
      let block = page.blocks[index]
      let role = dropped[block.holder]
      if role != .none {
        verdicts.set(index, role.zone, "\(role)")
      } else if index == titleBlock || isTitle(block, title) {
        verdicts.set(index, .navigation, "title")
      } else if !inside.contains(index) {
        if let titleBlock, index > titleBlock, index < inside.lowerBound, isLead(block) {
          if isCaption(block, in: PageTree.root) {
            verdicts.set(index, .caption, "caption")
            continue
          }
          if block.count >= Thresholds.lead {
            verdicts.set(index, .lead, "between title and article")
          } else {
            verdicts.set(index, .teaser, "subtitle")
          }
        } else {
          verdicts.set(index, .navigation, "outside the article")
        }
      }
    }
  }

  private func isTitle(_ block: PageBlock, _ title: String?) -> Bool {
    guard let title, block.count >= 10 else { return false }
    let text = page.text[block.start..<block.end]
    return title.utf8.count >= block.count && title.utf8.starts(with: text)
      && (tree.tag(block.holder).isHeading || title.utf8.count == block.count)
  }

  /// Parts the blocks inside the container.
  private func articleParts(of container: PageTree.Node, _ verdicts: inout Verdicts) {
    let inside = page.range(of: container, in: tree)
    for index in inside where verdicts.isMain(index) {
      let block = page.blocks[index]
      let tag = tree.tag(block.holder)
      if !hasWords(block) {
        verdicts.set(index, .navigation, "no words")
      } else if isCaption(block, in: container) {
        verdicts.set(index, .caption, "caption")
      } else if isInside(block.holder, .table, container) {
        verdicts.set(index, .table, "table")
      } else if block.linkBytes * 2 > block.count, tag != .li || block.linkBytes * 5 > block.count * 4 {
        verdicts.set(index, .teaser, "links")
      }
    }
    dropLinkLists(in: container, &verdicts)
    dropShortLines(in: inside, &verdicts)
    dropLabels(in: inside, &verdicts)
  }

  private func hasWords(_ block: PageBlock) -> Bool {
    page.text[block.start..<block.end].contains { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 >= 0xC3 }
  }

  private func isInside(_ node: PageTree.Node, _ tag: Tag, _ container: PageTree.Node) -> Bool {
    var node = node
    while node != container, node != PageTree.root {
      if tree.tag(node) == tag { return true }
      node = tree.parent(node)
    }
    return false
  }

  private func isCaption(_ block: PageBlock, in container: PageTree.Node) -> Bool {
    var node = block.holder
    for _ in 0..<8 where node != container && node != PageTree.root {
      if roles[node] == .caption || tree.tag(node) == .figure { return block.count < 1000 }
      if roles[node] == .picture, block.count < 400,
        tree.descendants(of: node).contains(where: { tree.tag($0) == .img || tree.tag($0) == .picture })
      {
        let range = page.range(of: node, in: tree)
        return page.blocks[range.upperBound - 1].end - page.blocks[range.lowerBound].start < 600
      }
      node = tree.parent(node)
    }
    return false
  }

  /// Lists, boxes and tables of which most of the text is links.
  private func dropLinkLists(in container: PageTree.Node, _ verdicts: inout Verdicts) {
    for node in tree.descendants(of: container) {
      switch tree.tag(node) {
      case .ul, .ol, .div, .section, .table, .dl, .aside: break
      default: continue
      }
      let range = page.range(of: node, in: tree)
      guard !range.isEmpty, range.count < page.range(of: container, in: tree).count else { continue }
      var bytes = 0
      var linked = 0
      var links = 0
      for block in page.blocks[range] {
        bytes += block.count
        linked += block.linkBytes
        links += block.links
      }
      guard links >= 2, linked * 2 >= bytes, prose(range) * 4 < bytes else { continue }
      for index in range where verdicts.isMain(index) { verdicts.set(index, .teaser, "list of links") }
    }
  }

  /// Lines that stand outside of paragraphs, hold no sentence and are short, in a text of paragraphs.
  private func dropShortLines(in inside: Range<Int>, _ verdicts: inout Verdicts) {
    var paragraphs = 0
    for index in inside where verdicts.zone[index] == .body && tree.tag(page.blocks[index].holder) == .p {
      paragraphs += page.blocks[index].count
    }
    guard paragraphs >= 500 else { return }
    for index in inside where verdicts.zone[index] == .body {
      let block = page.blocks[index]
      switch tree.tag(block.holder) {
      case .div, .section, .article, .span, .header, .main, .other, .form, .body, .summary, .details: break
      default: continue
      }
      if block.count < 80, !isProse[index], SentenceMarks.count(in: page.text, block.start..<block.end) == 0 {
        verdicts.set(index, .navigation, "short line")
      }
    }
  }

  /// Headings and lines like "Read also:" that nothing of the article follows.
  private func dropLabels(in inside: Range<Int>, _ verdicts: inout Verdicts) {
    var nextIsMain = false
    for index in inside.reversed() {
      guard verdicts.isMain(index) else {
        // Captions, breaks and bare titles between a heading and its text do not part them.
        if verdicts.zone[index] == .teaser || verdicts.zone[index] == .tags || verdicts.zone[index] == .comment {
          nextIsMain = false
        }
        continue
      }
      let block = page.blocks[index]
      let last = page.text[block.end - 1]
      let isHeading = tree.tag(block.holder).isHeading
      let isLabel =
        isHeading
        || (block.count < 80 && tree.tag(block.holder) != .li
          && (last == UInt8(ascii: ":") || block.strongBytes * 10 >= block.count * 8))
      if isLabel, !nextIsMain {
        verdicts.set(index, .teaser, "label of what is left out")
      } else if verdicts.zone[index] != .caption {
        nextIsMain = true
      }
    }
  }

  /// The article's own heading: the last `h1` before its first prose.
  private func titleIndex(before inside: Range<Int>) -> Int? {
    let firstProse = page.blocks.indices.first {
      inside.contains($0) && isProse[$0] && dropped[page.blocks[$0].holder] == .none
    }
    let limit = firstProse ?? inside.upperBound
    return (0..<limit).last {
      tree.tag(page.blocks[$0].holder) == .h1 || tree.tag(tree.parent(page.blocks[$0].holder)) == .h1
    }
  }

  private func isLead(_ block: PageBlock) -> Bool {
    block.count >= 40 && block.linkBytes * 3 <= block.count
      && SentenceMarks.count(in: page.text, block.start..<block.end) > 0
  }

  private func prose(_ range: Range<Int>) -> Int { proseBefore[range.upperBound] - proseBefore[range.lowerBound] }

  private mutating func markProse() {
    isProse = page.blocks.map { block in
      block.count >= 60 && block.linkBytes * 2 <= block.count && !tree.tag(block.holder).isHeading
        && SentenceMarks.count(in: page.text, block.start..<block.end) > 0
    }
    proseBefore = weighed { _ in true }
  }

  /// Prose that stands alone between headings and links is more often a teaser: it weighs a third.
  private func weighed(where counts: (PageBlock) -> Bool) -> [Int] {
    var proseBefore = [0]
    proseBefore.reserveCapacity(page.blocks.count + 1)
    for (index, block) in page.blocks.enumerated() {
      var weight = 0
      if isProse[index], counts(block) {
        let near = max(0, index - 2)..<min(page.blocks.count, index + 3)
        let hasCompany = near.contains { $0 != index && isProse[$0] && counts(page.blocks[$0]) }
        weight = hasCompany || block.count > 400 ? block.count : block.count / 3
      }
      proseBefore.append(proseBefore[index] + weight)
    }
    return proseBefore
  }

  private mutating func believeNames() {
    dropped = Array(repeating: .none, count: tree.count)
    let all = prose(0..<page.blocks.count)
    var declared = PageTree.root
    for node in tree.nodes.indices.dropFirst() {
      let inherited = dropped[tree.parent(node)]
      if roles[node].isArticle { declared = node }
      if inherited != .none {
        dropped[node] = inherited
      } else if roles[node].isChrome,
        isBelieved(node, of: all, inArticle: declared != 0 && tree.isInside(node, declared))
      {
        dropped[node] = roles[node]
      }
    }
    // Prose counts from here on only where it may be the article's.
    proseBefore = weighed { dropped[$0.holder] == .none }
  }

  private func isBelieved(_ node: PageTree.Node, of all: Int, inArticle: Bool) -> Bool {
    let range = page.range(of: node, in: tree)
    let amount = prose(range)
    if amount == 0 { return true }
    switch roles[node] {
    case .related:
      // What leads to other articles has links.
      if !page.blocks[range].contains(where: { $0.links > 0 }), tree.tag(tree.parent(node)) != .a { return false }
    case .hidden where inArticle:
      // An article's folded part.
      return false
    default: break
    }
    if amount * 100 <= all * 20 { return true }
    // A name on a wrapper of the whole (`with-sidebar`, `dropdown-page`): the article stands inside.
    let holdsArticle = tree.descendants(of: node).contains {
      (roles[$0].isArticle || tree.tag($0) == .h1 || tree.tag($0) == .main)
        && (tree.tag($0) == .h1 || prose(page.range(of: $0, in: tree)) * 2 >= amount)
    }
    if holdsArticle { return false }
    if amount * 100 <= all * 45 { return true }
    // Most of the page: believed only where another element claims to be the article and has text.
    return tree.nodes.indices.contains {
      roles[$0].isArticle && !tree.isInside($0, node) && !tree.isInside(node, $0)
        && prose(page.range(of: $0, in: tree)) >= Thresholds.article
    }
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
      for node in 0..<tree.count
      where roles[node] == .articleBody && dropped[node] == .none && !tree.isInside(node, declared) {
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
      guard let next, tree.tag(next) != .p, prose(page.range(of: next, in: tree)) * 100 >= amount * 85 else { break }
      node = next
    }
    // Where the page falls into parts, an element that claims to be an article and has most of the text is it.
    let amount = prose(page.range(of: node, in: tree))
    var claimed: PageTree.Node?
    for inner in tree.descendants(of: node) where roles[inner] == .article && dropped[inner] == .none {
      let share = prose(page.range(of: inner, in: tree))
      if share * 100 >= amount * 55, claimed == nil || tree.isInside(inner, claimed!) { claimed = inner }
    }
    return claimed ?? node
  }
}

/// The numbers that the steps turn on.
enum Thresholds {
  /// Bytes from which a text between title and article belongs to the article; shorter ones are subtitles,
  /// which annotators leave out (27 of 33 in one set, 8 of 26 in another).
  static let lead = 160
  /// Bytes of prose that are an article: the shortest news items are two sentences.
  static let article = 250
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
        if at + 1 == range.upperBound || text[at + 1] <= 0x20 || text[at + 1] >= 0x80
          || text[at + 1] == UInt8(ascii: "\"")
        {
          marks += 1
        }
        at += 1
      // U+3001, U+3002 (、。) and U+FF01, FF0C, FF1B, FF1F (！，；？).
      case 0xE3
      where at + 2 < range.upperBound && text[at + 1] == 0x80 && (text[at + 2] == 0x81 || text[at + 2] == 0x82):
        marks += 1
        at += 3
      case 0xEF where at + 2 < range.upperBound && text[at + 1] == 0xBC:
        switch text[at + 2] {
        case 0x81, 0x8C, 0x9B, 0x9F: marks += 1
        default: break
        }
        at += 3
      // U+060C, U+061B, U+061F (،؛؟) and U+0964 (।).
      case 0xD8
      where at + 1 < range.upperBound && (text[at + 1] == 0x8C || text[at + 1] == 0x9B || text[at + 1] == 0x9F):
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
