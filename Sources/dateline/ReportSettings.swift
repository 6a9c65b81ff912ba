import ArgumentParser
import NewsModel
import NewsStore
import Pipeline

/// The database from which reports are made, and their settings.
struct ReportSettings: ParsableArguments {
  @OptionGroup var database: DatabaseOption

  @Option(
    help: ArgumentHelp(
      "The pipeline whose trends and report settings are used. The default is those of the run that made the database.",
      valueName: "file"))
  var pipeline: String?

  /// - Parameter report: A page or folder of reports. Its database is opened unless the command line names one.
  func open(of report: String? = nil) throws -> (store: NewsStore, definition: PipelineDefinition) {
    let store = try database.open(else: report.flatMap(ReportedDatabase.path))
    if let pipeline { return (store, try PipelineFile.read(Installation.pipelinePath(for: pipeline))) }
    return (store, PipelineDefinition(recordedIn: try store.runDescription(), of: store.path))
  }
}
