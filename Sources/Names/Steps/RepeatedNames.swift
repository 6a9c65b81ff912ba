import NewsModel
import ScannedText
import TextScanning

/// Accepts a name that lacks its required context if the document gives that context elsewhere: after "Flint, Mich.", a
/// bare "Flint" is the town too.
///
/// A university that is named after a town is such a context for the town: "Zorblax University".
///
/// An organisation that the document names by another spelling is such a context as well.
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
    let universities = universities()
    let plants = named(.facility)
    var organisations: [Int32: FoundContext]?
    for (number, section) in scanned.sections.enumerated() {
      for index in candidates[number].indices {
        let candidate = candidates[number][index]
        guard case .missing? = candidate.rejection?.reason, case .surface(let surface) = candidate.origin,
          isAlone(candidate, in: section)
        else { continue }
        let university = candidate.type == .place ? universities[section.identity(of: candidate.range)] : nil
        if let context = contexts[surface] {
          candidates[number][index].accept(for: context)
        } else if let university, university.country == candidate.country {
          candidates[number][index].accept(for: university.context)
        } else if let plant = candidate.entity.flatMap({ plants[$0] }) {
          candidates[number][index].accept(for: plant)
        } else if candidate.type == .organisation, let entity = candidate.entity {
          let named = organisations ?? self.named(.organisation)
          organisations = named
          if let context = named[entity], !candidates[number].hasOther(at: index, among: named) {
            candidates[number][index].accept(for: context)
          }
        }
      }
    }
  }

  /// The names of a type that the document has, by their entities: "Labour MPs" shows whose "Labour Party" is meant, and
  /// "Westmark power plant" that "Westmark" is the plant.
  private func named(_ type: EntityType) -> [Int32: FoundContext] {
    var found: [Int32: FoundContext] = [:]
    for section in scanned.sections where section.isCounted {
      for candidate in candidates[section.number] where candidate.isAccepted && candidate.type == type {
        guard case .surface(let surface) = candidate.origin, let entity = candidate.entity else { continue }
        found[entity] = .name(surface)
      }
    }
    return found
  }

  /// The listed universities of the document that are called after a town, by the identity of the town's name: "Zorblax
  /// University" shows that "Zorblax" is the town. Given names show nothing.
  private func universities() -> [UInt64: (country: Int32?, context: FoundContext)] {
    var found: [UInt64: (country: Int32?, context: FoundContext)] = [:]
    for section in scanned.sections where section.isCounted {
      for candidate in candidates[section.number]
      where candidate.isAccepted && candidate.type == .organisation && candidate.length > 1 {
        guard case .surface(let surface) = candidate.origin, let entity = candidate.entity,
          rules.dictionary.entities[Int(entity)].kind == Self.kindOfUniversities
        else { continue }
        let last = section.tokens[candidate.end - 1].hash
        let name = candidate.start..<candidate.end - 1
        guard rules.references.institutions.contains(last),
          !name.contains(where: { rules.references.givenNames.contains(section.tokens[$0].hash) })
        else { continue }
        found[section.identity(of: name)] = (candidate.country, .name(surface))
      }
    }
    return found
  }

  /// The kind of universities in the dictionaries.
  private static var kindOfUniversities: String { "university" }

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

extension [Candidate] {
  /// Whether the words of the candidate at an index are also a spelling of another organisation that the document names.
  /// Candidates with the same words are next to each other.
  fileprivate func hasOther(at index: Int, among organisations: [Int32: FoundContext]) -> Bool {
    func isSpelledSo(_ other: Candidate) -> Bool { other.range == self[index].range }
    func isOther(_ other: Candidate) -> Bool {
      other.type == .organisation && other.entity != self[index].entity
        && other.entity.map { organisations[$0] != nil } ?? false
    }
    return self[..<index].reversed().prefix(while: isSpelledSo).contains(where: isOther)
      || self[(index + 1)...].prefix(while: isSpelledSo).contains(where: isOther)
  }
}
