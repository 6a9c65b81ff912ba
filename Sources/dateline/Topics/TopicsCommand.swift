import ArgumentParser
import NewsModel
import Pipeline

struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "Suggest topic rules from labelled documents, audit a topic, check all rules on an archive.",
    subcommands: [TopicsSuggest.self, TopicsAudit.self, TopicsHealth.self])
}

/// The documents that the subcommands of `topics` process.
struct TopicsOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The pipeline whose rules are used. The default is the shipped one.", valueName: "file"))
  var pipeline: String?

  @Option(
    name: .customLong("archive"), parsing: .upToNextOption,
    help: ArgumentHelp("Files and folders to read instead of the pipeline's archive.", valueName: "path"))
  var archive: [String] = []

  @OptionGroup var running: RunningOptions

  func definition() throws -> PipelineDefinition {
    guard let path = pipeline ?? Installation.defaultPipeline else { throw Installation.Missing() }
    return try PipelineFile.read(Installation.pipelinePath(for: path))
  }

  /// Analyses every document of the archive, in archive order. Returns the number of reported problems.
  ///
  /// - Parameter keep: Returns what is kept of a document; called on the worker lanes.
  func forEach<Kept: Sendable>(
    keep: @escaping @Sendable (AnalysedDocument) -> Kept, use: (Kept) throws -> Void
  ) throws -> Int {
    try forEach(of: open(), keep: keep, use: use)
  }

  /// Opens the archive and reads the rules.
  func open() throws -> DocumentStream {
    let definition = try definition()
    let paths = archive.isEmpty ? definition.archive : archive
    if paths.isEmpty {
      throw ValidationError("the pipeline names no archive: give paths with --archive")
    }
    return try DocumentStream(paths: paths, definition: definition, annotating: true, jobs: running.lanes)
  }

  func forEach<Kept: Sendable>(
    of stream: DocumentStream, keep: @escaping @Sendable (AnalysedDocument) -> Kept, use: (Kept) throws -> Void
  ) throws -> Int {
    var problems = ProblemCount(quiet: running.quiet)
    try stream.run(line: keep, output: use, problem: { problems.report($0) })
    return problems.count
  }
}
