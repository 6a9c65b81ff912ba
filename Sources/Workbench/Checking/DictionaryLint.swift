import Names
package import NewsModel
import ScannedText

/// Finds errors and doubtful lines in dictionaries that can be read, for `dateline check`. Each rule has its own file.
package struct DictionaryLint: Sendable {
  let dictionary: NameDictionary
  /// In the order in which they were read.
  let folders: [String]
  let doubtful: DoubtfulSurfaces

  /// All faults, in order of file and line.
  package func faults() -> [DefinitionErrors.Fault] { sorted(findings + unsortedFiles()) }

  /// The faults that change what is found, in the same order.
  func faultsThatCount() -> [DefinitionErrors.Fault] { sorted(findings) }

  private var findings: [DefinitionErrors.Fault] {
    sharedSurfaces() + everydayWords() + shortSurfaces() + deadReferences() + deadVetoes() + unreadFiles()
  }

  private func sorted(_ faults: [DefinitionErrors.Fault]) -> [DefinitionErrors.Fault] {
    faults.sorted { ($0.file, $0.line, $0.reason) < ($1.file, $1.line, $1.reason) }
  }

  /// The number of the folder whose files contain a surface.
  func folder(of surface: Surface) -> Int {
    let path = dictionary.files[Int(surface.file)].path
    return folders.lastIndex { path.hasPrefix($0 + "/") } ?? 0
  }

  func fault(_ surface: Surface, _ reason: String, isWarning: Bool = false) -> DefinitionErrors.Fault {
    .init(
      file: dictionary.files[Int(surface.file)].path, line: Int(surface.line), reason: reason, isWarning: isWarning)
  }

  /// The file and line of a surface, such as `folder/organisations.tsv:3`.
  func place(of surface: Surface) -> String { "\(dictionary.files[Int(surface.file)].path):\(surface.line)" }

  func entity(of surface: Surface) -> Entity { dictionary.entities[Int(surface.entity)] }
}
