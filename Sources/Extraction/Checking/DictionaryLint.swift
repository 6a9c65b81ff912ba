package import NewsModel
import TextScanning

/// What is doubtful in dictionaries though it can be read: for `dateline check`.
package struct DictionaryLint: Sendable {
  let dictionary: NameDictionary
  let commonWords: CommonWords

  /// In order of file and line.
  package func faults() -> [DefinitionErrors.Fault] {
    (sharedSurfaces() + commonSurfaces() + shortSurfaces() + unsortedFiles())
      .sorted { ($0.file, $0.line, $0.reason) < ($1.file, $1.line, $1.reason) }
  }

  private func fault(_ surface: Surface, _ reason: String) -> DefinitionErrors.Fault {
    .init(file: dictionary.files[Int(surface.file)].name, line: Int(surface.line), reason: reason)
  }

  /// One surface in two entities, neither of which asks for context. Places of one name are told apart by the
  /// document's other places and by population, so they are no fault.
  private func sharedSurfaces() -> [DefinitionErrors.Fault] {
    var first: [[UInt64]: Int] = [:]
    var faults: [DefinitionErrors.Fault] = []
    for (index, surface) in dictionary.surfaces.enumerated() where surface.requirement < 0 {
      let entity = dictionary.entities[Int(surface.entity)]
      if entity.type == .place { continue }
      let key = foldedWords(dictionary.text(of: surface)) + [UInt64(surface.casePolicy.rawValue)]
      guard let other = first[key].map({ dictionary.surfaces[$0] }) else {
        first[key] = index
        continue
      }
      let overlaps = surface.validFrom <= other.validTo && other.validFrom <= surface.validTo
      if other.entity != surface.entity, overlaps {
        faults.append(
          fault(
            surface,
            "“\(dictionary.text(of: surface))” is \(dictionary.entities[Int(other.entity)].id) in \(dictionary.origin(of: other)) as well, and neither line requires context"
          ))
      }
    }
    return faults
  }

  /// An everyday word that any capitals match.
  private func commonSurfaces() -> [DefinitionErrors.Fault] {
    dictionary.surfaces.filter { surface in
      surface.words == 1 && surface.requirement < 0 && surface.casePolicy == .any
        && foldedWords(dictionary.text(of: surface)).allSatisfy(commonWords.contains)
    }.map { fault($0, "“\(dictionary.text(of: $0))” is an everyday word: it needs context or a case policy") }
  }

  /// Three letters or fewer that any capitals match.
  private func shortSurfaces() -> [DefinitionErrors.Fault] {
    dictionary.surfaces.filter { $0.end - $0.start <= 3 && $0.requirement < 0 && $0.casePolicy == .any }
      .map { fault($0, "“\(dictionary.text(of: $0))” is too short to match in any case without context") }
  }

  private func unsortedFiles() -> [DefinitionErrors.Fault] {
    var faults: [DefinitionErrors.Fault] = []
    for file in dictionary.files {
      guard let id = file.column("id") else { continue }
      for (previous, row) in zip(file.rows, file.rows.dropFirst())
      where file.bytes[file.range(row, id)].lexicographicallyPrecedes(file.bytes[file.range(previous, id)]) {
        faults.append(
          file.fault(row, "not in order of id: \(file.text(row, id)) stands after \(file.text(previous, id))"))
        break
      }
    }
    return faults
  }
}
