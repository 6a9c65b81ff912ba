import Foundation
package import NewsModel

/// Lists of words, a word a line, in `patterns/words/NAME.txt`; `#` lines are comments. A later folder's list of a name
/// replaces an earlier one's.
package struct WordLists {
  /// By the file's name without `.txt`.
  package private(set) var words: [String: [String]] = [:]
  /// The file of each.
  package private(set) var paths: [String: String] = [:]

  package init(folders: [String], faults: inout [DefinitionErrors.Fault]) {
    for folder in folders {
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".txt") }
        .sorted()
      for name in names {
        guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8) else {
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
