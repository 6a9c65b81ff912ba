import NewsModel
import ScannedText
import TextScanning

/// Accepts a name that lacks its required context if the document gives that context elsewhere: after "Flint, Mich.", a
/// bare "Flint" is the town too.
///
/// This holds for organisations, and for towns whose state follows them somewhere. Other places and plants may share
/// their name with a person in the same text. The method follows W. Gale, K. Church, D. Yarowsky, "One sense per
/// discourse" (1992).
extension NameSteps {
  mutating func repeatNames() {
    var contexts: [Int32: FoundContext] = [:]
    // Names in zones that do not count, such as teasers, are no evidence for those that do.
    for candidate in scanned.sections.filter(\.isCounted).flatMap({ candidates[$0.number] }) where candidate.isAccepted
    {
      guard case .surface(let surface) = candidate.origin, case .words(let scope, let words)? = candidate.context else {
        continue
      }
      if candidate.type == .organisation { contexts[surface] = .words(.document, words) }
      if candidate.type == .place, scope == .after { contexts[surface] = .words(.after, words) }
    }
    if contexts.isEmpty { return }
    for (number, section) in scanned.sections.enumerated() {
      for index in candidates[number].indices {
        let candidate = candidates[number][index]
        guard case .missing? = candidate.rejection?.reason, case .surface(let surface) = candidate.origin,
          let context = contexts[surface], isAlone(candidate, in: section)
        else { continue }
        candidates[number][index].accept(for: context)
      }
    }
  }

  /// Whether the capitals mark a name that is no part of a person's name. They do not in "TOTAL SALES", "Total sales
  /// rose" and "Yukio Honda".
  private func isAlone(_ candidate: Candidate, in section: ScannedDocument.Section) -> Bool {
    let sentence = section.sentenceIndex(ofToken: candidate.start)
    let isFirst = candidate.start == section.sentences[sentence].start
    if casings[section.number][sentence] == .sentence, !isFirst {
      return !section.tokens[candidate.start - 1].startsWithCapital
    }
    return candidate.length > 1 || !rules.commonWords.contains(section.tokens[candidate.start].hash)
  }
}
