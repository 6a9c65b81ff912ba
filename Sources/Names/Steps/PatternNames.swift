import NewsModel
import ScannedText

/// Finds names that are in no dictionary, such as "Zorblax Steel Ltd", by means of patterns.
extension NameSteps {
  mutating func findPatternNames() {
    for section in scanned.sections {
      var matching = PatternMatching(
        rules.patterns, section: section, casings: casings[section.number], dictionary: rules.dictionary,
        known: candidates[section.number])
      let found = matching.candidates()
      patternNames.append(found)
      known.append(found.isEmpty ? [] : candidates[section.number].filter(\.isAccepted))
    }
  }

  /// Calls a step for each section in which patterns found names.
  mutating func correctPatternNames(
    _ step: (ScannedDocument.Section, _ found: inout [Candidate], _ known: [Candidate]) -> Void
  ) {
    for section in scanned.sections where !patternNames[section.number].isEmpty {
      step(section, &patternNames[section.number], known[section.number])
    }
  }

  mutating func addPatternNames() {
    for section in candidates.indices { candidates[section] += patternNames[section] }
    patternNames.removeAll()
    known.removeAll()
  }
}
