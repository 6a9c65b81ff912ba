package import NewsModel

/// What is wrong or doubtful in dictionaries though they can be read: for `dateline check`. Each rule is a file.
package struct DictionaryLint: Sendable {
  let dictionary: NameDictionary
  let commonWords: CommonWords
  /// Folded everyday words that with a capital are the name nearly always: `patterns/words/names-first.txt`.
  let namesFirst: Set<[UInt64]>

  /// In order of file and line.
  package func faults() -> [DefinitionErrors.Fault] {
    (sharedSurfaces() + everydayWords() + shortSurfaces() + deadReferences() + unsortedFiles())
      .sorted { ($0.file, $0.line, $0.reason) < ($1.file, $1.line, $1.reason) }
  }

  func fault(_ surface: Surface, _ reason: String, isWarning: Bool = false) -> DefinitionErrors.Fault {
    .init(
      file: dictionary.files[Int(surface.file)].path, line: Int(surface.line), reason: reason, isWarning: isWarning)
  }

  /// `folder/organisations.tsv:3`
  func place(of surface: Surface) -> String { "\(dictionary.files[Int(surface.file)].path):\(surface.line)" }

  func entity(of surface: Surface) -> Entity { dictionary.entities[Int(surface.entity)] }
}
