import NewsModel
import TextScanning

extension MainText {
  /// Decides the zones of the blocks inside the container, in steps.
  func judgeParts(of container: PageTree.Node, _ verdicts: inout Verdicts) {
    let inside = page.range(of: container, in: tree)
    let inTable = tables(in: container)
    if let start = comments.first(where: { inside.overlaps($0) })?.lowerBound {
      for index in max(start, inside.lowerBound)..<inside.upperBound where verdicts.isMain(index) {
        verdicts.set(index, .comment, "readers' comments")
      }
    }
    for index in inside where verdicts.isMain(index) {
      let block = page.blocks[index]
      if !hasWords(block) {
        verdicts.set(index, .navigation, "no words")
      } else if isCaption(block, in: container) {
        verdicts.set(index, .caption, "caption")
      } else if block.holder >= container, inTable[block.holder - container] {
        verdicts.set(index, .table, "table")
      } else if isLinks(block) {
        verdicts.set(index, .teaser, "links")
      }
    }
    dropInputForms(in: container, &verdicts)
    dropRepeated(in: inside, &verdicts)
    readForms(in: inside, &verdicts)
    dropLinkLists(in: container, &verdicts)
    dropShortLines(in: inside, &verdicts)
    dropPhraseLines(in: inside, &verdicts)
    dropEdges(in: inside, &verdicts)
    dropLabels(in: inside, &verdicts)
    dropTeasers(in: inside, &verdicts)
  }

  /// Drops the labels and notices of forms that readers fill in. A form may also be a wrapper around the whole page.
  private func dropInputForms(in container: PageTree.Node, _ verdicts: inout Verdicts) {
    let all = prose(in: container)
    var end = 0
    for node in tree.descendants(of: container) where node >= end && tree.tag(node) == .form {
      guard prose(in: node) * 100 <= all * Thresholds.believedShare else { continue }
      end = tree.end(node)
      for index in page.range(of: node, in: tree) where verdicts.isMain(index) {
        verdicts.set(index, .navigation, "form to fill in")
      }
    }
  }

  /// Drops what the article says word for word a second time, if it is hidden (the copy for small screens) or in another
  /// element nearby (the caption of two sizes of a picture).
  private func dropRepeated(in inside: Range<Int>, _ verdicts: inout Verdicts) {
    var seen: [UInt64: Int] = [:]
    for index in inside where verdicts.isMain(index) && page.blocks[index].count >= Thresholds.prose {
      let block = page.blocks[index]
      let hash = ByteHash(page.text[block.start..<block.end]).state
      if let first = seen[hash] {
        let isSibling = tree.parent(block.holder) == tree.parent(page.blocks[first].holder)
        if index - first <= Self.nearby && !isSibling || isHidden(block.holder) {
          verdicts.set(index, .navigation, "said before")
        }
      }
      seen[hash] = index
    }
  }

  /// Blocks.
  private static let nearby = 4

  private func isHidden(_ node: PageTree.Node) -> Bool {
    var node = node
    // Below the hidden element are paragraphs and a wrapper or two.
    for _ in 0..<4 where node != PageTree.root {
      if roles[node] == .hidden { return true }
      node = tree.parent(node)
    }
    return false
  }

  private func readForms(in inside: Range<Int>, _ verdicts: inout Verdicts) {
    let lines = page.blocks.indices.map { index in
      inside.contains(index) && verdicts.isMain(index) ? page.lines(of: page.blocks[index]) : []
    }
    verdicts.form = FormFields(page.text, blocks: lines, labels: vocabulary.formLabels, itemLabel: itemLabel)
  }

  /// A line of dashes has no words, and neither has an address alone.
  private func hasWords(_ block: PageBlock) -> Bool {
    let text = page.text[block.start..<block.end]
    if text.starts(with: "http".utf8), !text.contains(0x20) { return false }
    return text.contains { $0.isDigit || $0.isASCIILetter || $0 >= 0xC3 }
  }

  /// Returns for each node of the container, in order, whether it is in a table inside the container.
  private func tables(in container: PageTree.Node) -> [Bool] {
    var inTable = [false]
    for node in tree.descendants(of: container) {
      inTable.append(tree.tag(node) == .table || inTable[tree.parent(node) - container])
    }
    return inTable
  }

  /// Whether most of a block is links. A sentence may contain a long link, and a list item may begin with one.
  private func isLinks(_ block: PageBlock) -> Bool {
    let isSentence = tree.tag(block.holder) == .li || (block.count >= Thresholds.lead && sentenceMarks(block) > 1)
    return isSentence ? block.linkBytes * 5 > block.count * 4 : block.linkBytes * 2 > block.count
  }

  /// Drops lists, boxes and tables in which most of the text is links.
  private func dropLinkLists(in container: PageTree.Node, _ verdicts: inout Verdicts) {
    let inside = page.range(of: container, in: tree)
    var linkBytes = [0]
    var links = [0]
    for block in page.blocks[inside] {
      linkBytes.append(linkBytes.last! + block.linkBytes)
      links.append(links.last! + block.links)
    }
    var node = container + 1
    while node < tree.end(container) {
      defer { node += 1 }
      switch tree.tag(node) {
      case .ul, .ol, .div, .section, .table, .dl, .aside: break
      default: continue
      }
      let range = page.range(of: node, in: tree)
      guard !range.isEmpty, range.count < inside.count else { continue }
      let first = range.lowerBound - inside.lowerBound
      let last = range.upperBound - inside.lowerBound
      let bytes = page.blocks[range.upperBound - 1].end - page.blocks[range.lowerBound].start
      guard links[last] - links[first] >= 2, (linkBytes[last] - linkBytes[first]) * 2 >= bytes,
        prose(range) * 4 < bytes, prose(range) < Thresholds.article || prose(range) * 2 < prose(inside)
      else { continue }
      for index in range where verdicts.isMain(index) { verdicts.set(index, .teaser, "list of links") }
      node = tree.end(node) - 1
    }
  }

  /// Drops short lines without a sentence that are outside paragraphs, if the text consists of paragraphs.
  private func dropShortLines(in inside: Range<Int>, _ verdicts: inout Verdicts) {
    var paragraphs = 0
    for index in inside where verdicts.zone[index] == .body && tree.tag(page.blocks[index].holder) == .p {
      paragraphs += page.blocks[index].count
    }
    guard paragraphs >= Thresholds.paragraphs else { return }
    for index in inside where verdicts.zone[index] == .body && !verdicts.form.recurring.contains(index) {
      let block = page.blocks[index]
      switch tree.tag(block.holder) {
      case .div, .section, .article, .span, .header, .main, .other, .form, .body, .summary, .details: break
      default: continue
      }
      if block.count < Thresholds.label, sentenceMarks(block) == 0 { verdicts.set(index, .navigation, "short line") }
    }
  }

  /// Drops short lines before the first sentence and after the last: dates, places, sections, signatures.
  private func dropEdges(in inside: Range<Int>, _ verdicts: inout Verdicts) {
    let main = inside.filter { verdicts.isMain($0) }
    let recurring = verdicts.form.recurring
    guard let first = main.first(where: { isProse[$0] || recurring.contains($0) }),
      let last = main.last(where: { isProse[$0] || recurring.contains($0) })
    else { return }
    for index in main where index < first || index > last {
      let block = page.blocks[index]
      switch tree.tag(block.holder) {
      case .li, .pre, .td, .th, .dd, .dt, .blockquote: continue
      case let tag where tag.isHeading && index < first: continue
      default: break
      }
      let isShort = block.count < Thresholds.shortLine && sentenceMarks(block) == 0
      guard isShort || isSignature(block) else { continue }
      verdicts.set(index, .footer, index < first ? "line before the text" : "line behind the text")
    }
  }

  /// Drops headings and labels that no part of the article follows.
  private func dropLabels(in inside: Range<Int>, _ verdicts: inout Verdicts) {
    var nextIsMain = false
    for index in inside.reversed() {
      guard verdicts.isMain(index) else {
        switch verdicts.zone[index] {
        case .teaser, .tags, .comment: nextIsMain = false
        // Pictures and buttons may come between a heading and its text.
        default: break
        }
        continue
      }
      if !nextIsMain, isLabel(page.blocks[index]), !verdicts.form.recurring.contains(index) {
        verdicts.set(index, .teaser, "label of what is left out")
      } else {
        nextIsMain = true
      }
    }
  }

  /// Drops short texts that stand below headings with links: a section front is no article.
  private func dropTeasers(in inside: Range<Int>, _ verdicts: inout Verdicts) {
    let main = inside.filter { verdicts.isMain($0) }
    guard !main.contains(where: { page.blocks[$0].count >= Thresholds.lead }) else { return }
    let headings = inside.count { index in
      let block = page.blocks[index]
      return tree.tag(block.holder).isHeading && block.linkBytes * 10 >= block.count * 8
    }
    guard headings >= Self.fewestTeasers, main.count <= 2 * headings else { return }
    for index in main { verdicts.set(index, .teaser, "list of teasers") }
  }

  private static let fewestTeasers = 5

  private func isLabel(_ block: PageBlock) -> Bool {
    if tree.tag(block.holder).isHeading { return block.count < Thresholds.label * 2 }
    guard block.count < Thresholds.label, tree.tag(block.holder) != .li else { return false }
    let last = page.text[block.end - 1]
    if last == UInt8(ascii: ":") { return true }
    return block.strongBytes * 10 >= block.count * 8 && last != UInt8(ascii: ".") && last != UInt8(ascii: "!")
  }
}
