import Foundation
package import NewsModel

/// A folder with dictionaries: the files that it may hold, and which type reads each of them. Later folders of a list win
/// over earlier ones, line by line.
package struct DictionaryFolder: Sendable {
  package let path: String
  /// The text before file names in rules, so that the origin of a rule is unambiguous: nothing for the first folder of a
  /// list, and otherwise the folder's own name and a "/".
  package let prefix: String

  package init(path: String, prefix: String = "") {
    self.path = path
    self.prefix = prefix
  }

  /// The folders of a list of paths, in the same order.
  package static func list(_ paths: [String]) -> [DictionaryFolder] {
    paths.enumerated().map { index, path in
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      return DictionaryFolder(path: path, prefix: index == 0 ? "" : name + "/")
    }
  }

  /// The files with one fixed name.
  package enum File: String, CaseIterable, Sendable {
    /// Phrases that indicate a context; `DictionaryReader` reads them.
    case contexts = "contexts.tsv"
    /// The operators of facilities and their periods; `OperatorFile` reads them.
    case operators = "facilities.operators.tsv"
    /// Words that are evidence for one country; `CountryCues` reads them and the next file.
    case countryCues = "country-cues.tsv"
    /// The exchanges in the tickers of companies.
    case exchanges = "exchanges.tsv"
    /// Bodies that every state has; `NationalBodies` reads them.
    case nationalBodies = "national-bodies.tsv"
    /// `VetoReader` reads it.
    case vetoes = "vetoes.yaml"
    /// Full names and short forms that must not join; `ReferenceRules` reads them and the next file.
    case neverJoin = "patterns/never-join.tsv"
    /// The kinds of things that "the agency" may mean.
    case definiteNouns = "patterns/definite-nouns.tsv"
    /// What a person decided about names; `CorrectionFile` reads it.
    case corrections = "corrections.tsv"
    /// Words that suggest what an unknown name is; `SuggestionCues` reads them.
    case suggestionCues = "patterns/suggestion-cues.tsv"
  }

  /// The files with entities that every folder may hold; `DictionaryReader` reads them.
  package static let entityFiles = ["countries.tsv", "organisations.tsv", "facilities.tsv", "places.tsv"]
  private static let endOfSurfaceFiles = ".surfaces.tsv"

  /// Whether the folder exists.
  package var exists: Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  /// The names of the files that may contain entities: the four standard ones, then others by name.
  package var entityFiles: [String] {
    let names = names(in: "", ending: ".tsv").filter {
      !Self.isSurfaceFile($0) && !$0.hasPrefix(".") && File(rawValue: $0) == nil
    }
    return Self.entityFiles.filter(names.contains) + names.filter { !Self.entityFiles.contains($0) }
  }

  /// The names of the files with surfaces of entities; `DictionaryReader` reads them.
  package var surfaceFiles: [String] { names(in: "", ending: Self.endOfSurfaceFiles) }

  /// The names of the files with patterns, relative to the folder; `PatternReader` reads them.
  package var patternFiles: [String] { names(in: "patterns/", ending: ".yaml") }

  /// The names of the lists of words, relative to the folder; `WordLists` reads them.
  package var wordLists: [String] { names(in: "patterns/words/", ending: ".txt") }

  package static func isSurfaceFile(_ name: String) -> Bool { name.hasSuffix(endOfSurfaceFiles) }

  /// Reads a table; nil if the folder lacks the file.
  package func table(_ file: File, faults: inout [DefinitionErrors.Fault]) -> TableFile? {
    FileManager.default.fileExists(atPath: path(of: file.rawValue)) ? table(file.rawValue, faults: &faults) : nil
  }

  /// Reads a table by its name.
  package func table(_ name: String, faults: inout [DefinitionErrors.Fault]) -> TableFile {
    TableFile(path: path(of: name), name: prefix + name, faults: &faults)
  }

  /// The path of a file that is in the folder or would be.
  package func path(of name: String) -> String { path + "/" + name }

  /// The names of the files in a folder below this one, in order.
  private func names(in folder: String, ending: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(of: folder))) ?? [])
      .filter { $0.hasSuffix(ending) }.sorted().map { folder + $0 }
  }
}
