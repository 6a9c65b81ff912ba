import TextScanning

/// The article's place in the sequence of blocks: the run with the highest sum of scores, which may contain a few short
/// blocks but no long list.
struct ArticleSpan {
  /// Empty if no block looks like prose.
  private(set) var blocks: Range<Int>
  /// The indent of most of the article's prose.
  private(set) var indent: Int

  init(_ blocks: [TextBlock]) {
    var scores = blocks.map(ProseScore.of)
    // Behind the copyright are the notices of the site.
    if let end = blocks.lastIndex(where: { $0.phrase == .rights }), end * 2 > blocks.count {
      for i in end..<blocks.count where scores[i] > 0 { scores[i] *= 0.3 }
    }
    var span = Self.span(blocks, scores)
    if Self.words(blocks, span.blocks) < Self.short {
      // The article may consist of short items, each with a heading.
      let second = Self.span(blocks, Self.mild(scores))
      if Self.words(blocks, second.blocks) >= 2 * Self.words(blocks, span.blocks) { span = second }
    }
    self.blocks = Self.withProgramme(blocks, Self.withIntroducedList(blocks, span.blocks))
    indent = span.indent
  }

  /// In words; a shorter run may be a notice.
  private static let short = 200

  private static func words(_ blocks: [TextBlock], _ span: Range<Int>) -> Int {
    span.reduce(0) { $0 + blocks[$1].traits.words }
  }

  private static func span(_ blocks: [TextBlock], _ scores: [Double]) -> (blocks: Range<Int>, indent: Int) {
    let gap = usualGap(blocks, scores)
    var found = best(blocks, scores, gap: gap)
    var indent = 0
    // If the boxes beside the article have another indent, a second pass leaves them out.
    for _ in 0..<2 {
      indent = usualIndent(blocks, scores, in: found)
      var shifted = scores
      for i in blocks.indices where scores[i] > 0 && abs(blocks[i].indent - indent) > 1 {
        // Quotes and list items have a larger indent.
        shifted[i] *= (1...8).contains(blocks[i].indent - indent) ? 0.7 : 0.25
      }
      found = best(blocks, shifted, gap: gap)
    }
    return (found, indent)
  }

  /// Returns the run with the list below it, if a line that ends in a colon introduces one.
  private static func withIntroducedList(_ blocks: [TextBlock], _ span: Range<Int>) -> Range<Int> {
    guard let last = span.last else { return span }
    var below = blocks.indices[span.upperBound...].filter { !blocks[$0].text.isEmpty }[...]
    if !blocks[last].traits.endsWithColon, let first = below.first, !blocks[first].isFirstOfList {
      guard let next = below.dropFirst().first, blocks[first].phrase == nil,
        blocks[first].traits.words >= shortestIntroduction,
        blocks[first].traits.endsWithColon || blocks[next].isFirstOfList
      else { return span }
      below.removeFirst()
    }
    let items = below.prefix { blocks[$0].phrase == nil && (blocks[$0].bullet != .none || blocks[$0].isAddress) }
    return items.last.map { span.lowerBound..<$0 + 1 } ?? span
  }

  /// Words.
  private static let shortestIntroduction = 5

  /// Returns the run with the list of dates, results or prices below it and the heading of the list. Each item has a
  /// number among its words, which the items of menus and the headlines of other articles have not.
  private static func withProgramme(_ blocks: [TextBlock], _ span: Range<Int>) -> Range<Int> {
    guard !span.isEmpty else { return span }
    func isItem(_ index: Int) -> Bool {
      let traits = blocks[index].traits
      return blocks[index].phrase == nil && !blocks[index].isAside && traits.digits > 0 && traits.words >= wordsOfItem
        && traits.controls == 0 && traits.gaps == 0 && traits.occurrences == 1
    }
    let below = blocks.indices[span.upperBound...].filter { !blocks[$0].text.isEmpty }[...]
    guard let heading = below.first else { return span }
    let items = (isItem(heading) ? below : below.dropFirst()).prefix(while: isItem)
    return items.count >= fewestItems && blocks[heading].phrase == nil ? span.lowerBound..<items.last! + 1 : span
  }

  private static let wordsOfItem = 4
  private static let fewestItems = 5

  /// Halves the penalty of short lines that have prose close above and below: subheadings and items of the article.
  private static func mild(_ scores: [Double]) -> [Double] {
    var mild = scores
    for i in scores.indices where scores[i] < 0 && scores[i] >= -1.2 {
      let above = scores[max(0, i - 3)..<i].contains { $0 > 0 }
      let below = scores[min(scores.count, i + 1)..<min(scores.count, i + 4)].contains { $0 > 0 }
      if above, below { mild[i] *= 0.5 }
    }
    return mild
  }

  private static func best(_ blocks: [TextBlock], _ scores: [Double], gap: Int) -> Range<Int> {
    var best = 0.0
    var found = 0..<0
    var sum = 0.0
    var start = 0
    var run = 0
    for i in blocks.indices {
      var score = scores[i]
      if score < 0 {
        // Each further item of a list inside an article costs less.
        run += 1
        if run > 3, score > -2 { score *= 0.5 }
      } else {
        run = 0
      }
      if blocks[i].blankBefore > gap { score -= 1 }
      if sum <= 0 {
        sum = 0
        start = i
        if scores[i] <= 0 { continue }
        score = scores[i]
      }
      sum += score
      if sum > best {
        best = sum
        found = start..<i + 1
      }
    }
    return found
  }

  /// The most frequent number of blank lines between paragraphs of prose.
  private static func usualGap(_ blocks: [TextBlock], _ scores: [Double]) -> Int {
    var counts: [Int: Double] = [:]
    for i in blocks.indices.dropFirst() where scores[i] > 0 && scores[i - 1] > 0 {
      counts[blocks[i].blankBefore, default: 0] += scores[i]
    }
    return max(1, counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 1)
  }

  private static func usualIndent(_ blocks: [TextBlock], _ scores: [Double], in span: Range<Int>) -> Int {
    var weights: [Int: Double] = [:]
    for i in span where scores[i] > 0 { weights[blocks[i].indent, default: 0] += scores[i] }
    return weights.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
  }
}

extension TextBlock {
  /// Whether the block is the first item of a numbered list.
  fileprivate var isFirstOfList: Bool {
    bullet == .number && text.first == UInt8(ascii: "1") && text.count > 1 && !text[1].isDigit
  }
}
