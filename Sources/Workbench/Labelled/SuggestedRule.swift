import Foundation

/// The natural logarithm, from Foundation because that is available on every platform.
func naturalLogarithm(_ value: Double) -> Double { log(value) }

extension TermSuggestions {
  /// Returns the suggestions as a topic in YAML for editing, with the precision and recall of each line in a comment.
  /// Returns nil if no term distinguishes the documents.
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
      // A term with a precision of at least 0.9 is enough for the topic; one with at least 0.5 needs others.
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
