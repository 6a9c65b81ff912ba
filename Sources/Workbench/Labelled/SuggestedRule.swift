import Foundation

/// `log`, from the one library that every platform has.
func naturalLogarithm(_ value: Double) -> Double { log(value) }

extension TermSuggestions {
  /// The suggestions as a topic to edit: YAML, with precision and recall of each line as a remark. Nil where no term
  /// tells the documents apart.
  package func rule(id: String, limit: Int) -> String? {
    let best = self.best(limit)
    if best.isEmpty { return nil }
    var lines = [
      "# From \(insideCount) documents of the topic and \(outsideCount) others; log-odds with an informative prior",
      "# (Monroe, Colaresi, Quinn 2008). Keep what belongs to the subject, drop names and accidents of the sample.",
      "topics:",
      "  - id: \(id)",
      "    name: \(id)",
      "    threshold: 3",
      "    rules: |",
    ]
    for suggestion in best {
      // A term that is right nine times in ten carries the topic alone; one that is right half the time needs others.
      let weight = suggestion.precision >= 0.9 ? 3 : suggestion.precision >= 0.5 ? 2 : 1
      let figures = String(
        format: "z %.1f, precision %.2f, recall %.2f, %d documents", suggestion.z, suggestion.precision,
        suggestion.recall, suggestion.documents)
      lines.append("      \(suggestion.term) ^\(weight)  # \(figures)")
    }
    lines.append("    match: []")
    lines.append("    no_match: []")
    return lines.joined(separator: "\n") + "\n"
  }
}
