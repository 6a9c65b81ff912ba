import NewsModel
import ScannedText
import TextScanning

/// Rejects names in the fields of forms whose type the label excludes: the value of "County" is no person, and that of
/// "City" is no university.
extension NameSteps {
  mutating func checkFields() {
    for section in scanned.sections where section.blocks.contains(where: { $0.fieldType != nil }) {
      for index in candidates[section.number].indices where candidates[section.number][index].isAccepted {
        let candidate = candidates[section.number][index]
        let start = Int(section.tokens[candidate.start].start)
        guard let type = section.fieldType(atByte: start), !candidate.type.mayBeInField(of: type) else { continue }
        candidates[section.number][index].reject(.priority(section.span(candidate.range)), by: .checkFields)
      }
    }
  }
}

extension EntityType {
  /// Whether a name of this type may be in the value of a field whose label announces a type. No label announces persons.
  fileprivate func mayBeInField(of type: EntityType) -> Bool {
    switch type {
    case .place: self == .place || self == .country
    default: self != .person
    }
  }
}
