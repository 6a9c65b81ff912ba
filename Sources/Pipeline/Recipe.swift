import ArchiveReading
import NewsModel
import NewsStore

/// Everything but the archive that a database depends on. Its hash decides which rows a run may keep.
struct Recipe {
  let hash: String
  private let pipeline: String
  private let dictionaries: String
  private let rules: String
  private let settings: String

  /// Reads the dictionaries', rules' and page vocabulary's files for their hashes.
  init(definition: PipelineDefinition) throws {
    pipeline = definition.name
    dictionaries = try Self.hash(of: definition.dictionaries)
    rules = try Self.hash(of: definition.topics)
    settings = try ReportRecord(definition).json()
    // Aggregation and reports are made anew by every run; only what a document's rows depend on is in here.
    let pages = try Self.hash(of: definition.pageVocabulary())
    hash = ArchiveReading.fingerprint(of: [Version.text, dictionaries, rules, pages, "\(definition.cleaning)"])
  }

  func description(of store: NewsStore) throws -> RunDescription {
    let inputs = try store.inputs().sorted { $0.key < $1.key }
    return RunDescription(
      pipeline: pipeline, program: "dateline \(Version.text)", recipe: hash, dictionaries: dictionaries, rules: rules,
      archive: fingerprint(of: inputs.flatMap { [$0.key, $0.value.content] }), settings: settings)
  }

  /// Of the files' names and bytes, folder by folder, so that it does not depend on where the folders are.
  private static func hash(of paths: [String]) throws -> String {
    let reader = ArchiveReader()
    var parts: [String] = []
    for step in paths.lazy.flatMap({ ArchiveWalk([$0]) }) {
      switch step {
      case .file(let file) where isRead(file.source): parts += [file.source, try reader.fingerprint(of: file)]
      case .file: break
      case .problem(let problem): throw DefinitionErrors([.init(file: problem.source, reason: problem.reason)])
      }
    }
    return fingerprint(of: parts)
  }

  /// Whether dictionaries or rules are read from a file: what explains or builds them is no part of the recipe, and is not
  /// installed; the page vocabulary counts by itself. A file that a pipeline names itself always is.
  private static func isRead(_ source: String) -> Bool {
    let inside = source.split(separator: "/").dropFirst()
    guard let name = inside.last else { return true }
    return [".tsv", ".yaml", ".txt"].contains { name.hasSuffix($0) }
      && !inside.dropLast().contains { $0 == "build" || $0 == "pages" }
  }
}
