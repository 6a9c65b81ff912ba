import ArchiveReading
import Foundation
package import NewsModel
import NewsStore
import ScannedText

/// A run of a pipeline, from the archive to the reports.
package struct PipelineRun {
  private let definition: PipelineDefinition
  private let jobs: Int
  private let database: String
  /// The number of problems in a summary: enough to see what is wrong, few enough to leave the counts visible.
  private static let shownProblems = 5

  /// None of the paths of the archive exists.
  package struct NoArchive: Error, CustomStringConvertible {
    package var paths: [String]
    package var description: String {
      "no archive to read: no such file or folder: \(paths.joined(separator: ", "))"
    }
  }

  /// Throws `DefinitionErrors` if the definition is wrong, and `NoArchive`.
  package init(definition: PipelineDefinition, jobs: Int) throws {
    guard !definition.archive.isEmpty else {
      throw DefinitionErrors([
        .init(file: definition.file, reason: "names no archive, and the command line gives no path")
      ])
    }
    guard definition.archive.contains(where: { $0 == "-" || FileManager.default.fileExists(atPath: $0) }) else {
      throw NoArchive(paths: definition.archive)
    }
    self.definition = definition
    self.jobs = jobs
    database = definition.databasePath
  }

  /// Runs the pipeline. Throws `DefinitionErrors`, before anything is written, if a dictionary or rule is wrong.
  ///
  /// - Parameters:
  ///   - warnings: receives the doubtful lines in the user's own dictionaries, before the archive is read.
  ///   - progress: called after each unit of the first sweep, on the calling thread.
  package func execute(
    cancellation: Cancellation, warnings: ([DefinitionErrors.Fault]) -> Void, progress: (RunProgress) -> Void
  ) throws -> RunSummary {
    let (recipe, stages) = try DefinitionFile.readingOnce {
      (try Recipe(definition: definition), try DocumentStages(definition: definition, annotating: true))
    }
    if let extractor = stages.extractor { warnings(DictionaryWarnings.warnings(of: definition, in: extractor)) }
    let knowledge = try stages.extractor.map { try IdentityKnowledge($0.names) }
    let store = try NewsStore.forWriting(path: database)
    try store.replaceDefinitions(entities: stages.entities, topics: stages.topics)

    var progressed = RunProgress()
    let feed = ArchiveFeed(paths: definition.archive, definition: definition)
    try FirstSweep(
      feed: feed, stages: stages, store: store, recipe: recipe.hash, jobs: jobs,
      keepsRemovedFiles: definition.keepsRemovedFiles
    )
    .run(cancellation: cancellation) {
      progressed = $0
      progress($0)
    }
    let latest = try processWholeArchive(store, consume stages, knowledge, recipe, cancellation)
    return RunSummary(
      added: progressed.documents, bytes: progressed.bytes, unchanged: progressed.unchanged,
      removed: progressed.removed, counts: try store.counts(),
      firstProblems: try store.firstProblems(Self.shownProblems), database: database, latestReport: latest)
  }

  /// Computes templates, stories, weeks and trends, and writes the reports. Returns nil if the run was asked to stop. The
  /// work in progress is then given up, because the next run does it again; what is stored stays.
  private func processWholeArchive(
    _ store: NewsStore, _ stages: consuming DocumentStages, _ knowledge: IdentityKnowledge?, _ recipe: Recipe,
    _ cancellation: Cancellation
  ) throws -> ReportFolder.Latest? {
    store.stopStatements(when: { cancellation.isRequested })
    let folder = ReportFolder(path: definition.reportsFolder)
    do {
      try cancellation.check()
      let sweep = SecondSweep(store: store, definition: definition, jobs: jobs, cancellation: cancellation)
      let corrections = knowledge?.fingerprint ?? ""
      if try !sweep.isNeeded() {
        let description = try recipe.description(of: store, corrections: corrections)
        if try store.runDescription()?.isSame(as: description) == true, try store.hasTrendsOfAllWeeks(),
          let latest = folder.current(whole: whole(description))
        {
          store.letStatementsEnd()
          try store.finish()
          return latest
        }
      }
      try sweep.applyTemplates(stages)
      // The dictionaries are no longer needed, and the rest needs memory too.
      _ = consume stages
      try sweep.count(knowledge)
      let description = try recipe.description(of: store, corrections: corrections)
      try store.describe(description)
      let latest = try folder.update(
        ReportFiles(
          store: store, definition: definition, database: databaseInReports, jobs: jobs, cancellation: cancellation,
          storesTrends: true), whole: whole(description))
      store.letStatementsEnd()
      try store.finish()
      return latest
    } catch {
      let isStopped = cancellation.isRequested && (error is Cancellation.Stopped || NewsStore.isStop(error))
      store.letStatementsEnd()
      guard isStopped else {
        // If a report cannot be written, the database is complete.
        if !(error is StoreError) { try? store.finish() }
        throw error
      }
      try store.finish()
      return nil
    }
  }

  /// The path of the database as reports name it.
  private var databaseInReports: String {
    ReportedDatabase.relativePath(of: database, from: definition.reportsFolder)
  }

  /// The hash of everything on which the reports of a run depend.
  private func whole(_ run: RunDescription) -> String {
    fingerprint(of: [
      run.pipeline, run.program, run.recipe, run.dictionaries, run.rules, run.archive, run.settings, run.corrections,
      databaseInReports,
    ])
  }

  /// Returns the size of the archive's files on the disk in bytes.
  package func archiveSize() -> Int {
    ArchiveWalk(definition.archive).reduce(0) { total, step in
      guard case .file(let file) = step else { return total }
      return total + (file.size ?? 0)
    }
  }
}
