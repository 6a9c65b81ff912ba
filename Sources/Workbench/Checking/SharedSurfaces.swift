import Names
import NewsModel
import ScannedText

extension DictionaryLint {
  /// Surfaces that belong to two entities on the same days, if neither requires context: the entity whose file is read
  /// first would win. It is no fault if two places have one name, because the document's other places and the
  /// population decide between them, or if capitals distinguish the surfaces.
  func sharedSurfaces() -> [DefinitionErrors.Fault] {
    var first: [[UInt64]: [Int]] = [:]
    var faults: [DefinitionErrors.Fault] = []
    for (index, surface) in dictionary.surfaces.enumerated() where surface.requirement < 0 {
      let entity = entity(of: surface)
      if entity.type == .place || dictionary.isShared(Int32(index)) { continue }
      let text = dictionary.text(of: surface)
      let others = first[foldedWords(text), default: []].map { dictionary.surfaces[$0] }
      first[foldedWords(text), default: []].append(index)
      guard
        let other = others.first(where: {
          $0.entity != surface.entity && surface.validFrom <= $0.validTo && $0.validFrom <= surface.validTo
            && ($0.casePolicy == .any || surface.casePolicy == .any || dictionary.text(of: $0) == text)
        })
      else { continue }
      // Report the line in the later folder, which is the user's.
      let (reported, known) = folder(of: other) > folder(of: surface) ? (other, surface) : (surface, other)
      faults.append(
        fault(
          reported,
          "“\(dictionary.text(of: reported))” is \(self.entity(of: known).id) in \(place(of: known)) as well, and neither line requires context"
        ))
    }
    return faults
  }
}
