import TextScanning

/// Readers' comments. Each begins or ends with a short line that has a time or a year (`Posted by: Ann at May 3, 2012`).
extension MainText {
  /// Finds the comments below a heading such as "20 Comments", and the lines that sign comments.
  mutating func markComments() {
    signatures = page.blocks.indices.filter { isSignature(page.blocks[$0]) }
    guard !signatures.isEmpty else { return }
    var index = signatures[0] - Self.headingReach
    index = max(index, 0)
    while index < page.blocks.count {
      // Few blocks have signatures below them, so that few are searched for phrases.
      if hasSignature(below: index), isCommentsHeading(index), let end = endOfComments(below: index) {
        comments.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
  }

  /// Whether several lines among blocks sign comments.
  func signsComments(_ range: Range<Int>) -> Bool {
    let first = signatures.partitioningIndex { $0 >= range.lowerBound }
    return lastSignature(signatures[first...].prefix(Self.mostSignatures).prefix { $0 < range.upperBound }) != nil
  }

  /// The largest number of blocks between the heading and the first signature, and between two signatures.
  private static let headingReach = 12
  private static let reach = 40
  private static let fewest = 3
  /// The number of words with a small first letter from which a line is a sentence.
  private static let sentence = 6
  /// The largest number of signatures of an element that are looked at.
  private static let mostSignatures = 100
  /// The length of the longest signature.
  private static let longestSignature = 120

  /// Whether a block is a short line with a day or time, which signs a comment or says when a page was changed.
  func isSignature(_ block: PageBlock) -> Bool {
    guard block.count >= 8, block.count <= Self.longestSignature else { return false }
    let text = page.text.span
    var digits = 0
    var letters = 0
    var smallWords = 0
    var hasDay = false
    var hasYear = false
    var hasTime = false
    for at in block.start...block.end {
      let byte = at < block.end ? text[at] : 0
      if byte.isDigit {
        digits += 1
        continue
      }
      if byte.isASCIILetter || byte >= 0x80 {
        letters += 1
        if byte &- 0x61 < 26, at == block.start || text[at - 1] == 0x20 { smallWords += 1 }
      }
      switch digits {
      case 1, 2:
        hasDay = true
        if byte == UInt8(ascii: ":"), at + 2 < block.end, text[at + 1].isDigit, text[at + 2].isDigit { hasTime = true }
      case 4:
        let century = page.text[at - 4..<at - 2]
        if century.elementsEqual("19".utf8) || century.elementsEqual("20".utf8) { hasYear = true }
      default: break
      }
      digits = 0
    }
    // Minutes of a meeting have sentences with a time in them.
    if page.text[block.end - 1] == UInt8(ascii: "."), page.text[block.end - 3] != UInt8(ascii: ".") { return false }
    return (hasTime || hasDay && hasYear) && letters >= 3 && smallWords < Self.sentence && sentenceMarks(block) <= 3
  }

  private func isCommentsHeading(_ index: Int) -> Bool {
    let block = page.blocks[index]
    guard block.count <= Thresholds.label * 2 else { return false }
    let text = page.text[block.start..<block.end].drop { !$0.isASCIILetter && $0 < 0xC3 }
    return vocabulary.phrases.meaning(ofPageBlock: text) == .comments
  }

  /// Whether a block has prose above it and a signature not far below it.
  private func hasSignature(below index: Int) -> Bool {
    guard prose(0..<index) > 0 else { return false }
    let first = signatures.partitioningIndex { $0 > index }
    return first < signatures.count && signatures[first] - index <= Self.headingReach
  }

  /// Returns the end of the comments below a heading, or nil if the blocks below it are no comments.
  private func endOfComments(below heading: Int) -> Int? {
    let first = signatures.partitioningIndex { $0 > heading }
    guard var last = lastSignature(signatures[first...]) else { return nil }
    // If signatures stand above the comments, the last comment follows.
    if signatures[first] == heading + 1 {
      while last + 1 < page.blocks.count, isText(page.blocks[last + 1]) { last += 1 }
    }
    return last + 1
  }

  /// Returns the last of some lines that sign comments, with text between them; nil if there are too few of them.
  private func lastSignature(_ signatures: some Sequence<Int>) -> Int? {
    var last: Int?
    var count = 0
    for index in signatures {
      let between = (last ?? index - 1) + 1..<index
      // Posts have headings, and readers' comments have none.
      guard between.count <= Self.reach,
        !between.contains(where: { (1...3).contains(tree.tag(page.blocks[$0].holder).headingLevel) })
      else { break }
      // A name and a time in two lines sign one comment.
      if last == nil || between.contains(where: { isText(page.blocks[$0]) }) { count += 1 }
      last = index
    }
    return count >= Self.fewest ? last : nil
  }

  private func isText(_ block: PageBlock) -> Bool { block.linkBytes * 2 < block.count && block.count >= 20 }
}
