import NewsModel
import TextScanning

/// The roles of the words in names of classes and ids (`class-words.tsv`).
enum RoleWords {
  static func read(_ folders: [String], _ faults: inout [DefinitionErrors.Fault]) -> NameTable<ElementRole> {
    var file = VocabularyFile("class-words.tsv", in: folders, columns: ["word", "meaning", "language"])
    var words: [(String, ElementRole)] = []
    for row in file.rows {
      let word = file.phrase(row)
      if !word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
        file.complain(row, "“\(word)” is not of small letters a to z alone: names are cut into such words")
      }
      guard file.isNew(word, row), let role = file.required(row, "meaning", of: RoleName.self)?.role else { continue }
      words.append((word, role))
    }
    faults += file.faults
    return NameTable(words)
  }

  /// A role under the name that reasons print.
  private struct RoleName: RawRepresentable, CaseIterable {
    var role: ElementRole
    var rawValue: String { role.name }

    init(_ role: ElementRole) { self.role = role }

    init?(rawValue: String) {
      guard let found = Self.byName[rawValue] else { return nil }
      self = found
    }

    static let allCases = ElementRole.allCases.filter { $0 != .none }.map(Self.init)
    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
  }
}
