/// The article's place in the sequence of blocks: the run with the highest sum of scores, which may contain a few short
/// blocks but no long list.
struct ArticleSpan {
  /// Empty if no block looks like prose.
  private(set) var blocks: Range<Int>
  /// The indent of most of the article's prose.
  private(set) var indent: Int

  init(_ blocks: [TextBlock]) {
    let scores = blocks.map(ProseScore.of)
    let gap = Self.usualGap(blocks, scores)
    var found = Self.best(blocks, scores, gap: gap)
    var indent = 0
    // If the boxes beside the article have another indent, a second pass leaves them out.
    for _ in 0..<2 {
      indent = Self.usualIndent(blocks, scores, in: found)
      var shifted = scores
      for i in blocks.indices where scores[i] > 0 && abs(blocks[i].indent - indent) > 1 {
        // Quotes and list items have a larger indent.
        shifted[i] *= (1...8).contains(blocks[i].indent - indent) ? 0.7 : 0.25
      }
      found = Self.best(blocks, shifted, gap: gap)
    }
    self.blocks = found
    self.indent = indent
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
