import Names
import NewsModel
import ScannedText
import Topics
import TextScanning

extension DictionaryLint {
  /// Vetoes that can never reject anything.
  func deadVetoes() -> [DefinitionErrors.Fault] {
    if dictionary.vetoes.isEmpty { return [] }
    let written = wordsOfTargets()
    return dictionary.vetoes.compactMap { veto in
      guard let reason = reasonToBeDead(veto, written) else { return nil }
      return .init(file: veto.path, line: veto.line, reason: "the veto \(veto.id) \(reason)", isWarning: true)
    }
  }

  /// The folded words of the surfaces that vetoes apply to, each with its entities.
  private func wordsOfTargets() -> [[UInt64]: Set<Int32>] {
    let surfaces = Set(dictionary.vetoes.flatMap(\.surfaces))
    let entities = Set(dictionary.vetoes.flatMap(\.entities))
    if surfaces.isEmpty, entities.isEmpty { return [:] }
    var written: [[UInt64]: Set<Int32>] = [:]
    for surface in dictionary.surfaces {
      // Vetoes apply to few of the tens of thousands of lines.
      if surfaces.isEmpty, !entities.contains(surface.entity) { continue }
      let words = foldedWords(dictionary.text(of: surface))
      if surfaces.contains(words) || entities.contains(surface.entity) {
        written[words, default: []].insert(surface.entity)
      }
    }
    return written
  }

  private func reasonToBeDead(_ veto: Veto, _ written: [[UInt64]: Set<Int32>]) -> String? {
    if !veto.types.isEmpty, !veto.entities.isEmpty,
      !veto.entities.contains(where: { veto.types.contains(dictionary.types[Int($0)]) })
    {
      return "is for entities that are of none of its types"
    }
    // Patterns can find names of any kind with any words, so this veto may have an effect.
    if veto.entities.isEmpty, veto.surfaces.isEmpty { return nil }
    if !veto.surfaces.isEmpty, !veto.surfaces.contains(where: { written[$0] != nil }) {
      return "is for surfaces that no dictionary writes"
    }
    let targets = written.filter { words, entities in
      (veto.surfaces.isEmpty || veto.surfaces.contains(words))
        && (veto.entities.isEmpty || !entities.isDisjoint(with: veto.entities))
        && (veto.types.isEmpty || entities.contains { veto.types.contains(dictionary.types[Int($0)]) })
    }
    if targets.isEmpty { return "its surfaces belong to none of its entities and types" }
    guard veto.alternative.scope == .span else { return nil }
    let phrases = veto.phrases.map(foldedWords)
    let isAlive = phrases.contains { phrase in targets.keys.contains { phrase.contains($0) } }
    return isAlive
      ? nil : "none of its phrases contains one of its surfaces, which the scope span requires"
  }
}
