import NewsModel

/// Sorts topics so that each comes after those that its rules name.
///
/// Source: A. B. Kahn, Topological sorting of large networks, 1962.
struct TopicOrder {
  private(set) var sorted: [TopicRule] = []
  /// The ids of topics that are part of a cycle or depend on one, in the order of the packs.
  private(set) var cyclic: [String] = []

  init(_ rules: [TopicRule], _ table: RuleTable, _ terms: TermTable) {
    var numbers: [RuleTable.Term: Int] = [:]
    for (number, rule) in rules.enumerated() { numbers[rule.term] = number }
    var dependents = [[Int]](repeating: [], count: rules.count)
    var waiting = [Int](repeating: 0, count: rules.count)
    for (number, rule) in rules.enumerated() {
      let roots = rule.clauses.map(\.node) + [rule.required].compactMap(\.self) + rule.vetoes.map(\.node)
      var named: Set<Int> = []
      var seen: Set<RuleTable.Index> = []
      var open = roots
      while let index = open.popLast() {
        guard seen.insert(index).inserted else { continue }
        let node = table.nodes[Int(index)]
        if case .term(let term) = node.kind, let other = numbers[term] { named.insert(other) }
        open += node.children
      }
      for other in named { dependents[other].append(number) }
      waiting[number] = named.count
    }
    var ready = rules.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < ready.count {
      let number = ready[next]
      next += 1
      sorted.append(rules[number])
      for dependent in dependents[number].sorted() {
        waiting[dependent] -= 1
        if waiting[dependent] == 0 { ready.append(dependent) }
      }
    }
    cyclic = rules.indices.filter { waiting[$0] > 0 }.map { rules[$0].topic.id }
  }
}
