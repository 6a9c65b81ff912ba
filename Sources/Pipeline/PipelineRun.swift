import ArchiveReading
import Foundation
package import NewsModel
import NewsStore
import Trends

/// The whole, as a sketch: what the user wrote, resolved, and run from the archive to the reports.
package struct PipelineRun {
  private let definition: PipelineDefinition
  private let recipe: Recipe
  private let jobs: Int
  private let database: String
  /// A summary shows this many problems: enough to see what is wrong, few enough to leave the counts in sight.
  private static let shownProblems = 5

  /// Nothing of the archive is where the pipeline's file or the command line says.
  package struct NoArchive: Error, CustomStringConvertible {
    var paths: [String]
    package var description: String {
      "no archive to read: no such file or folder: \(paths.joined(separator: ", "))"
    }
  }

  /// Throws `DefinitionErrors` when the definition is wrong, `NoArchive` where there is none.
  package init(definition: PipelineDefinition, jobs: Int) throws {
    guard !definition.archive.isEmpty else {
      throw DefinitionErrors([.init(file: definition.file, reason: "names no archive, and no PATH was given")])
    }
    guard definition.archive.contains(where: { $0 == "-" || FileManager.default.fileExists(atPath: $0) }) else {
      throw NoArchive(paths: definition.archive)
    }
    self.definition = definition
    self.jobs = jobs
    recipe = try Recipe(definition: definition)
    database = definition.databasePath
  }

  /// Throws `DefinitionErrors` when a dictionary or rule is wrong, before anything is written.
  ///
  /// - Parameters:
  ///   - warnings: takes what is doubtful in the user's own dictionaries, before anything is read.
  ///   - progress: called after each portion of the first sweep, on the calling thread.
  package func execute(
    cancellation: Cancellation, warnings: ([DefinitionErrors.Fault]) -> Void, progress: (RunProgress) -> Void
  ) throws -> RunSummary {
    let stages = try DocumentStages(definition: definition, annotating: true)
    if let extractor = stages.extractor { warnings(DictionaryWarnings.warnings(of: definition, in: extractor)) }
    let store = try NewsStore.forWriting(path: database)
    try store.replaceDefinitions(entities: stages.entities, topics: stages.topics)

    var progressed = RunProgress()
    let feed = ArchiveFeed(paths: definition.archive, definition: definition)
    try FirstSweep(feed: feed, stages: stages, store: store, recipe: recipe.hash, jobs: jobs)
      .run(cancellation: cancellation) {
        progressed = $0
        progress($0)
      }
    var analysis: TrendAnalysis?
    if !cancellation.isAskedFor {
      let sweep = SecondSweep(store: store, definition: definition, jobs: jobs)
      try sweep.applyTemplates(stages)
      // The dictionaries are asked no more, and what follows needs memory too.
      _ = consume stages
      analysis = try sweep.run()
      try store.describe(recipe.description(of: store))
    }
    try store.finish()
    let latest =
      cancellation.isAskedFor
      ? nil
      : try ReportFolder(path: definition.reportsFolder)
        .write(from: store, definition: definition, analysis: analysis, jobs: jobs)
    return RunSummary(
      added: progressed.documents, bytes: progressed.bytes, unchanged: progressed.unchanged, counts: try store.counts(),
      firstProblems: try store.firstProblems(Self.shownProblems), database: database, latestReport: latest)
  }

  /// Bytes of the archive's files on the disk.
  package func archiveSize() -> Int {
    ArchiveWalk(definition.archive).reduce(0) { total, step in
      guard case .file(let file) = step else { return total }
      return total + (file.size ?? 0)
    }
  }
}
