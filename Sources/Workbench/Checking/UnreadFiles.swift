import Names
import NewsModel
import ScannedText

extension DictionaryLint {
  /// Tables in a dictionary folder that add nothing.
  func unreadFiles() -> [DefinitionErrors.Fault] {
    dictionary.files.compactMap { file in
      if file.columns.isEmpty {
        return .init(file: file.path, reason: "has no line, so nothing is read from it", isWarning: true)
      }
      let isRead =
        DictionaryFolder.isSurfaceFile(file.name) || file.name.hasSuffix(DictionaryFolder.File.operators.rawValue)
        || file.column("id") != nil && file.column("name") != nil
      return isRead
        ? nil : .init(file: file.path, reason: "is not read: it has no columns id and name", isWarning: true)
    }
  }
}
