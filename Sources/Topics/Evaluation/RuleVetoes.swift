import TextScanning

extension RuleEvaluation {
  /// Whether a veto on the whole topic matches.
  func ends(_ veto: TopicRule.Veto) -> Bool {
    switch veto.scope {
    case .document: holds(veto.node, in: everywhere)
    case .title: holds(veto.node, in: positions.range(of: .title))
    case .lead: holds(veto.node, in: positions.lead)
    case .span, .sentence, .paragraph: false
    }
  }

  /// The words whose terms the vetoes remove, in order, with overlapping ranges joined.
  func ranges(of vetoes: [TopicRule.Veto]) -> [Range<Int32>] {
    var ranges: [Range<Int32>] = []
    for veto in vetoes {
      switch veto.scope {
      case .span: ranges += spans(veto.node, in: everywhere).map { $0.start..<$0.end }
      case .sentence: ranges += units(veto.node, .sentence)
      case .paragraph: ranges += units(veto.node, .paragraph)
      case .title, .lead, .document: break
      }
    }
    ranges.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var joined: [Range<Int32>] = []
    for range in ranges {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  /// The sentences or paragraphs that match a node on their own.
  private func units(_ node: RuleTable.Index, _ scope: RuleScope) -> [Range<Int32>] {
    var starts: [Int32] = []
    for anchor in table.nodes[Int(node)].anchors where occurrences.contains(anchor) {
      for occurrence in occurrences.found[occurrences.range(of: anchor)] { starts.append(occurrence.start) }
    }
    starts.sort()
    var found: [Range<Int32>] = []
    var done: Int32 = -1
    for start in starts where start >= done {
      let unit = scope == .sentence ? positions.sentence(of: start) : positions.paragraph(of: start)
      // Each unit is evaluated only once, whether it matches or not.
      done = unit.upperBound
      if holds(node, in: unit) { found.append(unit) }
    }
    return found
  }
}
