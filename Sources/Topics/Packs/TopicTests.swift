package import NewsModel

/// The sentences inside a topic's rules that it has to match, or not.
package struct TopicTests: Sendable {
  var topic: String
  var file: String
  var match: [RuleExample]
  var noMatch: [RuleExample]
}

extension TopicSet {
  /// How many sentences the packs hold.
  package var testCount: Int { tests.reduce(0) { $0 + $1.match.count + $1.noMatch.count } }

  /// How many sentences each topic has to match, and not to match.
  package var testCounts: [(topic: String, match: Int, noMatch: Int)] {
    tests.map { ($0.topic, $0.match.count, $0.noMatch.count) }
  }

  /// Runs the sentences inside the rules; what fails, by file and line.
  ///
  /// - Parameter analyse: everything that a run does with a document, so that entities count as well.
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

  /// What a topic's rules look for: every term as written, with the phrases it stands for.
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
