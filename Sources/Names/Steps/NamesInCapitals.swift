import NewsModel
import ScannedText

/// Rejects bodies that a pattern found in a title in capitals unless the text names them too: capitals do not tell the
/// words of a name from those around it ("AGENCY FOR RELEASE OF VALVES"). Companies end with their legal form.
struct NamesInCapitals {
  let patterns: PatternSet
  private static let company = "company"

  /// - Parameters:
  ///   - title: The candidates of the title.
  ///   - text: Those of the other sections.
  ///   - casings: The casing of each sentence of the title.
  func check(
    _ title: inout [Candidate], text: ArraySlice<[Candidate]>, in section: ScannedDocument.Section,
    _ casings: [SentenceCasing]
  ) {
    for index in title.indices where title[index].isAccepted && title[index].type == .organisation {
      guard title[index].entity == nil, let pattern = title[index].meaning.pattern,
        patterns.patterns[Int(pattern)].kind != Self.company,
        casings[section.sentenceIndex(ofToken: title[index].start)] == .capitals
      else { continue }
      let meaning = title[index].meaning
      if !text.contains(where: { $0.contains { $0.isAccepted && $0.meaning.isSame(as: meaning) } }) {
        title[index].reject(.wrongCase(.commonWord), by: .checkNamesInCapitals)
      }
    }
  }
}

extension NameSteps {
  mutating func checkNamesInCapitals() {
    NamesInCapitals(patterns: rules.patterns)
      .check(&candidates[0], text: candidates[1...], in: scanned.sections[0], casings[0])
  }
}
