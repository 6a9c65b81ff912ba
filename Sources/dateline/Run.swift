import ArgumentParser
import Foundation
import NewsModel
import NewsStore
import Pipeline

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read an archive and write its database and weekly reports.",
    discussion: """
      Continues where an earlier run stopped: files that are already in the database are not read again if the files, \
      the pipeline, the dictionaries and the rules are the same. The documents of files that are gone are removed, unless \
      the pipeline says 'archive_keeps_removed: true'. Exits with 3 if some inputs had problems; \
      'dateline query problems' lists them.
      """)

  @Argument(help: "The pipeline: a file, or the name of a shipped one.")
  var pipeline: String

  @Argument(help: "Files and folders to read instead of the pipeline's archive.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("Write this database instead of the pipeline's.", valueName: "file"))
  var database: String?

  @Option(help: ArgumentHelp("Write reports to this folder instead of the pipeline's.", valueName: "folder"))
  var reports: String?

  @OptionGroup var running: RunningOptions

  func run() throws {
    try Exit.reporting {
      var definition = try PipelineFile.read(Installation.pipelinePath(for: pipeline))
      if !paths.isEmpty { definition.archive = paths }
      if let database { definition.database = database }
      if let reports { definition.reports = reports }
      let cancellation = Cancellation()
      let signals = StopSignals(
        cancellation: cancellation, message: running.quiet ? nil : "stopped; the same command continues from there")
      let run = try PipelineRun(definition: definition, jobs: running.lanes)
      var meter = ProgressMeter(total: running.showsProgress ? run.archiveSize() : nil)
      let summary = try run.execute(
        cancellation: cancellation, warnings: { if !running.quiet { Console.warn($0) } }, progress: { meter.show($0) })
      meter.clear()
      if let code = signals.received {
        if !running.quiet { Console.printMessage(describeStopped(summary)) }
        throw ExitCode(128 + code)
      }
      if !running.quiet { Console.printMessage(describe(summary)) }
      if summary.counts.problems > 0 { throw Exit.problems }
    }
  }

  private func stored(_ summary: RunSummary) -> String {
    "\(Counted(summary.counts.documents, "document")) in the database (\(summary.added) read now, "
      + "\(Counted(summary.unchanged, "file")) unchanged\(removed(summary)))"
  }

  private func removed(_ summary: RunSummary) -> String {
    summary.removed == 0 ? "" : ", \(Counted(summary.removed, "file")) removed that the archive no longer contains"
  }

  private func describeStopped(_ summary: RunSummary) -> String {
    "stopped: \(stored(summary)); the same command continues from there\ndatabase \(summary.database)"
  }

  private func describe(_ summary: RunSummary) -> String {
    var lines = [
      "\(stored(summary)), \(Counted(summary.counts.stories, "story", "stories")), "
        + "\(Counted(summary.counts.weeks, "week")), \(summary.counts.undated) undated, "
        + "\(Counted(summary.counts.problems, "problem"))",
      "database \(summary.database)",
    ]
    if let report = summary.latestReport {
      lines.append("\(report.isComplete ? "latest complete week" : "latest week, incomplete") \(report.path)")
    }
    if summary.counts.problems > 0 {
      lines += summary.firstProblems.map { "problem: " + ProblemCount.line($0) }
      let all = summary.counts.problems == 1 ? "it" : "all \(summary.counts.problems)"
      lines.append("dateline query problems --database \(summary.database)   lists \(all)")
    }
    return lines.joined(separator: "\n")
  }
}
