import Names
import NewsModel
import ScannedText

extension DictionaryLint {
  /// Ids, kinds and countries that a line names but that are in no dictionary. Unknown ids, types and sets in
  /// `requires`, and unknown ids in vetoes, are errors when the files are read, so nothing runs with them.
  func deadReferences() -> [DefinitionErrors.Fault] { deadKinds() + deadIDs() }

  private func deadKinds() -> [DefinitionErrors.Fault] {
    let kinds = Set(
      dictionary.entities.flatMap { entity in
        [entity.kind] + (entity.country.map { ["\(entity.kind)/\($0.lowercased())"] } ?? [])
      })
    var reported: Set<Int32> = [-1]
    var faults: [DefinitionErrors.Fault] = []
    for surface in dictionary.surfaces where reported.insert(surface.requirement).inserted {
      for alternative in dictionary.requirements[Int(surface.requirement)].alternatives {
        for case .kind(let kind) in alternative.items where !kinds.contains(kind) {
          faults.append(fault(surface, "requires: no entity is of the kind \(kind)"))
        }
      }
    }
    return faults
  }

  private func deadIDs() -> [DefinitionErrors.Fault] {
    let codes = Set(dictionary.entities.filter { $0.type == .country }.compactMap(\.country))
    var faults: [DefinitionErrors.Fault] = []
    for file in dictionary.files {
      guard let name = file.column("name"), let id = file.column("id") else { continue }
      let country = file.column("country")
      // An operator may also be given by name, because most operators are in no dictionary.
      let references = ["part_of", "operator"].compactMap { column in file.column(column).map { (column, $0) } }
      for row in file.rows where !file.range(row, name).isEmpty {
        for (column, index) in references where !file.range(row, index).isEmpty {
          let other = file.text(row, index)
          if EntityType(idPrefix: other) == nil, column == "operator" { continue }
          if other == file.text(row, id) {
            faults.append(file.fault(row, "\(column) is the line's own id"))
          } else if dictionary.entity(other) == nil {
            faults.append(file.fault(row, "\(column): no dictionary has the id \(other)"))
          }
        }
        // If a folder is read without the shipped ones, there are no countries to compare with.
        if codes.isEmpty || file.range(row, country).isEmpty { continue }
        let code = file.text(row, country)
        if !codes.contains(code) { faults.append(file.fault(row, "country: no country has the code \(code)")) }
      }
    }
    return faults
  }
}
