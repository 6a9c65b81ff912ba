import Foundation
package import NewsModel

/// Lists of words, one word per line, in `patterns/words/NAME.txt`. Lines that begin with `#` are comments. A list in a
/// later folder replaces an earlier one with the same name.
package struct WordLists {
  /// The words of each list, by file name without `.txt`.
  package private(set) var words: [String: [String]] = [:]
  /// The file of each list.
  package private(set) var paths: [String: String] = [:]

  package init(folders: [String], faults: inout [DefinitionErrors.Fault]) {
    for folder in folders {
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".txt") }
        .sorted()
      for name in names {
        guard let text = DefinitionFile.text(of: folder + "/" + name) else {
          faults.append(.init(file: folder + "/" + name, reason: "cannot be read as UTF-8"))
          continue
        }
        paths[String(name.dropLast(4))] = folder + "/" + name
        words[String(name.dropLast(4))] = text.split(whereSeparator: \.isNewline).filter { $0.first != "#" }.map(
          String.init)
      }
    }
  }
}
