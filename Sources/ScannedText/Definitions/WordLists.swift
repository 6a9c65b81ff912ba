import Foundation
package import NewsModel

/// Lists of words, one word per line, in `patterns/words/NAME.txt`. Lines that begin with `#` are comments. A list in a
/// later folder replaces an earlier one with the same name.
package struct WordLists {
  /// The words of each list, by file name without `.txt`.
  package private(set) var words: [String: [String]] = [:]
  /// The file of each list.
  package private(set) var paths: [String: String] = [:]

  package init(folders: [DictionaryFolder], faults: inout [DefinitionErrors.Fault]) {
    for folder in folders {
      for path in folder.wordLists.map(folder.path(of:)) {
        guard let text = DefinitionFile.text(of: path) else {
          faults.append(.init(file: path, reason: "cannot be read as UTF-8"))
          continue
        }
        let name = URL(filePath: path).deletingPathExtension().lastPathComponent
        paths[name] = path
        words[name] = text.split(whereSeparator: \.isNewline).filter { $0.first != "#" }.map(String.init)
      }
    }
  }
}
