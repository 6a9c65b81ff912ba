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
    package var paths: [String]
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
    let latest = try wholeArchive(store, consume stages, cancellation)
    return RunSummary(
      added: progressed.documents, bytes: progressed.bytes, unchanged: progressed.unchanged, counts: try store.counts(),
      firstProblems: try store.firstProblems(Self.shownProblems), database: database, latestReport: latest)
  }

  /// Templates, stories, weeks, trends and reports. Nil when the run was to stop: what was under way is given up then, for the
  /// next run does it again, and what is stored stays.
  private func wholeArchive(
    _ store: NewsStore, _ stages: consuming DocumentStages, _ cancellation: Cancellation
  ) throws -> ReportFolder.Latest? {
    store.stopStatements(when: { cancellation.isAskedFor })
    defer { store.letStatementsEnd() }
    do {
      try cancellation.check()
      let sweep = SecondSweep(store: store, definition: definition, jobs: jobs, cancellation: cancellation)
      try sweep.applyTemplates(stages)
      // The dictionaries are asked no more, and what follows needs memory too.
      _ = consume stages
      let analysis = try sweep.run()
      try store.describe(recipe.description(of: store))
      try store.finish()
      return try ReportFolder(path: definition.reportsFolder)
        .write(from: store, definition: definition, analysis: analysis, jobs: jobs, cancellation: cancellation)
    } catch  where cancellation.isAskedFor && (error is Cancellation.Stopped || NewsStore.isStop(error)) {
      store.letStatementsEnd()
      try store.finish()
      return nil
    }
  }

  /// Bytes of the archive's files on the disk.
  package func archiveSize() -> Int {
    ArchiveWalk(definition.archive).reduce(0) { total, step in
      guard case .file(let file) = step else { return total }
      return total + (file.size ?? 0)
    }
  }
}
