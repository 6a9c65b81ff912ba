import Foundation
package import Identity
import Names
import NewsModel
package import NewsStore
import ScannedText

/// Adds and removes lines of the user's corrections, and lets them take effect in a database without reading the
/// archive.
package struct CorrectionDesk {
  private let definition: PipelineDefinition
  private let names: Extractor
  /// The files of all dictionary folders, in order.
  private var files: [CorrectionFile]

  /// The pipeline names no dictionary folder of the user, where corrections could be.
  package struct NoFolder: Error, CustomStringConvertible {
    package var description: String
  }

  /// The database has no publisher, document or name to which a new correction refers.
  package struct Unknown: Error, CustomStringConvertible {
    package var description: String
  }

  /// Reads the dictionaries and corrections of a pipeline. Throws `DefinitionErrors` with all faults in them.
  package init(_ definition: PipelineDefinition) throws {
    self.definition = definition
    names = try Extractor(definition)
    var faults: [DefinitionErrors.Fault] = []
    files = names.names.folders.map { CorrectionFile(folder: $0, faults: &faults) }
    if !faults.isEmpty { throw DefinitionErrors(faults) }
  }

  /// The corrections of all folders with the file of each, in the order in which they apply.
  package var corrections: [(path: String, correction: Correction)] {
    files.flatMap { file in file.corrections.map { (file.path, $0) } }
  }

  /// Adds a correction to the file of the user's last dictionary folder, unless `isTrial`, and maps the mentions of the
  /// database through it. Throws, and changes nothing, if the corrections would contradict each other.
  ///
  /// - Returns: What changes in the database; nil without a database.
  package mutating func add(_ correction: Correction, isTrial: Bool) throws -> IdentityChange? {
    let index = try indexOfOwnFile()
    let path = files[index].path
    let all = files.flatMap(\.corrections)
    // Later files win, so the new line is the last of its own file.
    let before = files[...index].reduce(0) { $0 + $1.corrections.count }
    let knowledge = try knowledge(Array(all[..<before]) + [correction] + all[before...], new: path)
    return try change(knowledge, adding: correction, isTrial: isTrial) { try files[index].append(correction) }
  }

  /// Removes the correction on a line of the user's file, unless `isTrial`. Returns nil if no correction is on it.
  package mutating func undo(line: Int, isTrial: Bool) throws -> (removed: Correction, change: IdentityChange?)? {
    let index = try indexOfOwnFile()
    guard let removed = files[index].corrections.first(where: { $0.line == line }) else { return nil }
    let rest = files.flatMap(\.corrections).filter { $0 != removed }
    let knowledge = try knowledge(rest, new: files[index].path)
    let change = try change(knowledge, isTrial: isTrial) { _ = try files[index].remove(line: line) }
    return (removed, change)
  }

  /// The file of the last folder that is not shipped.
  private func indexOfOwnFile() throws -> Int {
    guard let index = definition.dictionaries.lastIndex(where: { !DictionaryWarnings.isShipped($0) }) else {
      throw NoFolder(
        description: "the pipeline names no dictionary folder of yours; "
          + "list one under 'dictionaries:' in your pipeline, where corrections.tsv can be")
    }
    return index
  }

  /// - Parameter new: the file of a correction that is in none yet.
  private func knowledge(_ corrections: [Correction], new: String) throws -> IdentityKnowledge {
    let paths = self.corrections
    return try IdentityKnowledge(names.names, corrections: corrections) { correction in
      paths.first { $0.correction == correction }?.path ?? new
    }
  }

  /// Opens the database before the file is written, so that a database in use leaves the file as it is.
  private func change(
    _ knowledge: IdentityKnowledge, adding added: Correction? = nil, isTrial: Bool, writeFile: () throws -> Void
  ) throws -> IdentityChange? {
    guard FileManager.default.fileExists(atPath: definition.databasePath) else {
      if !isTrial { try writeFile() }
      return nil
    }
    let store = try NewsStore.forWriting(path: definition.databasePath)
    store.use(names.entities)
    if let unknown = try store.unknown(added) { throw Unknown(description: unknown) }
    let sweep = IdentitySweep(store: store, knowledge: knowledge)
    if isTrial {
      let change = try sweep.preview()
      try store.finish()
      return change
    }
    try writeFile()
    // The lines have their numbers only now.
    var read = try CorrectionDesk(definition)
    let change = try read.apply(to: store)
    try store.finish()
    return change
  }

  private mutating func apply(to store: NewsStore) throws -> IdentityChange {
    let knowledge = try IdentityKnowledge(names.names)
    let change = try IdentitySweep(store: store, knowledge: knowledge).run()
    try store.countPendingWeeks(leastPairDocuments: definition.trends.minimumPairCount)
    return change
  }
}

extension NewsStore {
  /// Describes what a correction refers to and the database does not contain; nil if it contains all.
  fileprivate func unknown(_ correction: Correction?) throws -> String? {
    guard let correction else { return nil }
    switch correction.scope {
    case .publisher(let name) where try !contains(.publisher, name): return "the database has no source “\(name)”"
    case .document(let source) where try !contains(.document, source): return "the database has no document “\(source)”"
    default: break
    }
    if let target = correction.action.target, target.contains("~"), try !contains(.name, target) {
      return "the database has no name “\(target)”"
    }
    return nil
  }
}
