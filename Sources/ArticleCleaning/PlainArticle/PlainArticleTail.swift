/// Reads the lines below the text, starting from the last one: rights, tags and a date.
extension PlainArticle {
  mutating func readTail() {
    var left = Self.tailBlocks
    for i in blocks.indices.reversed() where asides[i] == nil {
      guard left > 0, i > (title ?? 0), takeTail(i) else { return }
      left -= 1
    }
  }

  /// The most blocks of a tail.
  private static let tailBlocks = 6

  private mutating func takeTail(_ i: Int) -> Bool {
    let block = blocks[i]
    if block.phrase == .rights, block.traits.words <= Self.longestRights {
      setAside(i, .copyright)
    } else if let field = HeadField(block.text, scanner.vocabulary), field.kind == .tags {
      imprint.tags += field.list
      setAside(i, .tags)
    } else if block.bullet == .none, let line = PublicationLine(block.text, scanner), isDateBelow(line, at: i) {
      imprint.take(line)
      setAside(i, .dateBelow)
    } else {
      return false
    }
    return true
  }

  /// In words.
  private static let longestRights = 30

  /// Whether the line below the text is the date of the article: it has a label, or it is the only date and not a row
  /// of a list.
  private func isDateBelow(_ line: PublicationLine, at i: Int) -> Bool {
    if line.days.contains(where: { $0.label != nil }) { return true }
    let isRow = i > 0 && blocks[i - 1].date != nil && PublicationLine(blocks[i - 1].text, scanner) != nil
    return imprint.dates.all.isEmpty && !events.include(line) && !isRow
  }
}
