import ArchiveReading
import NewsModel
import NewsStore
import ScannedText

/// Everything except the archive that determines the contents of a database. Rows with the same hash of the recipe need
/// not be made again.
struct Recipe {
  let hash: String
  private let pipeline: String
  private let dictionaries: String
  private let rules: String
  private let settings: String

  /// Reads the files of the dictionaries, the rules and the page vocabulary for their hashes.
  init(definition: PipelineDefinition) throws {
    pipeline = definition.name
    dictionaries = try Self.hash(of: definition.dictionaries)
    rules = try Self.hash(of: definition.topics)
    settings = try ReportRecord(definition).json()
    // Every run computes the weekly numbers and reports again, so the hash covers only what the rows of documents depend on.
    let pages = try Self.hash(of: definition.pageVocabulary())
    hash = ArchiveReading.fingerprint(of: [Version.text, dictionaries, rules, pages, "\(definition.cleaning)"])
  }

  func description(of store: NewsStore, corrections: String) throws -> RunDescription {
    let inputs = try store.inputs().sorted { $0.key < $1.key }
    return RunDescription(
      pipeline: pipeline, program: "dateline \(Version.text)", recipe: hash, dictionaries: dictionaries, rules: rules,
      archive: fingerprint(of: inputs.flatMap { [$0.key, $0.value.content] }), settings: settings,
      corrections: corrections)
  }

  /// Returns a hash of the names and bytes of all files that are read in some folders. It does not depend on the paths of
  /// the folders.
  private static func hash(of paths: [String]) throws -> String {
    var parts: [String] = []
    for step in paths.lazy.flatMap({ ArchiveWalk([$0]) }) {
      switch step {
      case .file(let file) where isRead(file.source):
        let path = String(decoding: file.path, as: UTF8.self)
        guard let bytes = DefinitionFile.bytes(of: path) else {
          throw DefinitionErrors([.init(file: path, reason: "cannot be read")])
        }
        parts += [file.source, fingerprint(of: bytes)]
      case .file: break
      // A new folder for corrections has no file yet.
      case .problem(let problem) where problem.kind == .empty: break
      case .problem(let problem): throw DefinitionErrors([.init(file: problem.source, reason: problem.reason)])
      }
    }
    return fingerprint(of: parts)
  }

  /// Whether dictionaries or rules are read from a file. Files that explain or build them are not part of the recipe, and the
  /// page vocabulary has a hash of its own. A file that a pipeline names itself is always read.
  private static func isRead(_ source: String) -> Bool {
    let inside = source.split(separator: "/").dropFirst()
    guard let name = inside.last else { return true }
    // Corrections change what mentions count for, not the rows of documents.
    if name == DictionaryFolder.File.corrections.rawValue { return false }
    return [".tsv", ".yaml", ".txt"].contains { name.hasSuffix($0) }
      && !inside.dropLast().contains { $0 == "build" || $0 == "pages" }
  }
}
