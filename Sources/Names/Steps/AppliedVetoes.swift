import NewsModel
import ScannedText

/// Rejects the candidates that an entry of `vetoes.yaml` excludes: "Brazil nuts" is not a mention of Brazil.
extension NameSteps {
  mutating func vetoSurfaces() {
    for section in candidates.indices {
      Self.veto(&candidates[section], section, rules.dictionary, &contexts, .vetoSurfaces)
    }
  }

  mutating func vetoPatternNames() {
    for section in patternNames.indices {
      Self.veto(&patternNames[section], section, rules.dictionary, &contexts, .vetoPatternNames)
    }
  }

  private static func veto(
    _ candidates: inout [Candidate], _ section: Int, _ dictionary: NameDictionary, _ contexts: inout ContextFinder,
    _ step: NameStep
  ) {
    if candidates.isEmpty { return }
    let vetoes = contexts.vetoesThatMayHold(in: section)
    if vetoes.isEmpty { return }
    for index in candidates.indices where candidates[index].isAccepted {
      for number in dictionary.vetoesByType[candidates[index].type.index] where vetoes.contains(number) {
        guard dictionary.vetoes[number].isFor(candidates[index], dictionary),
          let found = contexts.find(dictionary.vetoes[number].alternative, candidates[index].range, section, [])
        else { continue }
        candidates[index].reject(.vetoed(Int32(number), by: found), by: step)
        break
      }
    }
  }
}

extension Veto {
  func isFor(_ candidate: Candidate, _ dictionary: NameDictionary) -> Bool {
    if !entities.isEmpty {
      guard let entity = candidate.entity, entities.contains(entity) else { return false }
    }
    if !surfaces.isEmpty {
      guard case .surface(let surface) = candidate.origin else { return false }
      return surfaces.contains(foldedWords(dictionary.text(of: dictionary.surfaces[Int(surface)])))
    }
    return true
  }
}
