import Names
import NewsModel
import ScannedText

/// Runs the example sentences of patterns. A pattern must find what is marked in `match`, and nothing in `no_match`.
struct PatternExamples {
  let patterns: PatternSet
  let mentions: (ScannedDocument) -> [Mention]

  func faults() -> [DefinitionErrors.Fault] {
    patterns.patterns.flatMap { pattern in
      pattern.matches.compactMap { fault(pattern, $0, expectsMarks: true) }
        + pattern.mismatches.compactMap { fault(pattern, $0, expectsMarks: false) }
    }
  }

  private func fault(_ pattern: NamePattern, _ marked: String, expectsMarks: Bool) -> DefinitionErrors.Fault? {
    let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
    let document = Document(source: pattern.id, blocks: [Block(zone: .body, text: text, reason: "")])
    let found = mentions(ScannedDocument(document)).filter {
      $0.rule == MentionRule(.pattern(id: pattern.id)) && $0.rejection == nil
    }
    if expectsMarks {
      if Self.mark(text, found) == marked { return nil }
      return place(pattern, "match “\(marked)”: found “\(Self.mark(text, found))”")
    }
    return found.isEmpty ? nil : place(pattern, "no_match “\(text)”: found “\(Self.mark(text, found))”")
  }

  private func place(_ pattern: NamePattern, _ reason: String) -> DefinitionErrors.Fault {
    let line = pattern.origin.split(separator: ":").last.flatMap { Int($0) } ?? 0
    return .init(file: pattern.path, line: line, reason: "\(pattern.id): \(reason)")
  }

  private static func mark(_ text: String, _ mentions: [Mention]) -> String {
    var bytes = Array(text.utf8)
    for mention in mentions.sorted(by: { $0.start > $1.start }) {
      bytes.insert(contentsOf: "⟧".utf8, at: mention.end)
      bytes.insert(contentsOf: "⟦".utf8, at: mention.start)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
