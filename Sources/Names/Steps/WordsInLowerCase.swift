import NewsModel
import ScannedText
import TextScanning

/// Rejects a name of one everyday word where only its position gives it a capital, if the document writes the same word in
/// lower case elsewhere: "Turkey prices rose", "a frozen turkey".
struct WordsInLowerCase {
  let commonWords: CommonWords

  /// - Parameter casings: By section and sentence.
  func check(_ candidates: inout [[Candidate]], in scanned: ScannedDocument, _ casings: [[SentenceCasing]]) {
    var doubtful: [(section: Int, index: Int)] = []
    for section in scanned.sections {
      for index in candidates[section.number].indices
      where isDoubtful(candidates[section.number][index], in: section, casings[section.number]) {
        doubtful.append((section.number, index))
      }
    }
    // Most documents have no such name, and their words are not read again.
    if doubtful.isEmpty { return }
    let lower = Set(scanned.sections.flatMap { $0.tokens.lazy.filter { $0.casing == .lower }.map(\.hash) })
    for place in doubtful {
      let candidate = candidates[place.section][place.index]
      if lower.contains(scanned.sections[place.section].tokens[candidate.start].hash) {
        candidates[place.section][place.index].reject(.wrongCase(.commonWord), by: .dropWordsInLowerCase)
      }
    }
  }

  /// Whether a name is an everyday word with a capital that its position explains, and no context has confirmed it.
  private func isDoubtful(
    _ candidate: Candidate, in section: ScannedDocument.Section, _ casings: [SentenceCasing]
  ) -> Bool {
    guard candidate.isAccepted, candidate.length == 1, case .surface = candidate.origin, candidate.context == nil,
      section.tokens[candidate.start].casing == .capitalised,
      commonWords.contains(section.tokens[candidate.start].hash)
    else { return false }
    let sentence = section.sentenceIndex(ofToken: candidate.start)
    return candidate.start == section.sentences[sentence].start || casings[sentence] != .sentence
  }
}

extension NameSteps {
  mutating func dropWordsInLowerCase() {
    WordsInLowerCase(commonWords: rules.commonWords).check(&candidates, in: scanned, casings)
  }
}
