/// Runs rules over the occurrences of one document.
///
/// The result of a node is the spans where it matches; no spans mean that it does not match. The cost of each step is
/// the occurrences of its terms times the logarithm of all occurrences, so the time is nearly linear in the length of
/// the text.
struct RuleEvaluation {
  let topics: TopicSet
  let occurrences: TermOccurrences
  /// Ranges of words whose terms do not count here, in order and without overlaps.
  var vetoed: [Range<Int32>] = []

  /// A place where a node matches.
  struct Span {
    var start: Int32
    var end: Int32
    var firstByte: Int32
    var lastByte: Int32
    /// The section's number.
    var section: Int32
    /// The node that matched here.
    var node: RuleTable.Index
  }

  /// The length of an ordinary news story, in words. A longer text needs more mentions to be as much about a topic, and
  /// a shorter one needs fewer.
  static let plainTextWords = 600.0
  /// A text of fewer words counts as one of this length. Otherwise one mention would be enough in a caption.
  static let shortestTextWords = 150.0

  var table: RuleTable { topics.table }
  var positions: TextPositions { occurrences.positions }
  var everywhere: Range<Int32> { 0..<positions.end }

  /// The places where a node matches in a range of words, in order of start.
  func spans(_ index: RuleTable.Index, in words: Range<Int32>) -> [Span] {
    let step = table.steps[Int(index)]
    switch step.kind {
    case .term(let term):
      var found: [Span] = []
      add(term, index, in: words, to: &found)
      return found
    case .any, .each, .times, .often: return union(step, in: words)
    case .all: return holds(index, in: words) ? union(step, in: words) : []
    case .without:
      for number in table.children(of: step).dropFirst() where holds(table.child(number, of: step), in: words) {
        return []
      }
      return spans(table.child(0, of: step), in: words)
    case .near(let distance, let ordered): return near(index, step, distance, ordered: ordered, in: words)
    case .scope(let scope): return spans(scope, table.child(0, of: step), in: words)
    case .atLeast(let count):
      let found = spans(table.child(0, of: step), in: words)
      return apart(found) >= count ? found : []
    case .distinct(let count): return distinct(step, in: words) >= count ? union(step, in: words) : []
    }
  }

  /// Whether a node matches in a range of words. Spans are computed only where their number matters.
  func holds(_ index: RuleTable.Index, in words: Range<Int32>) -> Bool {
    let step = table.steps[Int(index)]
    switch step.kind {
    case .term(let term): return occurs(term, in: words)
    case .any, .each, .times, .often:
      return table.children(of: step).contains { holds(table.child($0, of: step), in: words) }
    case .all: return table.children(of: step).allSatisfy { holds(table.child($0, of: step), in: words) }
    case .without:
      return holds(table.child(0, of: step), in: words)
        && !table.children(of: step).dropFirst().contains { holds(table.child($0, of: step), in: words) }
    case .distinct(let count): return distinct(step, in: words) >= count
    case .near, .scope, .atLeast: return !spans(index, in: words).isEmpty
    }
  }

  /// The number of children that match.
  private func distinct(_ step: RuleTable.Step, in words: Range<Int32>) -> Int {
    table.children(of: step).count { holds(table.child($0, of: step), in: words) }
  }

  /// How many times the weight of a matching clause counts.
  func multiplier(_ index: RuleTable.Index, _ found: [Span]) -> Int {
    let step = table.steps[Int(index)]
    switch step.kind {
    case .each(let most): return min(most, distinct(table.steps[Int(table.child(0, of: step))], in: everywhere))
    case .times(let most): return min(most, apart(found))
    case .often(let most):
      // The divisor is the square root of the length: a long page of many reports that returns to one subject is also
      // about it.
      let length = max(Double(positions.end), Self.shortestTextWords) / Self.plainTextWords
      return min(most, max(1, Int(Double(apart(found)) / length.squareRoot())))
    default: return 1
    }
  }

  private func add(_ term: RuleTable.Term, _ index: RuleTable.Index, in words: Range<Int32>, to found: inout [Span]) {
    guard occurrences.contains(term) else { return }
    for place in occurrences.range(of: term, in: words) {
      let occurrence = occurrences.found[place]
      guard occurrence.end <= words.upperBound, !isVetoed(occurrence.start) else { continue }
      found.append(
        Span(
          start: occurrence.start, end: occurrence.end, firstByte: occurrence.firstByte,
          lastByte: occurrence.lastByte, section: occurrence.section, node: index))
    }
  }

  private func occurs(_ term: RuleTable.Term, in words: Range<Int32>) -> Bool {
    occurrences.contains(term)
      && occurrences.range(of: term, in: words).contains { place in
        occurrences.found[place].end <= words.upperBound && !isVetoed(occurrences.found[place].start)
      }
  }

  private func isVetoed(_ word: Int32) -> Bool {
    if vetoed.isEmpty { return false }
    var low = 0
    var high = vetoed.count
    while low < high {
      let middle = (low + high) / 2
      if vetoed[middle].upperBound <= word { low = middle + 1 } else { high = middle }
    }
    return low < vetoed.count && vetoed[low].contains(word)
  }

  private func union(_ step: RuleTable.Step, in words: Range<Int32>) -> [Span] {
    var all: [Span] = []
    var parts = 0
    for number in table.children(of: step) {
      let child = table.child(number, of: step)
      let before = all.count
      if case .term(let term) = table.steps[Int(child)].kind {
        add(term, child, in: words, to: &all)
      } else {
        all += spans(child, in: words)
      }
      if all.count > before { parts += 1 }
    }
    if parts > 1 { all.sort { ($0.start, $0.end, $0.node) < ($1.start, $1.end, $1.node) } }
    return all
  }

  private func spans(_ scope: RuleScope, _ child: RuleTable.Index, in words: Range<Int32>) -> [Span] {
    switch scope {
    case .title, .lead, .body:
      let range = positions.range(of: scope).clamped(to: words)
      return range.isEmpty ? [] : spans(child, in: range)
    case .sentence, .paragraph:
      var starts: [Int32] = []
      for anchor in table.nodes[Int(child)].anchors where occurrences.contains(anchor) {
        for place in occurrences.range(of: anchor, in: words) { starts.append(occurrences.found[place].start) }
      }
      starts.sort()
      var found: [Span] = []
      var done: Int32 = -1
      for start in starts where start >= done {
        let unit = scope == .sentence ? positions.sentence(of: start) : positions.paragraph(of: start)
        done = unit.upperBound
        let range = unit.clamped(to: words)
        if !range.isEmpty { found += spans(child, in: range) }
      }
      return found
    }
  }

  /// Pairs each left span with the nearest right one, never across the end of a paragraph.
  private func near(
    _ index: RuleTable.Index, _ step: RuleTable.Step, _ distance: Int, ordered: Bool, in words: Range<Int32>
  ) -> [Span] {
    let left = spans(table.child(0, of: step), in: words)
    if left.isEmpty { return [] }
    let right = spans(table.child(1, of: step), in: words)
    if right.isEmpty { return [] }
    var found = follow(left, right, distance, index)
    if !ordered {
      found += follow(right, left, distance, index)
      found.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    }
    return found
  }

  private func follow(_ first: [Span], _ second: [Span], _ distance: Int, _ index: RuleTable.Index) -> [Span] {
    var found: [Span] = []
    for span in first {
      var low = 0
      var high = second.count
      while low < high {
        let middle = (low + high) / 2
        if second[middle].start < span.end { low = middle + 1 } else { high = middle }
      }
      guard low < second.count else { continue }
      let next = second[low]
      // Adjacent words have the distance 1.
      guard Int(next.start) - Int(span.end) + 1 <= distance, next.section == span.section,
        positions.paragraph(of: span.start) == positions.paragraph(of: next.start)
      else { continue }
      found.append(
        Span(
          start: span.start, end: next.end, firstByte: span.firstByte, lastByte: next.lastByte, section: span.section,
          node: index))
    }
    return found
  }

  /// The number of spans that do not overlap each other.
  private func apart(_ spans: [Span]) -> Int {
    var count = 0
    var end: Int32 = 0
    for span in spans where count == 0 || span.start >= end {
      count += 1
      end = span.end
    }
    return count
  }
}
