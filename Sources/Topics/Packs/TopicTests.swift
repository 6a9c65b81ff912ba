package import NewsModel

/// The example sentences inside the rules of a topic that it must match or must not match.
package struct TopicTests: Sendable {
  var topic: String
  var file: String
  var match: [RuleExample]
  var noMatch: [RuleExample]
}

extension TopicSet {
  /// The number of example sentences in the packs.
  package var testCount: Int { tests.reduce(0) { $0 + $1.match.count + $1.noMatch.count } }

  /// For each topic, how many sentences it must match and must not match.
  package var testCounts: [(topic: String, match: Int, noMatch: Int)] {
    tests.map { ($0.topic, $0.match.count, $0.noMatch.count) }
  }

  /// Runs the example sentences and returns the failures, by file and line.
  ///
  /// - Parameter analyse: Does everything that a run does with a document, so that entities count too.
  package func failedTests(_ analyse: (Document) -> AnalysedDocument) -> [DefinitionErrors.Fault] {
    var faults: [DefinitionErrors.Fault] = []
    for tests in tests {
      for (examples, isExpected) in [(tests.match, true), (tests.noMatch, false)] {
        for example in examples {
          let document = Document(
            source: tests.file, title: example.title,
            blocks: example.text.isEmpty ? [] : [Block(zone: .body, text: example.text, reason: "example")])
          let isAssigned = analyse(document).topics.contains { $0.id == tests.topic }
          if isAssigned != isExpected {
            faults.append(
              .init(
                file: tests.file, line: example.place.line, column: example.place.column,
                reason:
                  "'\(tests.topic)' \(isExpected ? "does not match" : "matches"): \(example.title ?? example.text)"))
          }
        }
      }
    }
    return faults
  }

  /// Every term that a topic's rules search for, as written, with all its variants. Returns nil for an unknown topic.
  package func expanded(_ id: String) -> [(term: String, variants: [String])]? {
    guard let rule = rules.first(where: { $0.topic.id == id }) else { return nil }
    var found: [(term: String, variants: [String])] = []
    var seen: Set<RuleTable.Index> = []
    func visit(_ index: RuleTable.Index) {
      guard seen.insert(index).inserted else { return }
      let node = table.nodes[Int(index)]
      if case .term(let term) = node.kind, !found.contains(where: { $0.term == node.text }) {
        let variants = terms.terms[Int(term)].variants
        found.append((node.text, variants.isEmpty ? [node.text] : variants))
      }
      node.children.forEach(visit)
    }
    for clause in rule.clauses { visit(clause.node) }
    if let required = rule.required { visit(required) }
    for veto in rule.vetoes { visit(veto.node) }
    return found
  }
}
