import NewsModel
import TextScanning

/// What the value of a form's field is, by the label before it.
enum FormLabel: String, CaseIterable {
  // The values that count, because they name what the form is about.
  case organisation, facility, place, vessel
  /// The day of what the form reports.
  case day
  /// A value that does not count. The label only shows that a line is a field.
  case other

  var isCounted: Bool { self != .day && self != .other }
}

/// The labels of forms (`form-labels.tsv`).
struct FormLabels {
  private let table: NameTable<FormLabel>

  init(_ folders: [String], _ faults: inout [DefinitionErrors.Fault]) {
    var file = VocabularyFile("form-labels.tsv", in: folders, columns: ["label", "meaning", "language"])
    var labels: [(String, FormLabel)] = []
    for row in file.rows {
      let label = file.phrase(row)
      file.requireSmallLetters(label, row)
      guard file.isNew(label, row), let meaning = file.required(row, "meaning", of: FormLabel.self) else { continue }
      labels.append((label, meaning))
    }
    faults += file.faults
    table = NameTable(labels)
  }

  /// - Parameter label: in lower case.
  func meaning(_ label: [UInt8]) -> FormLabel? { table(label.span) }

  /// Whether the table has a label, or the last word of it as a label ("Invoice Number", "License #").
  func isKnown(_ label: ArraySlice<UInt8>) -> Bool {
    let label = Scalars.lowered(Array(label))
    if meaning(label) != nil { return true }
    func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0x80 }
    guard let last = label.lastIndex(where: isLetter) else { return false }
    let start = label[...last].lastIndex { !isLetter($0) }.map { $0 + 1 } ?? 0
    return table(label.span.extracting(start..<last + 1)) != nil
  }
}
